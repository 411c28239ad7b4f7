package ai.gentrace.otel.cli.run;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A span as it arrived, with all that it was sent under; equal to another where every field of the
 * protocol is.
 *
 * @param resource what sent it
 * @param resourceSchema schema URL of the resource, possibly empty
 * @param scope what made it
 * @param scopeSchema schema URL of the scope, possibly empty
 * @param span the span
 */
public record CapturedSpan(
    Resource resource,
    String resourceSchema,
    InstrumentationScope scope,
    String scopeSchema,
    Span span) {
  private static final HexFormat HEX = HexFormat.of();

  /** Returns the span's name. */
  public String name() {
    return span.getName();
  }

  /** Returns the trace id, 32 hexadecimal digits. */
  public String traceId() {
    return HEX.formatHex(span.getTraceId().toByteArray());
  }

  /** Returns the span id, 16 hexadecimal digits. */
  public String spanId() {
    return HEX.formatHex(span.getSpanId().toByteArray());
  }

  /** Returns the id of the parent span, empty for a root. */
  public String parentSpanId() {
    return HEX.formatHex(span.getParentSpanId().toByteArray());
  }

  /** Returns {@code service.name} of the resource, or nothing. */
  public Optional<String> service() {
    return find(resource.getAttributesList(), "service.name").map(AnyValue::getStringValue);
  }

  /** Returns an attribute of the span, or nothing. */
  public Optional<AnyValue> attribute(String key) {
    return find(span.getAttributesList(), key);
  }

  private static Optional<AnyValue> find(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(KeyValue::getValue)
        .findFirst();
  }
}
