package ai.gentrace.otel.it.others;

import static ai.gentrace.otel.cli.run.CollectorSetup.OTLP_HTTP;

import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import java.io.IOException;
import java.util.List;

/** A config as teams have it, and where the Gentrace pipeline gets its spans in it. */
enum Shape {
  ONE_BACKEND("one-backend.yaml"),
  SEVERAL_RECEIVERS("shapes/several-receivers.yaml", "[otlp, otlp/browser]", true),
  SEVERAL_BACKENDS("shapes/several-backends.yaml"),
  FORWARD_CONNECTOR("shapes/forward-connector.yaml"),
  SPAN_METRICS("shapes/span-metrics.yaml"),
  TAIL_SAMPLING("shapes/tail-sampling.yaml"),
  PROBABILISTIC_SAMPLER("shapes/probabilistic-sampler.yaml"),
  MEMORY_LIMITER("shapes/memory-limiter.yaml"),
  REDACTION("shapes/redaction.yaml"),
  FILTER("shapes/filter.yaml"),
  NO_QUEUE("shapes/no-queue.yaml"),
  HANDS_ON_TOO("shapes/hands-on-too.yaml", "[otlp/browser]", true);

  static final String BROWSER = "receivers::otlp/browser::protocols::http::endpoint";

  private final String file;
  private final String receivers;
  private final boolean browsersToo;

  Shape(String file) {
    this(file, "[otlp]", false);
  }

  Shape(String file, String receivers, boolean browsersToo) {
    this.file = file;
    this.receivers = receivers;
    this.browsersToo = browsersToo;
  }

  /** Returns the config paths of the listen addresses that applications send to. */
  List<String> listeners() {
    return browsersToo ? List.of(OTLP_HTTP, BROWSER) : List.of(OTLP_HTTP);
  }

  /** Puts the config into a scene. */
  Scene prepare(Scene scene) throws IOException {
    scene
        .config(Configs.resource(file))
        .setup(setup -> setup.withVariable("MY_POD_IP", "127.0.0.1"));
    for (String listener : listeners()) {
      scene.setup(setup -> setup.listening(listener));
    }
    if (this == MEMORY_LIMITER) {
      scene.setup(setup -> setup.listening("extensions::health_check::endpoint"));
    }
    return scene;
  }

  /** Returns what a merge does besides adding the template's text. */
  ConfigSource adjustment() {
    String processors =
        this == MEMORY_LIMITER
            ? ", processors: [memory_limiter, filter/gentrace_sample, batch/gentrace]"
            : "";
    return new ConfigSource.Text(
        "service: {pipelines: {traces/gentrace: {receivers: %s%s}}}"
            .formatted(receivers, processors));
  }

  /** Returns whether a span that was sent to this listener also goes to Gentrace. */
  boolean feedsGentrace(String listener) {
    return this != HANDS_ON_TOO || listener.equals(BROWSER);
  }
}
