package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.run.exporter.DummyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Components that look beyond the collector: at a cloud, a cluster, a disk, other servers. */
final class Surroundings {
  private static final Map<String, String> ASKING =
      Map.ofEntries(
          Map.entry("k8sattributes", "it asks the Kubernetes API"),
          Map.entry("k8s_attributes", "it asks the Kubernetes API"),
          Map.entry("resourcedetection", "it asks the cloud that it runs in"),
          Map.entry("resource_detection", "it asks the cloud that it runs in"),
          Map.entry("geoip", "it needs its database"),
          Map.entry("geo_ip", "it needs its database"),
          Map.entry("dns_lookup", "it asks name servers"),
          Map.entry("dnslookup", "it asks name servers"),
          Map.entry("schema", "it fetches schemas"),
          Map.entry("remotetap", "it opens a port"),
          Map.entry("remote_tap", "it opens a port"));

  /** They hold a key and nothing else. */
  private static final Set<String> HARMLESS_AUTH =
      Set.of("bearertokenauth", "bearer_token_auth", "basicauth", "basic_auth");

  private Surroundings() {}

  /** Why a run goes without a processor; null where it keeps it. */
  static @Nullable String reasonToLeaveOut(ComponentId processor) {
    return ASKING.get(processor.type());
  }

  /** A processor's own settings, without a store that is an extension. */
  static String body(Component processor, Variables variables) {
    MapValue map = processor.body().asMap();
    if (map == null) {
      return FlowYaml.of(processor.setting().key(), processor.body(), variables::write);
    }
    Map<String, String> body = new LinkedHashMap<>();
    for (Setting setting : map.settings()) {
      if (!setting.key().equals("tail_storage")) {
        body.put(setting.key(), FlowYaml.of(setting.key(), setting.value(), variables::write));
      }
    }
    return FlowYaml.map(body);
  }

  /** The extension that authenticates an exporter; null without one. */
  static @Nullable ComponentId authenticator(Component exporter) {
    ScalarValue id = exporter.scalar("auth", "authenticator");
    return id == null ? null : ComponentId.of(id.text());
  }

  /** Whether a run can keep an authenticator, with a dummy for its key. */
  static boolean isHarmless(ComponentId extension) {
    return HARMLESS_AUTH.contains(extension.type());
  }

  /** The body of a harmless authenticator. */
  static String authBody(ComponentId id, @Nullable Component extension) {
    String dummy = FlowYaml.text(DummyKey.TEXT);
    if (id.type().startsWith("basic")) {
      return FlowYaml.map(
          Map.of("client_auth", FlowYaml.map(Map.of("username", dummy, "password", dummy))));
    }
    Map<String, String> body = new LinkedHashMap<>();
    for (String key : List.of("scheme", "header")) {
      ScalarValue own = extension == null ? null : extension.scalar(key);
      if (own != null) {
        body.put(key, FlowYaml.scalar(own));
      }
    }
    body.put("token", dummy);
    return FlowYaml.map(body);
  }
}
