package ai.gentrace.otel.it.load;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Requests of one shape. Span number n has the span id n + 1, so that each can be found again.
 * Traces differ in duration, status and route, and are the same in each run.
 *
 * @param requests how many requests
 * @param spansPerRequest how many spans each holds
 * @param markedPerRequest how many of these are marked: the first ones
 * @param contentBytes size of the content that a marked span carries in an event, 0 for none
 */
public record LoadShape(int requests, int spansPerRequest, int markedPerRequest, int contentBytes) {
  private static final int SPANS_PER_TRACE = 10;

  /** What instrumentation puts on the span of an HTTP server. */
  private static final List<KeyValue> USUAL =
      List.of(
          attribute("http.request.method", "GET"),
          attribute("http.response.status_code", "200"),
          attribute("url.scheme", "https"),
          attribute("url.path", "/cart/8ad1f3c0"),
          attribute("server.address", "shop.example.com"),
          attribute("server.port", "443"),
          attribute("client.address", "203.0.113.7"),
          attribute("network.protocol.version", "1.1"),
          attribute("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)"));

  /** Returns a load of spans without content. */
  public static LoadShape of(int requests, int spansPerRequest, int markedPerRequest) {
    return new LoadShape(requests, spansPerRequest, markedPerRequest, 0);
  }

  /** Returns a copy whose marked spans carry content that does not compress. */
  public LoadShape withContent(int bytes) {
    return new LoadShape(requests, spansPerRequest, markedPerRequest, bytes);
  }

  /** Returns how many spans there are in all. */
  public int spans() {
    return requests * spansPerRequest;
  }

  /** Returns how many of them are marked. */
  public int markedSpans() {
    return requests * markedPerRequest;
  }

  /** Returns whether the span with this number is marked. */
  public boolean isMarked(long number) {
    return number % spansPerRequest < markedPerRequest;
  }

  /** Returns the number of a span of this load. */
  public static long number(ByteString spanId) {
    return spanId.asReadOnlyByteBuffer().getLong() - 1;
  }

  /** Returns a request. */
  public ExportTraceServiceRequest request(int index) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    String content = contentBytes == 0 ? "" : content(index);
    for (int i = 0; i < spansPerRequest; i++) {
      scope.addSpans(span((long) index * spansPerRequest + i, i < markedPerRequest, content));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "load")))
                .addScopeSpans(scope))
        .build();
  }

  private static Span span(long number, boolean marked, String content) {
    long trace = number / SPANS_PER_TRACE;
    long start = 1_700_000_000_000_000_000L + number;
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(traceId(trace))
            .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(number + 1).array()))
            .setName(marked ? "chat" : "GET /cart")
            .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(start + trace % 7 * 100_000_000)
            .addAttributes(attribute("http.route", trace % 4 == 0 ? "/health" : "/cart/{id}"))
            .addAttributes(attribute("thread.name", "worker-" + number % 8))
            .addAllAttributes(USUAL);
    if (trace % 5 == 0) {
      span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }
    if (marked) {
      span.addAttributes(attribute("gentrace.sample", "true"));
      if (!content.isEmpty()) {
        span.addEvents(
            Span.Event.newBuilder()
                .setName("gentrace.fn.output")
                .addAttributes(attribute("output", content)));
      }
    }
    return span.build();
  }

  /** Spread over all ids, as samplers that look at them expect. */
  private static ByteString traceId(long trace) {
    SplittableRandom random = new SplittableRandom(trace);
    return ByteString.copyFrom(
        ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong()).array());
  }

  private String content(int index) {
    StringBuilder text = new StringBuilder(contentBytes);
    Random random = new Random(index);
    while (text.length() < contentBytes) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
