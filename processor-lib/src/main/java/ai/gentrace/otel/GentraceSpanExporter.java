package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.sdk.trace.export.SpanExporter;

/** Exports marked spans to Gentrace from inside the application, without a collector. */
public final class GentraceSpanExporter {
  private GentraceSpanExporter() {}

  /**
   * Returns an exporter that hands the marked spans of each batch to {@code delegate}, in their
   * order. A batch without any succeeds at once. All results are the delegate's.
   *
   * @param delegate what is wrapped
   * @return the exporter
   * @throws NullPointerException if {@code delegate} is null
   */
  public static SpanExporter filtering(SpanExporter delegate) {
    return new FilteringSpanExporter(requireNonNull(delegate, "delegate"));
  }

  /**
   * Returns a builder of an exporter that sends marked spans to Gentrace over OTLP/HTTP.
   *
   * @return a builder
   */
  public static GentraceSpanExporterBuilder builder() {
    return new GentraceSpanExporterBuilder();
  }
}
