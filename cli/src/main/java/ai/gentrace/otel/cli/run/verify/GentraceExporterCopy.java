package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.run.exporter.DummyKey;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exporter to Gentrace in a run's copy: the user's own settings, aimed at a server of this
 * machine, with dummies for everything that may be secret.
 */
final class GentraceExporterCopy {
  /** They lead elsewhere, need the real server, or name an extension that is not there. */
  private static final Set<String> DROPPED =
      Set.of(
          "endpoint",
          "traces_endpoint",
          "metrics_endpoint",
          "logs_endpoint",
          "profiles_endpoint",
          "tls",
          "proxy_url",
          "middlewares",
          "cookies",
          "auth",
          "headers",
          "sending_queue",
          "encoding",
          "compression");

  private static final Set<String> READABLE_COMPRESSIONS = Set.of("gzip", "none", "");

  private final Component exporter;
  private final Variables variables;

  GentraceExporterCopy(Component exporter, Variables variables) {
    this.exporter = exporter;
    this.variables = variables;
  }

  /**
   * Writes the body.
   *
   * @param server URL of the server that stands in for Gentrace, without a path
   * @param auth the extension that authenticates, if the copy has it
   * @param smallQueue whether the queue holds a single request and one consumer serves it
   */
  String write(String server, @Nullable String auth, boolean smallQueue) {
    Map<String, String> body = new LinkedHashMap<>();
    TracesUrl url = TracesUrl.of(exporter);
    if (url != null) {
      body.put(url.setting().key(), FlowYaml.text(url.on(server).replace("$", "$$")));
    }
    MapValue map = exporter.body().asMap();
    if (map != null) {
      for (Setting setting : map.settings()) {
        if (!DROPPED.contains(setting.key())) {
          body.put(setting.key(), plain(setting));
        }
      }
    }
    Setting compression = exporter.find("compression");
    if (compression != null) {
      body.put("compression", compression(compression));
    }
    Setting headers = exporter.find("headers");
    if (headers != null) {
      body.put("headers", headers(headers.value()));
    }
    if (auth != null) {
      body.put("auth", FlowYaml.map(Map.of("authenticator", FlowYaml.text(auth))));
    }
    Setting queue = exporter.find("sending_queue");
    if (queue != null || smallQueue) {
      body.put("sending_queue", queue(queue == null ? null : queue.value(), smallQueue));
    }
    return FlowYaml.map(body);
  }

  private String plain(Setting setting) {
    return FlowYaml.of(setting.key(), setting.value(), variables::write);
  }

  private String compression(Setting setting) {
    boolean readable =
        setting.value() instanceof ScalarValue scalar
            && READABLE_COMPRESSIONS.contains(scalar.text().toLowerCase(Locale.ROOT));
    return readable ? plain(setting) : "gzip";
  }

  /** Header values are dummies, in the map form and in the list form. */
  private static String headers(Value headers) {
    if (headers instanceof ListValue list) {
      List<String> items = new ArrayList<>();
      for (Value item : list.items()) {
        MapValue map = item.asMap();
        Setting name = map == null ? null : map.get("name");
        Setting value = map == null ? null : map.get("value");
        if (name != null && value != null && name.value() instanceof ScalarValue text) {
          Map<String, String> header = new LinkedHashMap<>();
          header.put("name", FlowYaml.scalar(text));
          header.put("value", header(text.text(), value));
          items.add(FlowYaml.map(header));
        }
      }
      return FlowYaml.list(items);
    }
    Map<String, String> entries = new LinkedHashMap<>();
    if (headers instanceof MapValue map) {
      map.settings().forEach(s -> entries.put(s.key(), header(s.key(), s)));
    }
    return FlowYaml.map(entries);
  }

  private static String header(String name, Setting value) {
    return FlowYaml.text(DummyKey.header(name, value.value()).replace("$", "$$"));
  }

  private String queue(@Nullable Value queue, boolean small) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (queue instanceof MapValue map) {
      for (Setting setting : map.settings()) {
        if (!setting.key().equals("storage")) {
          entries.put(setting.key(), plain(setting));
        }
      }
    } else if (queue != null) {
      return FlowYaml.of("sending_queue", queue, variables::write);
    }
    if (small) {
      // One request fills it, whatever it is counted in elsewhere.
      entries.computeIfPresent("sizer", (key, value) -> "requests");
      entries.put("queue_size", "1");
      entries.put("num_consumers", "1");
    }
    return FlowYaml.map(entries);
  }
}
