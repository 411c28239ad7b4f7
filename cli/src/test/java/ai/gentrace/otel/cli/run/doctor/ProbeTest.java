package ai.gentrace.otel.cli.run.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Answer;
import ai.gentrace.otel.cli.run.CaptureServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
  private CaptureServer gentrace;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
    url = URI.create(gentrace.url("127.0.0.1", "/api/otel/v1/traces"));
  }

  @AfterEach
  void stop() throws IOException {
    gentrace.close();
  }

  @Test
  void anEmptyExportThatIsTakenIsEnough() throws Exception {
    Probe.Result result = probe();

    assertThat(result.accepted()).isTrue();
    assertThat(gentrace.exports())
        .singleElement()
        .satisfies(
            export -> {
              assertThat(export.header("authorization")).contains("Bearer key-1");
              assertThat(export.header("content-encoding")).contains("gzip");
              assertThat(export.problem()).isEmpty();
              assertThat(export.spanCount()).isZero();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "401, the key is not known",
    "403, the key lacks the right",
    "404, nothing takes traces there",
    "413, too large",
    "429, limits the rate",
    "500, in trouble",
  })
  void anAnswerSaysWhatToChange(int status, String next) throws Exception {
    gentrace.answer(Answer.status(status));

    Probe.Result result = probe();

    assertThat(result.decided()).isTrue();
    assertThat(result.accepted()).isFalse();
    assertThat(result.finding()).endsWith("/api/otel/v1/traces answers " + status);
    assertThat(result.next()).contains(next);
    assertThat(result.toString()).doesNotContain("key-1");
  }

  @Test
  void aWebPageIsNoSuccess() throws Exception {
    gentrace.answer(Answer.html());

    assertThat(probe().finding())
        .endsWith("answers 200 with a web page, which the exporter takes for success");
  }

  @Test
  void aRedirectIsNamedAndNotFollowed() throws Exception {
    gentrace.answer(Answer.status(308).with("Location", "https://elsewhere.example/"));

    assertThat(probe().finding()).endsWith("answers 308, a redirect to https://elsewhere.example/");
    assertThat(gentrace.exports()).hasSize(2);
  }

  @Test
  void aServerThatTakesPlainAndNotGzipIsNamed() throws Exception {
    gentrace.answerNext(Answer.status(415));

    Probe.Result result = probe();

    assertThat(result.accepted()).isFalse();
    assertThat(result.finding()).contains("takes plain requests but not gzip");
    assertThat(result.next()).contains("compression: none");
  }

  @Test
  void aClosedPortDecidesNothing() throws Exception {
    gentrace.refuse();

    Probe.Result result = probe();

    assertThat(result.decided()).isFalse();
    assertThat(result.finding()).endsWith("refuses connections");
  }

  @Test
  void aServerThatNeverAnswersIsLeftAfterTwoSeconds() throws Exception {
    gentrace.answer(Answer.OK.hanging());

    assertThat(probe().finding()).endsWith("does not answer within 2 s");
  }

  @Test
  void plainTextWhereTlsIsExpectedIsATlsFailure() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerInPlainText(plain));
      server.setDaemon(true);
      server.start();
      URI https = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/v1/traces");

      Probe.Result result = new Probe(https, "key-1", Optional.empty()).run();

      assertThat(result.finding()).contains("fails in TLS");
      assertThat(result.next()).contains("certificate");
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    while (true) {
      try (Socket client = server.accept()) {
        client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    URI proxy = URI.create("http://127.0.0.1:" + closed);

    Probe.Result result = new Probe(url, "key-1", Optional.of(proxy)).run();

    assertThat(result.finding()).startsWith("Gentrace cannot be reached through the proxy");
  }

  @Test
  void theProxyIsTheOneThatTheCollectorWouldUse() {
    URI gentraceUrl = URI.create("https://gentrace.ai/api/otel/v1/traces");

    assertThat(ProxyChoice.of(gentraceUrl, Optional.empty(), Map.of("HTTPS_PROXY", "proxy:3128")))
        .contains(URI.create("http://proxy:3128"));
    assertThat(
            ProxyChoice.of(
                gentraceUrl,
                Optional.empty(),
                Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", "example.com,.gentrace.ai")))
        .isEmpty();
    assertThat(ProxyChoice.of(url, Optional.empty(), Map.of("HTTP_PROXY", "http://proxy:3128")))
        .isEmpty();
  }

  private Probe.Result probe() throws InterruptedException {
    return new Probe(url, "key-1", Optional.empty()).run();
  }
}
