package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LazyPattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Gentrace takes traces.
 *
 * @param baseUrl what stands before {@code /otel/v1/traces}, without a slash at the end
 */
public record GentraceEndpoint(String baseUrl) {
  /** Gentrace's own service. */
  public static final GentraceEndpoint HOSTED = new GentraceEndpoint("https://gentrace.ai/api");

  private static final String TRACES = "/otel/v1/traces";

  /** Of what a URL may hold only what is plain text in YAML, also inside brackets. */
  private static final LazyPattern URL =
      LazyPattern.of("https?://[A-Za-z0-9.\\-_]+(:[0-9]{1,5})?(/[A-Za-z0-9.\\-_~%!$&'()*+;=:@]+)*");

  /**
   * Reads {@code --base-url}; null if it is no http(s) URL, has a query or already ends in the path
   * that is added to it.
   */
  public static @Nullable GentraceEndpoint parse(String text) {
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return URL.matcher(base).matches() && !base.endsWith("/v1/traces") && !base.endsWith("/otel")
        ? new GentraceEndpoint(base)
        : null;
  }

  /** The endpoint that a full traces URL belongs to, or null if it is no Gentrace path. */
  static @Nullable GentraceEndpoint ofTracesUrl(String url) {
    return url.endsWith(TRACES) ? parse(url.substring(0, url.length() - TRACES.length())) : null;
  }

  /** The URL that spans are posted to. */
  public String tracesUrl() {
    return baseUrl + TRACES;
  }
}
