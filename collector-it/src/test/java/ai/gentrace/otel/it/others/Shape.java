package ai.gentrace.otel.it.others;

import static ai.gentrace.otel.cli.run.CollectorSetup.OTLP_HTTP;

import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import java.io.IOException;
import java.util.List;

/** A config as teams have it. */
enum Shape {
  ONE_BACKEND("one-backend.yaml"),
  SEVERAL_RECEIVERS("shapes/several-receivers.yaml", true),
  SEVERAL_BACKENDS("shapes/several-backends.yaml"),
  FORWARD_CONNECTOR("shapes/forward-connector.yaml"),
  SPAN_METRICS("shapes/span-metrics.yaml"),
  TAIL_SAMPLING("shapes/tail-sampling.yaml"),
  PROBABILISTIC_SAMPLER("shapes/probabilistic-sampler.yaml"),
  MEMORY_LIMITER("shapes/memory-limiter.yaml"),
  REDACTION("shapes/redaction.yaml"),
  FILTER("shapes/filter.yaml"),
  NO_QUEUE("shapes/no-queue.yaml"),
  HANDS_ON_TOO("shapes/hands-on-too.yaml", true);

  static final String BROWSER = "receivers::otlp/browser::protocols::http::endpoint";

  private final String file;
  private final boolean browsersToo;

  Shape(String file) {
    this(file, false);
  }

  Shape(String file, boolean browsersToo) {
    this.file = file;
    this.browsersToo = browsersToo;
  }

  /** Returns the config paths of the listen addresses that applications send to. */
  List<String> listeners() {
    return browsersToo ? List.of(OTLP_HTTP, BROWSER) : List.of(OTLP_HTTP);
  }

  /** Returns the config as its team has it. */
  String yaml() throws IOException {
    return Configs.text(file);
  }

  /** Puts the config, or what a merge has made of it, into a scene. */
  Scene put(String yaml, Scene scene) {
    scene
        .config(withoutLoadBalancing(yaml))
        .setup(setup -> setup.withVariable("MY_POD_IP", "127.0.0.1"));
    for (String listener : listeners()) {
      scene.setup(setup -> setup.listening(listener));
    }
    if (this == MEMORY_LIMITER) {
      scene.setup(setup -> setup.listening("extensions::health_check::endpoint"));
    }
    return scene;
  }

  /** The exporter cannot be built here; what it sends is what {@code otlp_grpc} sends. */
  private static String withoutLoadBalancing(String yaml) {
    return yaml.replace(
            """
              load_balancing/next-tier:
                protocol:
                  otlp: {tls: {insecure: true}}
                resolver:
                  static: {hostnames: ['${env:NEXT_TIER}']}
            """,
            """
              otlp_grpc/next-tier:
                tls: {insecure: true}
                endpoint: ${env:NEXT_TIER}
            """)
        .replace("[load_balancing/next-tier]", "[otlp_grpc/next-tier]");
  }

  /** Returns whether a span that was sent to this listener also goes to Gentrace. */
  boolean feedsGentrace(String listener) {
    return this != HANDS_ON_TOO || listener.equals(BROWSER);
  }
}
