package ai.gentrace.otel.it.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Answer;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.FreePort;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure provoked for real; what doctor makes of it. */
class DoctorIT {
  @TempDir Path folder;

  private Patient patient;

  @BeforeEach
  void prepare() throws Exception {
    patient = Patient.in(folder);
  }

  @AfterEach
  void close() throws Exception {
    patient.close();
  }

  @Claim("doctor sees two test spans through a healthy collector: received 2, filtered 1, sent 1")
  @Test
  void healthy() throws Exception {
    CommandOutput output = patient.start().examine("--send-test-spans", "--probe");

    assertVerdict(output, 0, "ok    1", "received 2, filtered 1, sent 1");
    assertThat(output.output()).contains("ok    2", "ok    3", "ok    4", "ok    5");
    assertThat(output.output()).endsWith("there is no culprit among what was looked at.");
  }

  @Claim("doctor --format json says the same")
  @Test
  void json() throws Exception {
    CommandOutput output = patient.withKey(null).start().examine("--format", "json");

    assertVerdict(output, 1, "\"verdict\" : \"fail\"", "\"culprit\" : 3");
  }

  @Claim("doctor finds a key that is missing in the collector's environment")
  @Test
  void noKey() throws Exception {
    CommandOutput output = patient.withKey(null).start().examine();

    assertVerdict(
        output, 1, "FAIL  3", "GENTRACE_API_KEY is not set in the collector's environment");
    assertCulprit(output, 3);
  }

  @Claim("doctor finds a key with a line break at its end, which no export survives")
  @Test
  void keyWithLineBreak() throws Exception {
    CommandOutput output = patient.withKey(Patient.KEY + "\n").start().examine("--send-test-spans");

    assertVerdict(output, 1, "FAIL  3", "the key in GENTRACE_API_KEY ends with a line break");
    assertCulprit(output, 3);
  }

  @Claim("doctor finds the doubled path, and that Gentrace takes nothing there")
  @Test
  void doubledPath() throws Exception {
    patient.gentrace().answer(Answer.status(404));

    CommandOutput output =
        patient
            .with(config -> config.replace("traces_endpoint:", "endpoint:"))
            .start()
            .examine("--send-test-spans");

    assertVerdict(output, 1, "FAIL  2", "/api/otel/v1/traces/v1/traces");
    assertThat(output.output()).contains("FAIL  4", "failed 1");
    assertCulprit(output, 2);
  }

  @Claim("doctor finds an inverted gate")
  @Test
  void invertedGate() throws Exception {
    CommandOutput output =
        patient
            .with(
                config ->
                    config.replaceFirst(
                        "- 'span.*'", "- 'span.attributes[\"gentrace.sample\"] == \"true\"'"))
            .start()
            .examine("--send-test-spans");

    assertVerdict(output, 1, "FAIL  2", "Marked spans are dropped, unmarked ones are sent");
    assertCulprit(output, 2);
  }

  @Claim("doctor finds that an application does not mark its spans")
  @Test
  void applicationWithoutTheProcessor() throws Exception {
    patient.start();
    try (Service service = unmarked()) {
      service.tracer().spanBuilder("chat").startSpan().end();
      service.flush();
    }

    CommandOutput output = patient.examine();

    assertVerdict(output, 1, "FAIL  1", "received 1, filtered 1: none of them was marked");
    assertThat(output.output()).contains("GentraceSpanProcessor");
    assertCulprit(output, 1);
  }

  @Claim("doctor finds a receiver's port closed")
  @Test
  void portClosed() throws Exception {
    patient.start();

    CommandOutput output =
        patient.examineAt("--metrics", patient.metrics(), "--otlp", closedPort());

    assertVerdict(output, 1, "FAIL  5", "refuses connections");
    assertCulprit(output, 5);
  }

  @Claim("doctor finds that no collector runs")
  @Test
  void noCollector() throws Exception {
    CommandOutput output = patient.examineAt("--metrics", closedPort(), "--otlp", closedPort());

    assertVerdict(output, 1, "FAIL  5", "refuses connections");
    assertCulprit(output, 5);
  }

  @Claim("doctor --probe names 401, 404 and 429, each with what to change")
  @ParameterizedTest
  @CsvSource({
    "401, 'the key is not known: create one'",
    "404, 'nothing takes traces there: correct the URL'",
    "429, 'Gentrace limits the rate'"
  })
  void gentraceRefuses(int status, String next) throws Exception {
    patient.gentrace().answer(Answer.status(status));

    CommandOutput output = patient.start().examine("--probe");

    assertVerdict(output, 1, "FAIL  4", "/api/otel/v1/traces answers " + status, next);
    assertCulprit(output, 4);
  }

