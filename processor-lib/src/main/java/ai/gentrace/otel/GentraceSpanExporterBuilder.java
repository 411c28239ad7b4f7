package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Builds the exporter that sends marked spans to Gentrace over OTLP/HTTP with protobuf. It needs
 * {@code io.opentelemetry:opentelemetry-exporter-otlp} on the class path. Not thread-safe.
 *
 * <p>What is not set comes from the system properties {@code gentrace.api.key}, {@code
 * gentrace.base.url} and {@code gentrace.compression}, else from the environment variables {@code
 * GENTRACE_API_KEY}, {@code GENTRACE_BASE_URL} and {@code GENTRACE_COMPRESSION}.
 */
public final class GentraceSpanExporterBuilder {
  private static final Logger logger =
      Logger.getLogger(GentraceSpanExporterBuilder.class.getName());

  private static final String DEFAULT_BASE_URL = "https://gentrace.ai/api";
  private static final String TRACES_PATH = "/otel/v1/traces";
  private static final String DEFAULT_COMPRESSION = "gzip";
  // java.net.URI takes any number; the exporter would refuse some at each export only.
  private static final int MAX_PORT = 65535;

  private @Nullable String apiKey;
  private @Nullable String endpoint;
  private @Nullable String compression;

  GentraceSpanExporterBuilder() {}

  /**
   * Sets the API key; white space around it is removed.
   *
   * @param apiKey the key
   * @return this
   * @throws NullPointerException if {@code apiKey} is null
   * @throws IllegalArgumentException if it holds a character that no HTTP header can carry
   */
  public GentraceSpanExporterBuilder setApiKey(String apiKey) {
    this.apiKey = checkedKey(requireNonNull(apiKey, "apiKey"));
    return this;
  }

  /**
   * Sets the base URL of Gentrace's API, {@code https://gentrace.ai/api} if unset. Slashes at its
   * end are removed, and {@code /otel/v1/traces} is appended unless it ends so already.
   *
   * @param baseUrl the URL
   * @return this
   * @throws NullPointerException if {@code baseUrl} is null
   * @throws IllegalArgumentException if it is no absolute http or https URL
   */
  public GentraceSpanExporterBuilder setBaseUrl(String baseUrl) {
    this.endpoint = tracesEndpoint(requireNonNull(baseUrl, "baseUrl"));
    return this;
  }

  /**
   * Sets the compression of requests: {@code gzip}, the default, or {@code none}.
   *
   * @param compression the compression
   * @return this
   * @throws NullPointerException if {@code compression} is null
   * @throws IllegalArgumentException if it is another one
   */
  public GentraceSpanExporterBuilder setCompression(String compression) {
    this.compression = checkedCompression(requireNonNull(compression, "compression"));
    return this;
  }

  /**
   * Builds the exporter. Without an API key, and with a malformed setting of the process, it warns
   * once and returns an exporter that sends nothing.
   *
   * @return the exporter
   * @throws IllegalStateException if {@code opentelemetry-exporter-otlp} is not on the class path
   */
  public SpanExporter build() {
    String url;
    String key;
    String method;
    try {
      key = orSetting(apiKey, Setting.API_KEY, GentraceSpanExporterBuilder::checkedKey, "");
      url =
          orSetting(
              endpoint,
              Setting.BASE_URL,
              GentraceSpanExporterBuilder::tracesEndpoint,
              DEFAULT_BASE_URL + TRACES_PATH);
      method =
          orSetting(
              compression,
              Setting.COMPRESSION,
              GentraceSpanExporterBuilder::checkedCompression,
              DEFAULT_COMPRESSION);
    } catch (IllegalArgumentException e) {
      logger.warning(e.getMessage() + " Nothing is sent to Gentrace.");
      return GentraceSpanExporter.filtering(SpanExporter.composite());
    }
    if (key.isEmpty()) {
      logger.warning(
          "No Gentrace API key: set " + Setting.API_KEY + ". Nothing is sent to Gentrace.");
      return GentraceSpanExporter.filtering(SpanExporter.composite());
    }
    try {
      return GentraceSpanExporter.filtering(OtlpHttp.exporter(url, key, method));
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "The Gentrace exporter needs io.opentelemetry:opentelemetry-exporter-otlp on the class"
              + " path. Add it as a dependency.",
          e);
    }
  }

  private static String orSetting(
      @Nullable String value, Setting setting, Function<String, String> check, String otherwise) {
    if (value != null) {
      return value;
    }
    String read = setting.read();
    if (read == null) {
      return otherwise;
    }
    try {
      return check.apply(read);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
    }
  }

  private static String checkedKey(String apiKey) {
    String key = apiKey.trim();
    for (int i = 0; i < key.length(); i++) {
      // Printable ASCII: what HTTP clients accept in a header, and what keys are made of.
      if (key.charAt(i) < ' ' || key.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "The API key holds a character that no HTTP header can carry."
                + " Copy it again, without line breaks.");
      }
    }
    return key;
  }

  private static String tracesEndpoint(String baseUrl) {
    URI uri;
    try {
      uri = new URI(baseUrl);
    } catch (URISyntaxException e) {
      throw malformedUrl();
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http
        || uri.getHost() == null
        || uri.getPort() == 0
        || uri.getPort() > MAX_PORT
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw malformedUrl();
    }
    String url = scheme + baseUrl.substring(scheme.length());
    int end = url.length();
    while (url.charAt(end - 1) == '/') {
      end--;
    }
    url = url.substring(0, end);
    return url.endsWith(TRACES_PATH) ? url : url + TRACES_PATH;
  }

  private static IllegalArgumentException malformedUrl() {
    return new IllegalArgumentException(
        "The base URL is no absolute http or https URL without query and fragment.");
  }

  private static String checkedCompression(String compression) {
    if (!compression.equals("gzip") && !compression.equals("none")) {
      throw new IllegalArgumentException("The compression is neither gzip nor none.");
    }
    return compression;
  }

  @Override
  public String toString() {
    return "GentraceSpanExporterBuilder{apiKey=" + (apiKey == null ? "unset" : "set") + "}";
  }
}
