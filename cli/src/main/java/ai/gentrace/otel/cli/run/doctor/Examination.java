package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.MetricsPage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at a running collector from all sides at once. */
public final class Examination {
  private static final URI USUAL_METRICS = URI.create("http://localhost:8888/metrics");
  private static final URI USUAL_OTLP = URI.create("http://localhost:4318/v1/traces");

  private final ConfigFacts facts;
  private final List<ConfigFault> faults;
  private final Wishes wishes;
  private final Map<String, String> environment;
  private final HttpLook http = new HttpLook(null);

  /**
   * What the user asks for.
   *
   * @param metrics where the counters are, if the user says so
   * @param otlp where a receiver is, if the user says so
   * @param sendTestSpans whether to send test spans
   * @param probe whether to ask Gentrace
   */
  public record Wishes(
      Optional<URI> metrics, Optional<URI> otlp, boolean sendTestSpans, boolean probe) {}

  private Examination(
      ConfigFacts facts, List<ConfigFault> faults, Wishes wishes, Map<String, String> environment) {
    this.facts = facts;
    this.faults = faults;
    this.wishes = wishes;
    this.environment = environment;
  }

  /**
   * Examines.
   *
   * @param facts what the config says
   * @param faults its error findings
   * @param environment of this program: the key for a probe, and proxies
   */
  public static DoctorReport of(
      ConfigFacts facts, List<ConfigFault> faults, Wishes wishes, Map<String, String> environment)
      throws InterruptedException {
    return new Examination(facts, faults, wishes, environment).examine();
  }

  private DoctorReport examine() throws InterruptedException {
    URI metricsUrl = wishes.metrics().or(facts::metrics).orElse(USUAL_METRICS);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "doctor-look");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Future<Observation<CollectorCounters>> counters = threads.submit(() -> counters(metricsUrl));
      Future<Optional<Observation<Integer>>> health =
          threads.submit(() -> lookAt(facts.health(), this::health));
      Future<Optional<Observation<Boolean>>> receiver =
          threads.submit(() -> lookAt(receiverUrl(), this::receiver));
      Optional<KeyDefect> keyDefect =
          wishes.probe() ? KeyDefect.first(facts.keyVariables(), environment) : Optional.empty();
      Future<Optional<Probe.Result>> probe = threads.submit(() -> probe(keyDefect));
      Future<Optional<LocalProcess>> process =
          threads.submit(() -> LocalProcess.behind(metricsUrl));
      Observation<CollectorCounters> before = get(counters);
      Optional<TestSpans.Moves> moves = test(metricsUrl, before);
      Evidence evidence =
          new Evidence(
              facts,
              faults,
              metricsUrl,
              wishes.metrics().isPresent(),
              before,
              moves,
              get(health),
              get(receiver),
              moves.isPresent() ? Optional.of(otlpUrl()) : receiverUrl(),
              wishes.otlp().isPresent(),
              get(process),
              get(probe),
              keyDefect);
      return report(evidence);
    } finally {
      threads.shutdownNow();
    }
  }

  private static DoctorReport report(Evidence evidence) {
    return new DoctorReport(
        List.of(
            MarkedStep.judge(evidence),
            ConfiguredStep.judge(evidence),
            KeyStep.judge(evidence),
            AcceptedStep.judge(evidence),
            ReachedStep.judge(evidence)),
        evidence.moves().map(TestSpans.Moves::words));
  }

  private static <T> T get(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Observation<CollectorCounters> counters(URI url) throws InterruptedException {
    Observation<HttpResponse<byte[]>> page = http.get(url);
    if (page instanceof Observation.Unseen<HttpResponse<byte[]>> unseen) {
      return new Observation.Unseen<>(unseen.reason());
    }
    HttpResponse<byte[]> response = ((Observation.Seen<HttpResponse<byte[]>>) page).value();
    if (response.statusCode() != 200) {
      return new Observation.Unseen<>("answers " + response.statusCode());
    }
    CollectorCounters counters =
        CollectorCounters.of(
            MetricsPage.parse(new String(response.body(), StandardCharsets.UTF_8)));
    return counters.isCollector()
        ? new Observation.Seen<>(counters)
        : new Observation.Unseen<>("is no collector's metrics page");
  }

  private Observation<Integer> health(URI url) throws InterruptedException {
    Observation<HttpResponse<byte[]>> answer = http.get(url);
    return answer instanceof Observation.Seen<HttpResponse<byte[]>> seen
        ? new Observation.Seen<>(seen.value().statusCode())
        : new Observation.Unseen<>(((Observation.Unseen<HttpResponse<byte[]>>) answer).reason());
  }

  /** Whether the port is open; nothing is sent. */
  private Observation<Boolean> receiver(URI url) {
    try (Socket socket = new Socket()) {
      int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
      socket.connect(new InetSocketAddress(url.getHost(), port), (int) HttpLook.LIMIT.toMillis());
      return new Observation.Seen<>(true);
    } catch (SocketTimeoutException e) {
      return new Observation.Unseen<>(
          "does not answer within " + HttpLook.LIMIT.toSeconds() + " s");
    } catch (UnknownHostException e) {
      return new Observation.Unseen<>("has no address: its host name is not known here");
    } catch (IOException e) {
      return new Observation.Unseen<>("refuses connections");
    }
  }

  /** A look that may fail in other ways than the thing looked at. */
  private interface Look<T> {
    Observation<T> at(URI url) throws InterruptedException;
  }

  private static <T> Optional<Observation<T>> lookAt(Optional<URI> url, Look<T> look)
      throws InterruptedException {
    return url.isEmpty() ? Optional.empty() : Optional.of(look.at(url.get()));
  }

  private Optional<URI> receiverUrl() {
    return wishes.otlp().or(facts::otlpHttp);
  }

  private URI otlpUrl() {
    return receiverUrl().orElse(USUAL_OTLP);
  }

  private Optional<TestSpans.Moves> test(URI metricsUrl, Observation<CollectorCounters> before)
      throws InterruptedException {
    if (!wishes.sendTestSpans() || !(before instanceof Observation.Seen<CollectorCounters> seen)) {
      return Optional.empty();
    }
    return Optional.of(
        new TestSpans(facts, otlpUrl()).run(seen.value(), () -> counters(metricsUrl)));
  }

  private Optional<Probe.Result> probe(Optional<KeyDefect> keyDefect) throws InterruptedException {
    if (!wishes.probe()) {
      return Optional.empty();
    }
    if (facts.tracesUrl().isEmpty()) {
      return Optional.of(
          Probe.Result.open("the exporter's URL comes from a variable", "give it with --base-url"));
    }
    if (facts.keyVariables().isEmpty()) {
      return Optional.of(
          Probe.Result.open(
              "the key does not come from an environment variable",
              "set it as 'Bearer ${env:GENTRACE_API_KEY}' to let --probe use it"));
    }
    if (keyDefect.isPresent()) {
      return Optional.of(Probe.Result.open("there is no usable key to probe with", "see step 3"));
    }
    URI url = facts.tracesUrl().get();
    String key = environment.getOrDefault(facts.keyVariables().get(0), "");
    return Optional.of(new Probe(url, key, ProxyChoice.of(url, facts.proxy(), environment)).run());
  }
}
