package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.cli.run.MetricsPage;
import ai.gentrace.otel.cli.run.RunningCollector;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.load.Ledger;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A real collector between applications and captured backends. A test gets one as a parameter and
 * says what it wants to differ before it starts the collector.
 *
 * <p>Configs find their backends in the environment: {@code GENTRACE_URL} and {@code BACKEND_URL}
 * are the base URLs of the two that are always there.
 */
public final class Scene implements AutoCloseable {
  /** The key that the collector finds in {@code GENTRACE_API_KEY}. */
  public static final String API_KEY = "gen_api_test";

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Collector collector;
  private final Map<String, CaptureServer> backends = new LinkedHashMap<>();
  private final List<Service> services = new ArrayList<>();
  private CollectorSetup setup;
  private @Nullable RunningCollector running;

  /** Prepares a scene with Gentrace and one existing backend. */
  Scene(Collector collector) throws IOException {
    this.collector = collector;
    this.setup =
        CollectorSetup.of(List.of())
            .withVariable("GENTRACE_API_KEY", API_KEY)
            .listening(CollectorSetup.OTLP_GRPC)
            .listening(CollectorSetup.OTLP_HTTP);
    addBackend("GENTRACE");
    addBackend("BACKEND");
  }

  /**
   * Adds a backend; its base URL is in the variable with this name and {@code _URL}.
   *
   * @return the server that takes its place
   */
  public CaptureServer addBackend(String name) throws IOException {
    return add(name, CaptureServer.start(collector.serverAddress()));
  }

  /** Adds a backend that speaks TLS. */
  public CaptureServer addTlsBackend(String name, SSLContext tls) throws IOException {
    return add(name, CaptureServer.startTls(collector.serverAddress(), tls));
  }

  /** Lets a backend keep nothing but a ledger, for loads that do not fit in memory. */
  public Ledger keepLedger(String backend, int spans) throws IOException {
    Ledger ledger = new Ledger(spans);
    backend(backend).close();
    add(backend, CaptureServer.startStreaming(collector.serverAddress(), ledger::add));
    return ledger;
  }

  private CaptureServer add(String name, CaptureServer server) {
    backends.put(name, server);
    setup = setup.withVariable(name + "_URL", server.url(collector.hostName(), ""));
    return server;
  }

  /** Adds configs; the collector merges them in the order of all calls. */
  public Scene config(ConfigSource... configs) {
    for (ConfigSource config : configs) {
      setup = setup.withConfig(config);
    }
    return this;
  }

  /** Adds a config. */
  public Scene config(String yaml) {
    return config(new ConfigSource.Text(yaml));
  }

  /** Adds the Gentrace parts, with Gentrace at this scene's server. */
  public Scene gentrace(Template template) {
    return config(template.source(), template.baseUrl("${env:GENTRACE_URL}/api"));
  }

  /** Lets configs find another scene's collector in {@code NEXT_TIER}, as a gRPC target. */
  public Scene nextTier(Scene next) {
    int port = next.running().address(CollectorSetup.OTLP_GRPC).port();
    setup = setup.withVariable("NEXT_TIER", collector.hostName() + ":" + port);
    return this;
  }

  /** Returns the base URL of this scene's Gentrace, as the collector reaches it. */
  public String gentraceBaseUrl() {
    return gentrace().url(collector.hostName(), "/api");
  }

  /** Changes what the collector is started with. */
  public Scene setup(UnaryOperator<CollectorSetup> change) {
    setup = change.apply(setup);
    return this;
  }

  /** Starts the collector. */
  public Scene start() throws CollectorException, InterruptedException {
    running = collector.start(setup);
    return this;
  }

  /** Returns the collector that was started last. */
  public RunningCollector running() {
    if (running == null) {
      throw new IllegalStateException("the scene was not started");
    }
    return running;
  }

  /** Returns a service that marks its spans and exports them over HTTP. */
  public Service service(String name) {
    return add(Service.marking(name, httpExporter()));
  }

