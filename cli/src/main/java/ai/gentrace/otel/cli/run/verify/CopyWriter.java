package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.run.verify.RunCopy.Servers;
import ai.gentrace.otel.cli.run.verify.RunCopy.Variant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run's copy of a config: processors, connectors and topology are the user's own;
 * exporters lead to captures, receivers listen where they are told, and nothing is left that would
 * bind or ask anything else. A pure function of its arguments. Used once.
 */
final class CopyWriter {
  private static final String HTTP_LISTENER = "protocols::http::endpoint";

  private final CollectorConfig config;
  private final GentraceParts parts;
  private final Variant variant;
  private final Cut cut;
  private final Servers servers;
  private final Variables variables = new Variables();
  private final StringBuilder text = new StringBuilder();

  /**
   * Ids of the user's config to those of the copy, where they differ. A receiver and an exporter
   * may have the same id.
   */
  private final Map<ComponentId, String> renamedReceivers = new LinkedHashMap<>();

  private final Map<ComponentId, String> renamedExporters = new LinkedHashMap<>();

  private final Map<ComponentId, String> listeners = new LinkedHashMap<>();

  private CopyWriter(
      CollectorConfig config, GentraceParts parts, Variant variant, Servers servers) {
    this.config = config;
    this.parts = parts;
    this.variant = variant;
    this.servers = servers;
    this.cut = variant == Variant.WITHOUT ? Cut.without(config, parts) : Cut.with(config);
  }

  static RunCopy write(
      CollectorConfig config, GentraceParts parts, Variant variant, Servers servers) {
    return new CopyWriter(config, parts, variant, servers).write();
  }

  private RunCopy write() {
    section(ComponentKind.RECEIVER, receivers());
    section(ComponentKind.PROCESSOR, processors());
    section(ComponentKind.EXPORTER, exporters());
    section(ComponentKind.CONNECTOR, connectors());
    Map<String, String> extensions = extensions();
    section(ComponentKind.EXTENSION, extensions);
    text.append("service:\n");
    if (!extensions.isEmpty()) {
      text.append("  extensions: ").append(FlowYaml.texts(extensions.keySet())).append('\n');
    }
    text.append("  pipelines:\n");
    cut.pipelines().forEach((id, lane) -> pipeline(id, lane));
    return new RunCopy(text.toString(), variables.environment(), variables.uses(), listeners);
  }

  private void section(ComponentKind kind, Map<String, String> bodies) {
    if (!bodies.isEmpty()) {
      text.append(kind.section()).append(":\n");
      bodies.forEach(
          (id, body) ->
              text.append("  ").append(FlowYaml.text(id)).append(": ").append(body).append('\n'));
    }
  }

  private Map<String, String> receivers() {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (ComponentId id : cut.receivers()) {
      String written = id.toString();
      if (!id.type().equals("otlp")) {
        written = "otlp/verify_" + id.type() + (id.name() == null ? "" : "_" + id.name());
        renamedReceivers.put(id, written);
      }
      listeners.put(id, "receivers::" + written + "::" + HTTP_LISTENER);
      bodies.put(written, receiver(config.component(ComponentKind.RECEIVER, id)));
    }
    return bodies;
  }

  /** Only what decides how spans look further on; TLS, authentication and CORS stay out. */
  private String receiver(@Nullable Component receiver) {
    Map<String, String> http = new LinkedHashMap<>();
    http.put("endpoint", FlowYaml.text("127.0.0.1:0"));
    for (String protocol : List.of("grpc", "http")) {
      Setting metadata =
          receiver == null ? null : receiver.find("protocols", protocol, "include_metadata");
      if (metadata != null) {
        http.put("include_metadata", own(metadata));
      }
    }
    Setting limit =
        receiver == null ? null : receiver.find("protocols", "http", "max_request_body_size");
    if (limit != null) {
      http.put("max_request_body_size", own(limit));
    }
    return FlowYaml.map(Map.of("protocols", FlowYaml.map(Map.of("http", FlowYaml.map(http)))));
  }

