package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The exporters that go to Gentrace, and their URLs. */
final class GentraceExporters {
  /** Of a URL: scheme, host, port, path, and what comes behind. */
  private static final LazyPattern URL =
      LazyPattern.of(
          "(?i)([a-z][a-z0-9+.-]*)://(?:[^/@?#]*@)?(\\[[^\\]]*\\]|[^/:?#]*)(?::[0-9]*)?([^?#]*)(.*)",
          Pattern.DOTALL);

  /**
   * The parts of a URL.
   *
   * @param scheme in lower case
   * @param host in lower case, without port
   * @param path empty where there is none
   * @param rest query and fragment
   */
  record Parts(String scheme, String host, String path, String rest) {}

  private GentraceExporters() {}

  /** Those that speak OTLP over HTTP. */
  static List<Component> http(Subject subject) {
    return exporters(subject, true);
  }

  /** Those that do not. */
  static List<Component> grpc(Subject subject) {
    return exporters(subject, false);
  }

  private static List<Component> exporters(Subject subject, boolean http) {
    List<Component> exporters = new ArrayList<>();
    for (Component exporter : subject.path().exporters()) {
      if (OtlpExporters.isHttp(exporter.id()) == http) {
        exporters.add(exporter);
      }
    }
    return List.copyOf(exporters);
  }

  /** Whether {@code traces_endpoint} says where traces go. */
  static boolean isWhole(Component exporter) {
    ScalarValue traces = exporter.scalar("traces_endpoint");
    return traces != null && !traces.text().isEmpty();
  }

  /** Where traces go by the config: {@code traces_endpoint}, else {@code endpoint}; or null. */
  static @Nullable ScalarValue url(Component exporter) {
    return exporter.scalar(isWhole(exporter) ? "traces_endpoint" : "endpoint");
  }

  /** Takes a URL apart; null where it is none. */
  static @Nullable Parts parts(String url) {
    Matcher matcher = URL.matcher(url);
    return matcher.matches()
        ? new Parts(
            matcher.group(1).toLowerCase(Locale.ROOT),
            matcher.group(2).toLowerCase(Locale.ROOT),
            matcher.group(3),
            matcher.group(4))
        : null;
  }
}
