package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Route;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import ai.gentrace.otel.cli.run.exporter.Expression;
import ai.gentrace.otel.cli.run.exporter.GoDuration;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an examination needs to know of a config. */
public final class ConfigFactsReader {
  private static final Duration USUAL_BATCH = Duration.ofMillis(200);

  private final CollectorConfig config;
  private final GentracePath path;

  private ConfigFactsReader(CollectorConfig config, GentracePath path) {
    this.config = config;
    this.path = path;
  }

  /**
   * Reads a config.
   *
   * @param file how the user names it
   */
  public static ConfigFacts read(CollectorConfig config, String file, GentraceEndpoint endpoint) {
    return new ConfigFactsReader(config, GentracePath.of(config, endpoint)).facts(file);
  }

  private ConfigFacts facts(String file) {
    List<String> exporters =
        path.exporters().stream().map(exporter -> exporter.id().toString()).toList();
    Set<ComponentId> receivers = receivers();
    ListenAddresses addresses = new ListenAddresses(config);
    Optional<Component> first = path.exporters().stream().findFirst();
    @Nullable TracesUrl url = first.map(TracesUrl::of).orElse(null);
    return new ConfigFacts(
        file,
        exporters,
        queued(),
        gates(),
        receivers.stream().map(ComponentId::toString).toList(),
        keyVariables(),
        url == null ? Optional.empty() : url.posted(),
        text(first, "compression").orElse("gzip"),
        text(first, "proxy_url").flatMap(HostUrl::parse),
        addresses.metricsOff(),
        addresses.metrics(),
        addresses.health(),
        addresses.otlpHttp(receivers),
        flush());
  }

  private static Optional<String> text(Optional<Component> component, String key) {
    return component.map(c -> c.scalar(key)).map(ScalarValue::text);
  }

  private Set<String> queued() {
    return config.section(ComponentKind.EXPORTER).components().stream()
        .filter(exporter -> isUsed(exporter.id()))
        .filter(exporter -> OtlpExporters.isOtlp(exporter.id()))
        .filter(exporter -> !isFalse(exporter.find("sending_queue", "enabled")))
        .map(exporter -> exporter.id().toString())
        .collect(Collectors.toSet());
  }

  private boolean isUsed(ComponentId exporter) {
    return config.pipelines().stream().anyMatch(p -> p.exporters().get(exporter) != null);
  }

  private static boolean isFalse(@Nullable Setting setting) {
    return setting != null
        && setting.value() instanceof ScalarValue scalar
        && scalar.text().toLowerCase(Locale.ROOT).equals("false");
  }

  private List<String> gates() {
    return config.section(ComponentKind.PROCESSOR).components().stream()
        .filter(processor -> processor.id().type().equals(SpanFilter.TYPE))
        .filter(processor -> Gate.isGate(SpanFilter.of(processor)))
        .map(processor -> processor.id().toString())
        .toList();
  }

  private Set<ComponentId> receivers() {
    Set<ComponentId> receivers = new LinkedHashSet<>();
    for (Route route : path.routes()) {
      receivers.add(route.receiver().id());
    }
    return receivers;
  }

  private List<String> keyVariables() {
    return path.exporters().stream()
        .map(AuthorizationHeader::of)
        .filter(Objects::nonNull)
        .map(Setting::value)
        .map(Value::asScalar)
        .filter(Objects::nonNull)
        .flatMap(scalar -> Expression.in(scalar.text()).stream())
        .filter(Expression::isVariable)
        .map(Expression::name)
        .distinct()
        .toList();
  }

  private Duration flush() {
    Duration longest = Duration.ZERO;
    for (Route route : path.routes()) {
      Duration sum = Duration.ZERO;
      for (Reference processor : route.processors()) {
        if (processor.id().type().equals("batch")) {
          Component batch = config.component(ComponentKind.PROCESSOR, processor.id());
          sum = sum.plus(GoDuration.of(batch, USUAL_BATCH, "timeout"));
        }
      }
      Component exporter = config.component(ComponentKind.EXPORTER, route.exporter().id());
      if (exporter != null && exporter.find("sending_queue", "batch") != null) {
        sum =
            sum.plus(
                GoDuration.of(exporter, USUAL_BATCH, "sending_queue", "batch", "flush_timeout"));
      }
      longest = sum.compareTo(longest) > 0 ? sum : longest;
    }
    return longest;
  }
}
