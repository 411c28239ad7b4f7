package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.List;

/** What the exporters for OTLP refuse. */
final class ExporterValidation {
  private static final LazyPattern NO_URL =
      LazyPattern.of(
          "[^/?#]*[^A-Za-z0-9+.\\-/?#:][^/?#]*:.*|[0-9][^/?#]*:.*|:.*|https?://[^/?#]*\\s.*");
  private static final List<String> ENDPOINTS =
      List.of(
          "endpoint", "traces_endpoint", "metrics_endpoint", "logs_endpoint", "profiles_endpoint");

  private ExporterValidation() {}

  static void check(ComponentSettings settings) {
    switch (settings.component().id().type()) {
      case "otlp_http", "otlphttp" -> httpExporter(settings);
      default -> grpcExporter(settings);
    }
    QueueValidation.check(settings);
    RetryValidation.check(settings);
  }

  private static void httpExporter(ComponentSettings settings) {
    boolean any = false;
    for (String name : ENDPOINTS) {
      any |= ComponentSettings.isSet(settings.find(name));
    }
    if (!any) {
      settings.missing(
          settings.key(),
          "`" + settings.component().id() + "` has no endpoint.",
          "Add `endpoint:`, or `traces_endpoint:` for a whole URL.");
      return;
    }
    for (String name : ENDPOINTS) {
      ScalarValue url = settings.scalar(name);
      if (url != null
          && url.type() == ScalarType.STRING
          && !ScalarSetting.isOpen(url)
          && !isPlainWebUrl(url.text())
          && NO_URL.matcher(url.text()).matches()) {
        settings.refuse(
            name, "`" + url.text() + "` is no URL.", "Write it with http:// or https://.");
      }
    }
  }

  /** What almost every URL is, told without the pattern that tells it of any text. */
  private static boolean isPlainWebUrl(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  private static void grpcExporter(ComponentSettings settings) {
    if (settings.subject().path().exporters().contains(settings.component())) {
      return;
    }
    Setting endpoint = settings.find("endpoint");
    if (!ComponentSettings.isSet(endpoint)) {
      settings.missing(
          settings.key(),
          "`" + settings.component().id() + "` has no endpoint.",
          "Add `endpoint: host:4317`.");
      return;
    }
    ScalarValue address = settings.scalar("endpoint");
    if (address == null
        || address.type() != ScalarType.STRING
        || ScalarSetting.isOpen(address)
        || (address.text().contains("://") && !address.text().matches("https?://.*"))
        || address.text().startsWith("unix:")) {
      return;
    }
    String host = address.text().replaceFirst("^https?://", "");
    if (!host.contains(":")) {
      settings.refuse(
          "endpoint", "The address has no port.", "gRPC's usual one is 4317: " + host + ":4317.");
    } else if (!host.substring(host.lastIndexOf(':') + 1).matches("[0-9]+")) {
      settings.refuse("endpoint", "The port has to be a number, and nothing stands behind it.", "");
    }
  }
}