  @Claim("doctor --probe finds a web page that the exporter takes for success")
  @Test
  void webPage() throws Exception {
    patient.gentrace().answer(Answer.html());

    CommandOutput output = patient.start().examine("--send-test-spans", "--probe");

    assertVerdict(output, 1, "FAIL  4", "answers 200 with a web page", "correct the URL");
    assertCulprit(output, 4);
  }

  @Claim("doctor's test spans show that Gentrace refuses, and that it lets wait")
  @ParameterizedTest
  @CsvSource({
    "404, 'failed 1: the answer was one that the exporter does not repeat'",
    "429, 'the rest waits: Gentrace answers 429 or 5xx'"
  })
  void testSpansRefused(int status, String finding) throws Exception {
    patient.gentrace().answer(Answer.status(status));

    CommandOutput output = patient.start().examine("--send-test-spans");

    assertVerdict(output, 1, "FAIL  4", finding);
    assertCulprit(output, 4);
  }

  @Claim("doctor gives no verdict on a health extension that FILE has and nobody answers for")
  @Test
  void noHealthExtension() throws Exception {
    patient.start();
    patient.with(
        config ->
            "extensions: {health_check: {endpoint: '"
                + closedPort().replace("http://", "")
                + "'}}\n"
                + config.replace("service:\n", "service:\n  extensions: [health_check]\n"));

    CommandOutput output = patient.examine("--send-test-spans");

    assertVerdict(output, 3, "??    5", "refuses connections");
  }

  @Claim("doctor without metrics has no verdict, and says how to get it")
  @Test
  void metricsOff() throws Exception {
    patient
        .with(
            config ->
                config.replace("service:\n", "service:\n  telemetry: {metrics: {level: none}}\n"))
        .start(setup -> setup);

    CommandOutput output = patient.examineAt("--metrics", closedPort(), "--otlp", patient.otlp());

    assertVerdict(output, 3, "??    1", "the config switches the collector's metrics off");
  }

  @Claim("doctor gives no verdict where another workload's spans come during the test")
  @Test
  void otherTraffic() throws Exception {
    patient.start();
    AtomicBoolean ended = new AtomicBoolean();
    try (Service service = unmarked()) {
      CompletableFuture<Void> traffic =
          CompletableFuture.runAsync(
              () -> {
                while (!ended.get()) {
                  service.tracer().spanBuilder("another's").startSpan().end();
                  service.flush();
                }
              });
      try {
        CommandOutput output = patient.examine("--send-test-spans");

        assertVerdict(output, 3, "??    1", "other spans came during the test");
      } finally {
        ended.set(true);
        traffic.join();
      }
    }
  }

  @Claim("doctor notices that FILE is not what the collector runs")
  @Test
  void anotherConfig() throws Exception {
    patient.start();
    patient.with(config -> config.replace("otlp_http/gentrace", "otlp_http/gentrace_eu"));

    CommandOutput output = patient.examine();

    assertVerdict(
        output, 3, "??    2", "is not what this collector runs: it has otlp_http/gentrace_eu");
  }

  @Claim("doctor notices that a metrics URL is not a collector's")
  @Test
  void noCollectorsMetrics() throws Exception {
    patient.start();

    CommandOutput output =
        patient.examineAt(
            "--metrics", patient.gentrace().url("127.0.0.1", "/"), "--otlp", patient.otlp());

    assertVerdict(output, 3, "??    1", "/metrics ");
  }

  @Claim("doctor waits two seconds for a port that hangs")
  @Test
  void hangingPort() throws Exception {
    patient.start();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CommandOutput output =
          patient.examineAt(
              "--metrics", "127.0.0.1:" + silent.getLocalPort(), "--otlp", patient.otlp());

      assertVerdict(output, 3, "??    1", "does not answer within 2 s");
    }
  }

  private Service unmarked() {
    return Service.plain(
        "unmarked", OtlpHttpSpanExporter.builder().setEndpoint(patient.otlp()).build());
  }

  private static String closedPort() {
    return "http://127.0.0.1:" + FreePort.find();
  }

  private static void assertVerdict(CommandOutput output, int exit, String... words) {
    assertThat(output.output()).contains(words).doesNotContain("Exception");
    assertThat(output.exitCode()).as(output.output()).isEqualTo(exit);
  }

  private static void assertCulprit(CommandOutput output, int step) {
    assertThat(output.output()).contains("The culprit is step " + step + ":");
  }
}
