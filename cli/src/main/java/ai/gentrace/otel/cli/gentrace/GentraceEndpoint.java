package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LazyPattern;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Where Gentrace takes traces.
 *
 * @param baseUrl what stands before {@code /otel/v1/traces}, without a slash at the end
 */
public record GentraceEndpoint(String baseUrl) {
  /** Gentrace's own service. */
  public static final GentraceEndpoint HOSTED = new GentraceEndpoint("https://gentrace.ai/api");

  private static final String OWN_DOMAIN = "gentrace.ai";
  private static final String TRACES = "/otel/v1/traces";

  /**
   * Of what a URL may hold only what is plain text in YAML, also inside brackets, and to the
   * collector, which expands what follows a dollar sign.
   */
  private static final LazyPattern URL =
      LazyPattern.of("https?://[A-Za-z0-9.\\-_]+(:[0-9]{1,5})?(/[A-Za-z0-9.\\-_~%!&'()*+;=:@]+)*");

  /** Of a URL, or of the host and port that gRPC takes: the host. */
  private static final LazyPattern HOST =
      LazyPattern.of("(?i)^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?([^/:?#]+)");

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

  /**
   * Whether a host is one of Gentrace's own service.
   *
   * @param host in lower case, without port
   */
  public static boolean isOwnHost(String host) {
    return host.equals(OWN_DOMAIN) || host.endsWith("." + OWN_DOMAIN);
  }

  /** Whether an exporter's URL leads to Gentrace's own service, or to this endpoint. */
  public boolean isTargetOf(String url) {
    return leadsToOwnHost(url) || url.equals(baseUrl) || url.startsWith(baseUrl + "/");
  }

  /** Most URLs lead elsewhere, and a start compiles no pattern for those. */
  private static boolean leadsToOwnHost(String url) {
    if (!url.toLowerCase(Locale.ROOT).contains(OWN_DOMAIN)) {
      return false;
    }
    Matcher host = HOST.matcher(url);
    return host.find() && isOwnHost(host.group(1).toLowerCase(Locale.ROOT));
  }

  /** The URL that spans are posted to. */
  public String tracesUrl() {
    return baseUrl + TRACES;
  }
}