  private String own(Setting setting) {
    return FlowYaml.of(setting.key(), setting.value(), variables::write);
  }

  private Map<String, String> processors() {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (ComponentId id : cut.processors()) {
      Component processor = config.component(ComponentKind.PROCESSOR, id);
      if (processor != null && Surroundings.reasonToLeaveOut(id) == null) {
        bodies.put(id.toString(), Surroundings.body(processor, variables));
      }
    }
    return bodies;
  }

  private Map<String, String> connectors() {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (ComponentId id : cut.connectors()) {
      Component connector = config.component(ComponentKind.CONNECTOR, id);
      if (connector != null) {
        bodies.put(id.toString(), new ConnectorCopy(connector, cut, variables).write());
      }
    }
    return bodies;
  }

  private Map<String, String> exporters() {
    Map<String, String> bodies = new LinkedHashMap<>();
    String type = httpType();
    int number = 0;
    for (ComponentId id : cut.exporters()) {
      Component exporter = config.component(ComponentKind.EXPORTER, id);
      if (exporter == null) {
        // Not defined: the collector has to say so, as it would of the user's own file.
        continue;
      }
      if (parts.exporters().contains(id) && OtlpExporters.isHttp(id)) {
        bodies.put(id.toString(), gentrace(exporter));
        continue;
      }
      String written = type + "/capture_" + ++number;
      renamedExporters.put(id, written);
      bodies.put(written, capture(servers.other(id)));
    }
    return bodies;
  }

  private String gentrace(Component exporter) {
    ComponentId auth = Surroundings.authenticator(exporter);
    boolean kept = auth != null && Surroundings.isHarmless(auth);
    return new GentraceExporterCopy(exporter, variables)
        .write(
            servers.gentrace(exporter.id()),
            kept ? String.valueOf(auth) : null,
            variant == Variant.SMALL_QUEUE);
  }

  /** Whatever arrives is handed over at once, so that an answered request is a captured one. */
  private static String capture(String url) {
    String off = FlowYaml.map(Map.of("enabled", "false"));
    Map<String, String> body = new LinkedHashMap<>();
    body.put("endpoint", FlowYaml.text(url));
    body.put("compression", "none");
    body.put("retry_on_failure", off);
    body.put("sending_queue", off);
    return FlowYaml.map(body);
  }

  /** The OTLP/HTTP exporter's type under the name that the user's collector knows. */
  private String httpType() {
    for (ComponentId id : parts.exporters()) {
      if (OtlpExporters.isHttp(id)) {
        return id.type();
      }
    }
    return "otlphttp";
  }

  private Map<String, String> extensions() {
    Map<String, String> bodies = new LinkedHashMap<>();
    if (variant == Variant.WITHOUT) {
      return bodies;
    }
    for (ComponentId id : parts.exporters()) {
      Component exporter = config.component(ComponentKind.EXPORTER, id);
      ComponentId auth = exporter == null ? null : Surroundings.authenticator(exporter);
      if (auth != null
          && Surroundings.isHarmless(auth)
          && config.enabledExtensions().get(auth) != null) {
        Component extension = config.component(ComponentKind.EXTENSION, auth);
        bodies.put(auth.toString(), Surroundings.authBody(auth, extension));
      }
    }
    return bodies;
  }

  private void pipeline(ComponentId id, Cut.Lane lane) {
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("receivers", names(lane.receivers(), renamedReceivers));
    List<ComponentId> processors =
        lane.processors().stream()
            .filter(processor -> Surroundings.reasonToLeaveOut(processor) == null)
            .toList();
    if (!processors.isEmpty()) {
      lists.put("processors", names(processors, Map.of()));
    }
    lists.put("exporters", names(lane.exporters(), renamedExporters));
    text.append("    ")
        .append(FlowYaml.text(id.toString()))
        .append(": ")
        .append(FlowYaml.map(lists))
        .append('\n');
  }

  private static String names(Collection<ComponentId> ids, Map<ComponentId, String> renamed) {
    return FlowYaml.texts(ids.stream().map(id -> renamed.getOrDefault(id, id.toString())).toList());
  }
}
