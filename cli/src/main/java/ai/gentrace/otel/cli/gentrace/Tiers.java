package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether one collector sends its traces to another one. */
public final class Tiers {
  /** Exporters that hand on, and the receivers that take what they send. */
  private static final Map<String, String> TAKEN_BY =
      Map.of(
          "load_balancing", "otlp",
          "loadbalancing", "otlp",
          "kafka", "kafka",
          "pulsar", "pulsar");

  /** Names that people give to collectors, and not to the backends that speak OTLP too. */
  private static final Pattern COLLECTOR_NAME =
      Pattern.compile("otel|opentelemetry|collector|gateway");

  private static final Pattern ENDPOINT =
      Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*://)?([^/:]+)(?::([0-9]+))?(?:/.*)?");

  private Tiers() {}

  /**
   * Whether the first config's traces seem to go to the second one's receivers: by an exporter that
   * hands on to collectors or brokers, or by OTLP to a host named like a collector on a port that
   * the second one listens on.
   */
  public static boolean feeds(CollectorConfig from, CollectorConfig to) {
    Set<String> ports = OtlpPorts.of(to);
    for (Pipeline pipeline : from.pipelines()) {
      if (!pipeline.isTraces()) {
        continue;
      }
      for (Reference reference : pipeline.exporters().items()) {
        String taker = TAKEN_BY.get(reference.id().type());
        if (taker != null && receives(to, taker)) {
          return true;
        }
        Component exporter = from.component(ComponentKind.EXPORTER, reference.id());
        if (exporter != null && OtlpExporters.isOtlp(exporter.id()) && aimsAt(exporter, ports)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean receives(CollectorConfig config, String type) {
    return config.pipelines().stream()
        .filter(Pipeline::isTraces)
        .flatMap(pipeline -> pipeline.receivers().ids().stream())
        .map(ComponentId::type)
        .anyMatch(type::equals);
  }

  private static boolean aimsAt(Component exporter, Set<String> ports) {
    Setting endpoint = exporter.find("endpoint");
    if (endpoint == null || !(endpoint.value() instanceof ScalarValue url)) {
      return false;
    }
    Matcher matcher = ENDPOINT.matcher(url.text());
    return matcher.matches()
        && COLLECTOR_NAME.matcher(matcher.group(1).toLowerCase(Locale.ROOT)).find()
        && (matcher.group(2) == null ? !ports.isEmpty() : ports.contains(matcher.group(2)));
  }

  /** On which ports a config's traces pipelines take OTLP. */
  private static final class OtlpPorts {
    private static final Map<String, String> DEFAULTS = Map.of("grpc", "4317", "http", "4318");
    private static final Pattern PORT = Pattern.compile(":([0-9]+)$");

    private OtlpPorts() {}

    static Set<String> of(CollectorConfig config) {
      Set<String> ports = new HashSet<>();
      List<ComponentId> used =
          config.pipelines().stream()
              .filter(Pipeline::isTraces)
              .flatMap(pipeline -> pipeline.receivers().ids().stream())
              .toList();
      for (Component receiver : config.section(ComponentKind.RECEIVER).components()) {
        if (receiver.id().type().equals("otlp") && used.contains(receiver.id())) {
          DEFAULTS.forEach((protocol, port) -> ports.addAll(port(receiver, protocol, port)));
        }
      }
      return ports;
    }

    private static List<String> port(Component receiver, String protocol, String otherwise) {
      if (receiver.find("protocols", protocol) == null) {
        return List.of();
      }
      Setting endpoint = receiver.find("protocols", protocol, "endpoint");
      if (endpoint == null || !(endpoint.value() instanceof ScalarValue address)) {
        return List.of(otherwise);
      }
      Matcher matcher = PORT.matcher(address.text());
      return matcher.find() ? List.of(matcher.group(1)) : List.of(otherwise);
    }
  }
}
