package ai.gentrace.otel.benchmarks.cost;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.cli.run.MetricsPage;
import ai.gentrace.otel.cli.run.RunningCollector;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.load.Loader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One collector under one load, from its start to its end. */
final class Run {
  private static final LoadShape WARM_UP = LoadShape.of(100, 500, 25);

  /** 40,000 spans a second, a quarter of what the collector could take: queues stay short. */
  private static final Duration INTERVAL = Duration.ofNanos(12_500_000);

  private static final long LIMIT_NANOS = 120_000_000_000L;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long atBackend;
  private long atGentrace;
  private long gentraceRequests;

  private Run() {}

  /**
   * What a run took.
   *
   * @param cpuSeconds of the collector for the load
   * @param gentraceRequests how many requests Gentrace got
   */
  record Cost(double cpuSeconds, long gentraceRequests) {}

  static Cost measure(Collector collector, Variant variant, LoadShape load)
      throws IOException, InterruptedException, CollectorException, TimeoutException {
    return new Run().of(collector, variant, load);
  }

  private Cost of(Collector collector, Variant variant, LoadShape load)
      throws IOException, InterruptedException, CollectorException, TimeoutException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (CaptureServer backend = CaptureServer.startStreaming(loopback, e -> count(e, false));
        CaptureServer gentrace = CaptureServer.startStreaming(loopback, e -> count(e, true));
        RunningCollector running =
            collector.start(
                variant
                    .setup()
                    .withVariable("BACKEND_URL", backend.url("127.0.0.1", ""))
                    .withVariable("GENTRACE_URL", gentrace.url("127.0.0.1", "")))) {
      send(running, variant, WARM_UP);
      double before = cpuSeconds(running);
      send(running, variant, load);
      return new Cost(cpuSeconds(running) - before, gentraceRequests);
    }
  }

  private void send(RunningCollector running, Variant variant, LoadShape load)
      throws InterruptedException, TimeoutException {
    atBackend = 0;
    atGentrace = 0;
    gentraceRequests = 0;
    new Loader(running.address(CollectorSetup.OTLP_HTTP).http("/v1/traces"), 2)
        .withInterval(INTERVAL)
        .send(load);
    long nanos = LIMIT_NANOS;
    long marked = variant.sendsToGentrace() ? load.markedSpans() : 0;
    lock.lock();
    try {
      while (atBackend < load.spans() || atGentrace < marked) {
        if (nanos <= 0) {
          throw new TimeoutException(
              variant.name() + ": " + atBackend + " and " + atGentrace + " spans arrived");
        }
        nanos = arrived.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(Export export, boolean isGentrace) {
    lock.lock();
    try {
      if (isGentrace) {
        atGentrace += export.spanCount();
        gentraceRequests++;
      } else {
        atBackend += export.spanCount();
      }
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static double cpuSeconds(RunningCollector running)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(running.metrics().http("/metrics")).build();
    String page = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return MetricsPage.parse(page).sum("otelcol_process_cpu_seconds", Map.of()).orElseThrow();
  }
}
