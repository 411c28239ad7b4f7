package ai.gentrace.otel.cli.run.exporter;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an OTLP/HTTP exporter sends spans: {@code traces_endpoint} as it is, else {@code endpoint}
 * with {@code /v1/traces} appended by the exporter.
 *
 * @param setting what is written
 * @param path what follows the host, as written; a variable's part is {@link #VARIABLE}
 * @param known whether no variable without a default is part of the path
 * @param reachable whether the text is an http or https URL at all
 */
public record TracesUrl(Setting setting, String path, boolean known, boolean reachable) {
  private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#]*(.*)");

  /** Stands for a variable without a default. */
  public static final String VARIABLE = "verify";

  private static final String SIGNAL_PATH = "/v1/traces";
  private static final String UNKNOWN = "\u0000";

  /** The exporter's URL; null where it has none. */
  public static @Nullable TracesUrl of(Component exporter) {
    for (String key : new String[] {"traces_endpoint", "endpoint"}) {
      Setting setting = exporter.find(key);
      if (setting != null
          && setting.value() instanceof ScalarValue scalar
          && !scalar.isNull()
          && !scalar.text().isEmpty()) {
        return of(setting, scalar.text());
      }
    }
    return null;
  }

  private static TracesUrl of(Setting setting, String text) {
    String expanded = Expression.replace(text, e -> e.fallback() == null ? UNKNOWN : e.fallback());
    if (expanded.startsWith(UNKNOWN)) {
      String path = "/" + VARIABLE + expanded.substring(1).replace(UNKNOWN, VARIABLE);
      return new TracesUrl(setting, path, false, true);
    }
    Matcher url = URL.matcher(expanded);
    if (!url.matches()) {
      return new TracesUrl(setting, expanded.replace(UNKNOWN, VARIABLE), true, false);
    }
    String path = url.group(1);
    return new TracesUrl(setting, path.replace(UNKNOWN, VARIABLE), !path.contains(UNKNOWN), true);
  }

  /** Whether the URL, as written, is on Gentrace's host or on the one that the user names. */
  public boolean isAt(GentraceEndpoint endpoint) {
    return setting.value() instanceof ScalarValue scalar && endpoint.isTargetOf(scalar.text());
  }

  /**
   * The URL that the exporter posts to, with {@code /v1/traces} where it appends that; empty where
   * nobody knows it before the collector starts.
   */
  public Optional<URI> posted() {
    if (!known || !reachable || !(setting.value() instanceof ScalarValue scalar)) {
      return Optional.empty();
    }
    String text =
        Expression.replace(scalar.text(), e -> e.fallback() == null ? UNKNOWN : e.fallback());
    if (setting.key().equals("endpoint")) {
      text += text.endsWith("/") ? SIGNAL_PATH.substring(1) : SIGNAL_PATH;
    }
    try {
      return text.contains(UNKNOWN) ? Optional.empty() : Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The same URL on another server. */
  public String on(String server) {
    return reachable ? server + path : path;
  }
}
