package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Route;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import ai.gentrace.otel.cli.run.exporter.AuthorizationHeader;
import ai.gentrace.otel.cli.run.exporter.Expression;
import ai.gentrace.otel.cli.run.exporter.GoDuration;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an examination needs to know of a config. */
public final class ConfigFactsReader {
  private static final Duration USUAL_BATCH = Duration.ofMillis(200);
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.*):([0-9]{1,5})");

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
    Optional<Component> first = path.exporters().stream().findFirst();
    @Nullable TracesUrl url = first.map(TracesUrl::of).orElse(null);
    return new ConfigFacts(
        file,
        exporters,
        queued(),
        gates(),
        receivers(),
        keyVariables(),
        url == null ? Optional.empty() : url.posted(),
        text(first, "compression").orElse("gzip"),
        text(first, "proxy_url").flatMap(ConfigFactsReader::uri),
        metricsOff(),
        metrics(),
        health(),
        otlpHttp(),
        flush());
  }

  private static Optional<String> text(Optional<Component> component, String key) {
    return component
        .map(c -> c.find(key))
        .map(Setting::value)
        .map(Value::asScalar)
        .map(ScalarValue::text);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Set<String> queued() {
    return config.section(ComponentKind.EXPORTER).components().stream()
        .filter(exporter -> isUsed(exporter.id()))
        .filter(
            exporter ->
                Set.of("otlp", "otlp_grpc", "otlphttp", "otlp_http").contains(exporter.id().type()))
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
        .filter(
            processor ->
                processor.id().toString().contains("gentrace")
                    || SpanFilter.of(processor).traceConditions().stream()
                        .anyMatch(FilterCondition::mentionsGentrace))
        .map(processor -> processor.id().toString())
        .toList();
  }

  private List<String> receivers() {
    Set<String> receivers = new LinkedHashSet<>();
    for (Route route : path.routes()) {
      receivers.add(route.receiver().id().toString());
    }
    return List.copyOf(receivers);
  }

  private List<String> keyVariables() {
    return path.exporters().stream()
        .map(AuthorizationHeader::setting)
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

  private boolean metricsOff() {
    Setting level = config.root().find("service", "telemetry", "metrics", "level");
    boolean none =
        level != null
            && level.value() instanceof ScalarValue scalar
            && scalar.text().toLowerCase(Locale.ROOT).equals("none");
    Setting readers = config.root().find("service", "telemetry", "metrics", "readers");
    return none || (readers != null && metrics().isEmpty());
  }

  private Optional<URI> metrics() {
    Setting readers = config.root().find("service", "telemetry", "metrics", "readers");
    if (readers != null && readers.value() instanceof ListValue list) {
      for (Value item : list.items()) {
        MapValue map = item.asMap();
        Setting page = map == null ? null : map.find("pull", "exporter", "prometheus");
        MapValue address = page == null ? null : page.value().asMap();
        if (page != null) {
          String host = text(address, "host").orElse("localhost");
          return address(host + ":" + text(address, "port").orElse("8888"), "/metrics");
        }
      }
      return Optional.empty();
    }
    Setting old = config.root().find("service", "telemetry", "metrics", "address");
    return old != null && old.value() instanceof ScalarValue scalar
        ? address(scalar.text(), "/metrics")
        : Optional.empty();
  }

  private static Optional<String> text(@Nullable MapValue map, String key) {
    Setting setting = map == null ? null : map.get(key);
    return setting != null && setting.value() instanceof ScalarValue scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private Optional<URI> health() {
    for (Reference reference : config.enabledExtensions().items()) {
      Component extension = config.component(ComponentKind.EXTENSION, reference.id());
      if (extension != null && reference.id().type().startsWith("health")) {
        Setting path = extension.find("path");
        String where =
            path != null && path.value() instanceof ScalarValue scalar ? scalar.text() : "/";
        Setting endpoint = extension.find("endpoint");
        return endpoint != null && endpoint.value() instanceof ScalarValue scalar
            ? address(scalar.text(), where)
            : address("localhost:13133", where);
      }
    }
    return Optional.empty();
  }

  private Optional<URI> otlpHttp() {
    for (String id : receivers()) {
      Component receiver = config.component(ComponentKind.RECEIVER, ComponentId.of(id));
      Setting http = receiver == null ? null : receiver.find("protocols", "http");
      if (receiver != null && receiver.id().type().equals("otlp") && http != null) {
        Setting endpoint = receiver.find("protocols", "http", "endpoint");
        return endpoint != null && endpoint.value() instanceof ScalarValue scalar
            ? address(scalar.text(), "/v1/traces")
            : address("localhost:4318", "/v1/traces");
      }
    }
    return Optional.empty();
  }

  /** A listen address as seen from this machine: an address for all interfaces is loopback too. */
  private static Optional<URI> address(String text, String path) {
    String expanded =
        Expression.replace(text, e -> e.fallback() == null ? "0.0.0.0" : e.fallback());
    Matcher matcher = HOST_AND_PORT.matcher(expanded);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1);
    boolean any =
        host.isEmpty() || host.equals("0.0.0.0") || host.equals("[::]") || host.equals("::");
    return uri("http://" + (any ? "localhost" : host) + ":" + matcher.group(2) + path);
  }

  private Duration flush() {
    Duration longest = Duration.ZERO;
    for (Route route : path.routes()) {
      Duration sum = Duration.ZERO;
      for (Reference processor : route.processors()) {
        if (processor.id().type().equals("batch")) {
          Component batch = config.component(ComponentKind.PROCESSOR, processor.id());
          sum = sum.plus(duration(batch == null ? null : batch.find("timeout")));
        }
      }
      Component exporter = config.component(ComponentKind.EXPORTER, route.exporter().id());
      if (exporter != null && exporter.find("sending_queue", "batch") != null) {
        sum = sum.plus(duration(exporter.find("sending_queue", "batch", "flush_timeout")));
      }
      longest = sum.compareTo(longest) > 0 ? sum : longest;
    }
    return longest;
  }

  private static Duration duration(@Nullable Setting setting) {
    Duration own = setting == null ? null : GoDuration.of(setting.value());
    return own == null ? USUAL_BATCH : own;
  }
}
