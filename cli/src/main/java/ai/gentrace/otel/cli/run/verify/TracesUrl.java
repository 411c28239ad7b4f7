package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an OTLP/HTTP exporter sends spans: {@code traces_endpoint} as it is, else {@code endpoint}
 * with {@code /v1/traces} appended by the exporter.
 *
 * @param setting what is written
 * @param path what follows the host, as written; a variable's part is {@link Variables#DUMMY}
 * @param known whether no variable without a default is part of the path
 * @param reachable whether the text is an http or https URL at all
 */
record TracesUrl(Setting setting, String path, boolean known, boolean reachable) {
  private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#]*(.*)");
  private static final Pattern GENTRACE_HOST =
      Pattern.compile("(?i)https?://([a-z0-9.-]+\\.)?gentrace\\.ai([:/?#].*)?");
  private static final String UNKNOWN = "\u0000";

  /** The exporter's URL; null where it has none. */
  static @Nullable TracesUrl of(Component exporter) {
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
      String path = "/" + Variables.DUMMY + expanded.substring(1).replace(UNKNOWN, Variables.DUMMY);
      return new TracesUrl(setting, path, false, true);
    }
    Matcher url = URL.matcher(expanded);
    if (!url.matches()) {
      return new TracesUrl(setting, expanded.replace(UNKNOWN, Variables.DUMMY), true, false);
    }
    String path = url.group(1);
    return new TracesUrl(
        setting, path.replace(UNKNOWN, Variables.DUMMY), !path.contains(UNKNOWN), true);
  }

  /** Whether the URL, as written, is on Gentrace's host or on the one that the user names. */
  boolean isAt(Target target) {
    return setting.value() instanceof ScalarValue scalar
        && (GENTRACE_HOST.matcher(scalar.text()).matches()
            || scalar.text().startsWith(target.endpoint().baseUrl()));
  }

  /** The same URL on another server. */
  String on(String server) {
    return reachable ? server + path : path;
  }
}
