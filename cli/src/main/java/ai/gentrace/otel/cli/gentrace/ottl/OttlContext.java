package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What conditions of one kind of telemetry may name. Paths and symbols are those of {@code
 * pkg/ottl/contexts} at release 0.161.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are copies that nothing can change
public enum OttlContext {
  RESOURCE("attributes dropped_attributes_count schema_url", "", "otelcol"),
  SCOPE("name version attributes dropped_attributes_count schema_url", "", "resource otelcol"),
  SPAN(
      "trace_id trace_id.string span_id span_id.string trace_state parent_span_id"
          + " parent_span_id.string name kind kind.string kind.deprecated_string"
          + " start_time_unix_nano end_time_unix_nano start_time end_time attributes"
          + " dropped_attributes_count events dropped_events_count links dropped_links_count status"
          + " status.code status.message flags",
      "SPAN_KIND_UNSPECIFIED SPAN_KIND_INTERNAL SPAN_KIND_SERVER SPAN_KIND_CLIENT"
          + " SPAN_KIND_PRODUCER SPAN_KIND_CONSUMER STATUS_CODE_UNSET STATUS_CODE_OK"
          + " STATUS_CODE_ERROR",
      "scope instrumentation_scope resource otelcol"),
  SPANEVENT(
      "time_unix_nano time name attributes dropped_attributes_count event_index",
      SPAN.symbols,
      "span scope instrumentation_scope resource otelcol"),
  METRIC(
      "name description unit type aggregation_temporality is_monotonic data_points metadata",
      "AGGREGATION_TEMPORALITY_UNSPECIFIED AGGREGATION_TEMPORALITY_DELTA"
          + " AGGREGATION_TEMPORALITY_CUMULATIVE METRIC_DATA_TYPE_NONE METRIC_DATA_TYPE_GAUGE"
          + " METRIC_DATA_TYPE_SUM METRIC_DATA_TYPE_HISTOGRAM"
          + " METRIC_DATA_TYPE_EXPONENTIAL_HISTOGRAM METRIC_DATA_TYPE_SUMMARY",
      "scope instrumentation_scope resource otelcol"),
  DATAPOINT(
      "attributes start_time_unix_nano time_unix_nano start_time time value_double value_int"
          + " exemplars flags count sum bucket_counts explicit_bounds scale zero_count positive"
          + " positive.offset positive.bucket_counts negative negative.offset"
          + " negative.bucket_counts quantile_values",
      "FLAG_NONE FLAG_NO_RECORDED_VALUE " + METRIC.symbols,
      "metric scope instrumentation_scope resource otelcol"),
  LOG(
      "time_unix_nano observed_time_unix_nano time observed_time severity_number severity_text body"
          + " body.string attributes dropped_attributes_count flags trace_id trace_id.string"
          + " span_id span_id.string event_name",
      "SEVERITY_NUMBER_UNSPECIFIED SEVERITY_NUMBER_TRACE SEVERITY_NUMBER_TRACE2"
          + " SEVERITY_NUMBER_TRACE3 SEVERITY_NUMBER_TRACE4 SEVERITY_NUMBER_DEBUG"
          + " SEVERITY_NUMBER_DEBUG2 SEVERITY_NUMBER_DEBUG3 SEVERITY_NUMBER_DEBUG4"
          + " SEVERITY_NUMBER_INFO SEVERITY_NUMBER_INFO2 SEVERITY_NUMBER_INFO3"
          + " SEVERITY_NUMBER_INFO4 SEVERITY_NUMBER_WARN SEVERITY_NUMBER_WARN2"
          + " SEVERITY_NUMBER_WARN3 SEVERITY_NUMBER_WARN4 SEVERITY_NUMBER_ERROR"
          + " SEVERITY_NUMBER_ERROR2 SEVERITY_NUMBER_ERROR3 SEVERITY_NUMBER_ERROR4"
          + " SEVERITY_NUMBER_FATAL SEVERITY_NUMBER_FATAL2 SEVERITY_NUMBER_FATAL3"
          + " SEVERITY_NUMBER_FATAL4",
      "scope instrumentation_scope resource otelcol"),
  PROFILE(
      "sample_type sample_type.type sample_type.unit sample time_unix_nano time duration_unix_nano"
          + " duration period_type period_type.type period_type.unit period profile_id"
          + " profile_id.string attribute_indices dropped_attributes_count original_payload_format"
          + " original_payload attributes",
      "",
      "scope instrumentation_scope resource otelcol"),
  OTELCOL("client.addr client.auth.attributes client.metadata grpc.metadata", "", "");

  private static final Set<String> INDEXED =
      Set.of(
          "attributes",
          "cache",
          "trace_state",
          "body",
          "metadata",
          "client.auth.attributes",
          "client.metadata",
          "grpc.metadata");

  private final Set<String> paths;
  private final String symbols;
  private final Set<String> symbolSet;
  private final Set<String> reach;

  OttlContext(String paths, String symbols, String reach) {
    this.paths = words(paths);
    this.symbols = symbols;
    this.symbolSet = words(symbols);
    this.reach = words(reach);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(" ")));
  }

  /** The name that prefixes paths. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The context that a prefix of paths names. */
  public static Optional<OttlContext> ofPrefix(String prefix) {
    if (prefix.equals("instrumentation_scope")) {
      return Optional.of(SCOPE);
    }
    for (OttlContext context : values()) {
      if (context.prefix().equals(prefix)) {
        return Optional.of(context);
      }
    }
    return Optional.empty();
  }

  /** The names of its paths, without keys. */
  public Set<String> paths() {
    return paths;
  }

  /** Whether a path begins with a prefix that conditions of this context may use. */
  public boolean reaches(String prefix) {
    return prefix().equals(prefix) || reach.contains(prefix);
  }

  /** Whether a path of this context, given without prefix, can have keys. */
  static boolean isIndexed(String path) {
    return INDEXED.contains(path);
  }

  Set<String> symbols() {
    return symbolSet;
  }

  boolean hasSymbol(String name) {
    return symbolSet.contains(name);
  }
}
