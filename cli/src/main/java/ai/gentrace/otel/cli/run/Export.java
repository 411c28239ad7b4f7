package ai.gentrace.otel.cli.run;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * An OTLP/HTTP request as a capture server got it. A path that ends in neither {@code metrics} nor
 * {@code logs} is taken for traces, since what comes to a wrong path is of interest too.
 *
 * @param method HTTP method
 * @param path path and query
 * @param headers names in lower case, with all values
 * @param bodyBytes size of the body as sent, compressed or not
 * @param traces its spans, if it is of traces
 * @param metrics its metrics, if it is of metrics
 * @param logs its logs, if it is of logs
 * @param problem why its body could not be decoded, if so
 * @param answer what the server answers
 */
public record Export(
    String method,
    String path,
    Map<String, List<String>> headers,
    int bodyBytes,
    ExportTraceServiceRequest traces,
    ExportMetricsServiceRequest metrics,
    ExportLogsServiceRequest logs,
    Optional<String> problem,
    Answer answer) {

  static Export decode(
      String method, String path, Map<String, List<String>> headers, byte[] body, Answer answer) {
    Export empty =
        new Export(
            method,
            path,
            headers,
            body.length,
            ExportTraceServiceRequest.getDefaultInstance(),
            ExportMetricsServiceRequest.getDefaultInstance(),
            ExportLogsServiceRequest.getDefaultInstance(),
            Optional.empty(),
            answer);
    try {
      return empty.withBody(decompress(empty.header("content-encoding").orElse(""), body));
    } catch (InvalidProtocolBufferException e) {
      return empty.withProblem("not OTLP protobuf: " + e.getMessage());
    } catch (IOException e) {
      return empty.withProblem("not decompressed: " + e.getMessage());
    }
  }

  private static byte[] decompress(String encoding, byte[] body) throws IOException {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip" -> {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
          yield in.readAllBytes();
        }
      }
      default -> throw new IOException("content encoding " + encoding + " is not known here");
    };
  }

  private Export withBody(byte[] body) throws InvalidProtocolBufferException {
    String signalPath = path.replaceFirst("\\?.*", "").replaceFirst("/+$", "");
    boolean isMetrics = signalPath.endsWith("/metrics");
    boolean isLogs = signalPath.endsWith("/logs");
    return new Export(
        method,
        path,
        headers,
        bodyBytes,
        isMetrics || isLogs ? traces : ExportTraceServiceRequest.parseFrom(body),
        isMetrics ? ExportMetricsServiceRequest.parseFrom(body) : metrics,
        isLogs ? ExportLogsServiceRequest.parseFrom(body) : logs,
        problem,
        answer);
  }

  private Export withProblem(String text) {
    return new Export(
        method, path, headers, bodyBytes, traces, metrics, logs, Optional.of(text), answer);
  }

  /** Returns the first value of a header, in whatever case, or nothing. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Returns its spans in their order. */
  public List<CapturedSpan> spans() {
    List<CapturedSpan> spans = new ArrayList<>();
    for (ResourceSpans resource : traces.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          spans.add(
              new CapturedSpan(
                  resource.getResource(),
                  resource.getSchemaUrl(),
                  scope.getScope(),
                  scope.getSchemaUrl(),
                  span));
        }
      }
    }
    return spans;
  }

  /** Returns how many spans it holds. */
  public int spanCount() {
    int count = 0;
    for (ResourceSpans resource : traces.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        count += scope.getSpansCount();
      }
    }
    return count;
  }
}
