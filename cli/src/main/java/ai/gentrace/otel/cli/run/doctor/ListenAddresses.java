package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.run.exporter.Expression;
import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the collector that runs a config listens, as this machine may reach it. */
final class ListenAddresses {
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.*):([0-9]{1,5})");

  private final CollectorConfig config;

  ListenAddresses(CollectorConfig config) {
    this.config = config;
  }

  /** Whether the collector serves no metrics that can be read over HTTP. */
  boolean metricsOff() {
    String level = text(config.root().find("service", "telemetry", "metrics", "level"), "normal");
    return level.equalsIgnoreCase("none") || (metricsReaders() != null && metrics().isEmpty());
  }

  /** The page of its own metrics, if the config says where. */
  Optional<URI> metrics() {
    Setting readers = metricsReaders();
    if (readers != null && readers.value() instanceof ListValue list) {
      return list.items().stream()
          .map(Value::asMap)
          .filter(Objects::nonNull)
          .filter(reader -> reader.find("pull", "exporter", "prometheus") != null)
          .findFirst()
          .flatMap(ListenAddresses::prometheus);
    }
    // Until 0.123 one address stood where the readers do now.
    Setting address = config.root().find("service", "telemetry", "metrics", "address");
    return address(text(address, ""), "/metrics");
  }

  private @Nullable Setting metricsReaders() {
    return config.root().find("service", "telemetry", "metrics", "readers");
  }

  private static Optional<URI> prometheus(MapValue reader) {
    String host = text(reader.find("pull", "exporter", "prometheus", "host"), "localhost");
    String port = text(reader.find("pull", "exporter", "prometheus", "port"), "8888");
    return address(host + ":" + port, "/metrics");
  }

  /** The enabled health extension, if there is one. */
  Optional<URI> health() {
    return config.enabledExtensions().items().stream()
        .map(Reference::id)
        .filter(id -> id.type().startsWith("health"))
        .map(id -> config.component(ComponentKind.EXTENSION, id))
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(
            extension ->
                address(
                    text(extension.find("endpoint"), "localhost:13133"),
                    text(extension.find("path"), "/")));
  }

  /** The first OTLP receiver that takes traces over HTTP. */
  Optional<URI> otlpHttp(Collection<ComponentId> receivers) {
    return receivers.stream()
        .filter(id -> id.type().equals("otlp"))
        .map(id -> config.component(ComponentKind.RECEIVER, id))
        .filter(Objects::nonNull)
        .filter(receiver -> receiver.find("protocols", "http") != null)
        .findFirst()
        .flatMap(
            receiver ->
                address(
                    text(receiver.find("protocols", "http", "endpoint"), "localhost:4318"),
                    "/v1/traces"));
  }

  private static String text(@Nullable Setting setting, String otherwise) {
    return setting != null && setting.value() instanceof ScalarValue scalar
        ? scalar.text()
        : otherwise;
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
    return HostUrl.parse("http://" + (any ? "localhost" : host) + ":" + matcher.group(2) + path);
  }
}
