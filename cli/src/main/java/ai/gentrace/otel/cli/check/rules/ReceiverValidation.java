package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.List;

/** What the otlp receiver refuses. */
final class ReceiverValidation {
  private ReceiverValidation() {}

  static void check(ComponentSettings settings) {
    Setting protocols = settings.find("protocols");
    MapValue map = protocols == null ? null : protocols.value().asMap();
    boolean open = protocols != null && protocols.value().isExpression();
    boolean wrong = protocols != null && map == null && !protocols.value().isNull();
    if (!open && !wrong && (map == null || map.settings().isEmpty())) {
      settings.missing(
          protocols == null ? settings.key() : protocols.keyPlace(),
          "The otlp receiver needs a protocol.",
          "Add `grpc: {}` or `http: {}` under `protocols:`.");
    }
    for (String protocol : List.of("grpc", "http")) {
      Setting tls = settings.find("protocols", protocol, "tls");
      MapValue entries = tls == null ? null : tls.value().asMap();
      if (tls != null && entries != null && ComponentSettings.isOn(entries)) {
        boolean certificate = holds(entries, "cert_file") || holds(entries, "cert_pem");
        boolean key = holds(entries, "key_file") || holds(entries, "key_pem");
        if (!certificate || !key) {
          settings.missing(
              tls.keyPlace(),
              "A server's `tls` needs both a certificate and a key.",
              "Give `cert_file` and `key_file`.");
        }
      }
    }
  }

  private static boolean holds(MapValue map, String key) {
    Setting setting = map.get(key);
    return setting != null && !setting.value().isNull();
  }
}