  /** Returns a service that marks its spans, exports them over HTTP, and does something more. */
  public Service service(String name, UnaryOperator<SdkTracerProviderBuilder> extras) {
    return add(
        Service.of(
            name,
            sdk -> extras.apply(sdk.addSpanProcessor(GentraceSpanProcessor.create())),
            httpExporter(),
            UnaryOperator.identity()));
  }

  /** Returns a service that marks its spans and exports them over gRPC. */
  public Service grpcService(String name) {
    String url = running().address(CollectorSetup.OTLP_GRPC).http("").toString();
    return add(Service.marking(name, OtlpGrpcSpanExporter.builder().setEndpoint(url).build()));
  }

  /** Returns a service that knows nothing of Gentrace and exports over HTTP. */
  public Service plainService(String name) {
    return add(Service.plain(name, httpExporter()));
  }

  private OtlpHttpSpanExporter httpExporter() {
    return OtlpHttpSpanExporter.builder().setEndpoint(tracesUrl().toString()).build();
  }

  /** Adds a service of any make, which is flushed and closed with the scene. */
  public Service add(Service service) {
    services.add(service);
    return service;
  }

  /** Returns the server in Gentrace's place. */
  public CaptureServer gentrace() {
    return backend("GENTRACE");
  }

  /** Returns the server in the place of the backend that was there before. */
  public CaptureServer backend() {
    return backend("BACKEND");
  }

  /** Returns the server in the place of a backend that was added. */
  public CaptureServer backend(String name) {
    CaptureServer server = backends.get(name);
    if (server == null) {
      throw new IllegalArgumentException("no backend " + name);
    }
    return server;
  }

  /**
   * Lets the services send what they hold and the collector pass on what it holds, and ends it:
   * what has not arrived then will not.
   */
  public Scene finish() throws InterruptedException {
    services.forEach(Service::flush);
    if (!running().stop(STOP_LIMIT)) {
      throw new AssertionError(
          "the collector did not end in order within " + STOP_LIMIT.toSeconds() + " s");
    }
    return this;
  }

  /** Returns where the collector takes OTLP over HTTP. */
  public URI tracesUrl() {
    return running().address(CollectorSetup.OTLP_HTTP).http("/v1/traces");
  }

  /**
   * Waits until a metric of the collector itself is as wanted.
   *
   * @param wanted gets the sum of the samples that have the labels, 0 if there is none
   * @throws AssertionError if it is not within 30 s
   */
  public void awaitMetric(String name, Map<String, String> labels, DoublePredicate wanted)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    double value = metric(name, labels);
    while (!wanted.test(value)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(name + labels + " is " + value);
      }
      // Counters tell nobody when they change.
      LockSupport.parkNanos(INTERVAL.toNanos());
      value = metric(name, labels);
    }
  }

  /**
   * Waits until so many lines of the collector's log are as wanted.
   *
   * @throws AssertionError if they are not within 30 s
   */
  public void awaitLogLines(Predicate<String> wanted, int count) {
    Instant end = Instant.now().plus(LIMIT);
    while (running().log().stream().filter(wanted).count() < count) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("fewer than " + count + " such lines in the log");
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  /** Returns a metric of the collector itself: the sum of the samples that have the labels. */
  public double metric(String name, Map<String, String> labels)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(running().metrics().http("/metrics")).build();
    String page = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return MetricsPage.parse(page).sum(name, labels).orElse(0);
  }

  /** Returns what Gentrace has got. */
  public Spans atGentrace() {
    return new Spans(gentrace().spans());
  }

  /** Returns what the existing backend has got. */
  public Spans atBackend() {
    return new Spans(backend().spans());
  }

  /** Returns all that helps to understand why a test failed. */
  String diagnostics() {
    return new Diagnostics(collector, setup, running, backends, services).toString();
  }

  @Override
  public void close() throws IOException {
    services.forEach(Service::close);
    if (running != null) {
      running.close();
    }
    for (CaptureServer server : backends.values()) {
      server.close();
    }
  }
}
