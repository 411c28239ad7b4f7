package ai.gentrace.otel.it.badday;

import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.it.load.Ledger;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.load.Loader;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.Template;
import java.io.IOException;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * One day: a collector with one existing backend and the Gentrace parts, under one load.
 *
 * @param scene its collector and servers
 * @param template which Gentrace parts
 * @param load what applications send
 * @param backendLedger what the existing backend got
 * @param gentraceLedger what Gentrace got
 */
record Day(
    Scene scene, Template template, LoadShape load, Ledger backendLedger, Ledger gentraceLedger) {
  static final LoadShape LOAD = LoadShape.of(200, 10, 2);

  private static final String FAST_RETRIES =
      "retry_on_failure: {initial_interval: 20ms, max_interval: 100ms, max_elapsed_time: 0}";

  static Day of(Scene scene, Template template) throws IOException {
    return of(scene, template, LOAD).retryingFast();
  }

  static Day of(Scene scene, Template template, LoadShape load) throws IOException {
    Ledger backend = scene.keepLedger("BACKEND", load.spans());
    Ledger gentrace = scene.keepLedger("GENTRACE", load.spans());
    scene
        .config(Configs.resource("one-backend.yaml"))
        .gentrace(template)
        .setup(CollectorSetup::withMetrics);
    return new Day(scene, template, load, backend, gentrace);
  }

  /** Lets what is sent again come within milliseconds, and never end. */
  Day retryingFast() {
    return exporter(FAST_RETRIES);
  }

  /** Changes settings of the exporter to Gentrace. */
  Day exporter(String settings) {
    scene.config("exporters: {%s: {%s}}".formatted(template.exporter(), settings));
    return this;
  }

  /** Starts the collector and sends the load; says what the applications saw. */
  Loader.Result live(String name) throws Exception {
    scene.start();
    Loader.Result seen = new Loader(scene.tracesUrl(), 4).send(load);
    System.out.printf(
        "bad day, %s, %s: answers %s, median %.1f ms, 99 %% within %.1f ms%n",
        name, template, seen.answers(), seen.median(), seen.p99());
    return seen;
  }

  Ledger.Count atBackend() {
    return backendLedger.count(number -> true);
  }

  Ledger.Count atGentrace() {
    return gentraceLedger.count(load::isMarked);
  }

  /** Every span once, none lost, none twice, none that does not belong there. */
  Ledger.Count everySpanOnce() {
    return new Ledger.Count(load.spans(), 0, 0, 0);
  }

  Ledger.Count everyMarkedSpanOnce() {
    return new Ledger.Count(load.markedSpans(), 0, 0, 0);
  }

  /** Nothing came. */
  Ledger.Count noMarkedSpan() {
    return new Ledger.Count(0, load.markedSpans(), 0, 0);
  }

  /** Waits until the existing backend has everything. */
  void awaitBackend() throws Exception {
    scene.awaitMetric(
        "otelcol_exporter_sent_spans",
        Map.of("exporter", "otlp_http/own"),
        sent -> sent == load.spans());
  }

  /** Waits until a counter of the exporter to Gentrace is as wanted. */
  void awaitCounter(String name, DoublePredicate wanted) throws Exception {
    scene.awaitMetric(name, Map.of("exporter", template.exporter()), wanted);
  }

  double counter(String name) throws Exception {
    return scene.metric(name, Map.of("exporter", template.exporter()));
  }
}
