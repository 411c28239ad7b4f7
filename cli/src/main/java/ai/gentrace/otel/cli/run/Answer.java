package ai.gentrace.otel.cli.run;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a capture server answers an export. Immutable.
 *
 * @param status HTTP status
 * @param headers headers besides the content type
 * @param contentType of the body
 * @param body what is sent back
 * @param delay how long the client waits for it
 * @param hangs whether it is held back until {@link CaptureServer#release()}
 */
public record Answer(
    int status,
    Map<String, String> headers,
    String contentType,
    ByteString body,
    Duration delay,
    boolean hangs) {
  private static final String PROTOBUF = "application/x-protobuf";

  /** OTLP's full success. */
  public static final Answer OK =
      new Answer(200, Map.of(), PROTOBUF, ByteString.EMPTY, Duration.ZERO, false);

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Returns an answer with this status and a plain text body. */
  public static Answer status(int status) {
    return new Answer(
        status,
        Map.of(),
        "text/plain",
        ByteString.copyFromUtf8("status " + status + "\n"),
        Duration.ZERO,
        false);
  }

  /** Returns a success that rejects spans, as OTLP defines it. */
  public static Answer partialSuccess(long rejectedSpans, String message) {
    ExportTraceServiceResponse response =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(rejectedSpans)
                    .setErrorMessage(message))
            .build();
    return new Answer(200, Map.of(), PROTOBUF, response.toByteString(), Duration.ZERO, false);
  }

  /** Returns a web page with status 200, as a login page or a wrong host gives. */
  public static Answer html() {
    return new Answer(
        200,
        Map.of(),
        "text/html",
        ByteString.copyFromUtf8("<!doctype html><title>Sign in</title>\n"),
        Duration.ZERO,
        false);
  }

  /** Returns a copy with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Answer(status, changed, contentType, body, delay, hangs);
  }

  /** Returns a copy that comes late. */
  public Answer after(Duration wait) {
    return new Answer(status, headers, contentType, body, wait, hangs);
  }

  /** Returns a copy that does not come before {@link CaptureServer#release()}. */
  public Answer hanging() {
    return new Answer(status, headers, contentType, body, delay, true);
  }

  /** Returns whether the client may take its spans as delivered. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
