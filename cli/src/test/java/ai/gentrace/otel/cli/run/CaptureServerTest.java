package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureServerTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private CaptureServer server;

  @BeforeEach
  void start() throws IOException {
    server = CaptureServer.start(InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void recordsPathHeadersAndWholeSpans() throws Exception {
    HttpResponse<byte[]> response =
        client.send(
            post("/api/otel/v1/traces", spans("a", "b").toByteArray())
                .header("Authorization", "Bearer key")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(ExportTraceServiceResponse.parseFrom(response.body()).hasPartialSuccess()).isFalse();
    assertThat(server.exports()).hasSize(1);
    Export export = server.exports().get(0);
    assertThat(export.method()).isEqualTo("POST");
    assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
    assertThat(export.header("AUTHORIZATION")).hasValue("Bearer key");
    assertThat(export.spanCount()).isEqualTo(2);
    assertThat(server.spans()).extracting(CapturedSpan::name).containsExactly("a", "b");
    assertThat(server.spans().get(0).service()).hasValue("shop");
    assertThat(server.spans().get(0).spanId()).isEqualTo("6161616161616161");
    assertThat(server.spans().get(0).attribute("n")).isEmpty();
  }

  @Test
  void unpacksGzip() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      spans("a").writeTo(gzip);
    }
    send(post("/v1/traces", packed.toByteArray()).header("Content-Encoding", "gzip"));

    assertThat(server.spans()).extracting(CapturedSpan::name).containsExactly("a");
    assertThat(server.exports().get(0).bodyBytes()).isEqualTo(packed.size());
  }

  @Test
  void tellsMetricsFromTraces() throws Exception {
    ExportMetricsServiceRequest metrics =
        ExportMetricsServiceRequest.newBuilder()
            .addResourceMetrics(ResourceMetrics.newBuilder().setSchemaUrl("s"))
            .build();
    send(post("/v1/metrics", metrics.toByteArray()));

    assertThat(server.exports().get(0).metrics()).isEqualTo(metrics);
    assertThat(server.exports().get(0).spanCount()).isZero();
  }

  @Test
  void saysWhyABodyIsNotDecoded() throws Exception {
    send(post("/v1/traces", new byte[] {1, 2, 3}));
    send(post("/v1/traces", new byte[] {1}).header("Content-Encoding", "zstd"));

    assertThat(server.exports().get(0).problem().orElse("")).startsWith("not OTLP protobuf: ");
    assertThat(server.exports().get(1).problem().orElse("")).contains("zstd");
  }

  @Test
  void answersAsTold() throws Exception {
    server.answer(Answer.status(500));
    server.answerNext(Answer.status(429).with("Retry-After", "7"), Answer.html());

    HttpResponse<String> first = send(post("/v1/traces", new byte[0]));
    HttpResponse<String> second = send(post("/v1/traces", new byte[0]));

    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(send(post("/v1/traces", new byte[0])).statusCode()).isEqualTo(500);
  }

  @Test
  void rejectsSpansInASuccess() throws Exception {
    server.answer(Answer.partialSuccess(3, "too many"));

    byte[] body =
        client
            .send(post("/v1/traces", new byte[0]).build(), HttpResponse.BodyHandlers.ofByteArray())
            .body();

    assertThat(ExportTraceServiceResponse.parseFrom(body).getPartialSuccess().getRejectedSpans())
        .isEqualTo(3);
  }

  @Test
  void spansOfFailedExportsAreNotDelivered() throws Exception {
    server.answer(Answer.status(503));
    send(post("/v1/traces", spans("a").toByteArray()));

    assertThat(server.spans()).isEmpty();
    assertThat(server.exports()).hasSize(1);
  }

  @Test
  void refusesConnectionsAndAcceptsThemAgainOnTheSamePort() throws Exception {
    int port = server.port();
    server.refuse();
    assertThatThrownBy(() -> send(post("/v1/traces", new byte[0])))
        .isInstanceOf(ConnectException.class);

    server.accept();

    assertThat(send(post("/v1/traces", new byte[0])).statusCode()).isEqualTo(200);
    assertThat(server.port()).isEqualTo(port);
  }

  @Test
  void hangsUntilReleased() throws Exception {
    server.answer(Answer.OK.hanging());
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(
            post("/v1/traces", new byte[0]).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(server.await(exports -> exports.size() == 1, LONG)).isTrue();
    assertThat(response).isNotDone();

    server.release();

    assertThat(response.get().statusCode()).isEqualTo(200);
  }

  @Test
  void answersLate() {
    server.answer(Answer.OK.after(Duration.ofSeconds(20)));

    assertThatThrownBy(() -> send(post("/v1/traces", new byte[0]).timeout(Duration.ofMillis(50))))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void handsExportsOnWithoutKeepingThem() throws Exception {
    LinkedBlockingQueue<Export> sink = new LinkedBlockingQueue<>();
    try (CaptureServer streaming =
        CaptureServer.startStreaming(InetAddress.getLoopbackAddress(), sink::add)) {
      client.send(
          HttpRequest.newBuilder(URI.create(streaming.url("127.0.0.1", "/v1/traces")))
              .POST(HttpRequest.BodyPublishers.ofByteArray(spans("a").toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.discarding());

      assertThat(sink.take().spanCount()).isEqualTo(1);
      assertThat(streaming.exports()).isEmpty();
    }
  }

  @Test
  void stopsWaitingAtTheLimit() throws Exception {
    assertThat(server.await(exports -> !exports.isEmpty(), Duration.ofMillis(1))).isFalse();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder post(String path, byte[] body) {
    return HttpRequest.newBuilder(URI.create(server.url("127.0.0.1", path)))
        .header("Content-Type", "application/x-protobuf")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static ExportTraceServiceRequest spans(String... names) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    for (String name : names) {
      scope.addSpans(
          Span.newBuilder().setName(name).setSpanId(ByteString.copyFromUtf8(name.repeat(8))));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(
                            KeyValue.newBuilder()
                                .setKey("service.name")
                                .setValue(AnyValue.newBuilder().setStringValue("shop"))))
                .addScopeSpans(scope))
        .build();
  }
}
