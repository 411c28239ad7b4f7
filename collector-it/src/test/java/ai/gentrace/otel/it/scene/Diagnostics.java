package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.cli.run.RunningCollector;
import ai.gentrace.otel.it.app.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a failed test prints: configs, the log's end, what each backend got, where they differ. */
record Diagnostics(
    Collector collector,
    CollectorSetup setup,
    @Nullable RunningCollector running,
    Map<String, CaptureServer> backends,
    List<Service> services) {
  private static final int LOG_LINES = 40;
  private static final int NAMES = 20;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("collector: " + collector.description() + "\n");
    setup.configs().forEach(config -> text.append("--- config\n").append(textOf(config)));
    if (running != null) {
      List<String> log = running.log();
      text.append("--- end of the collector's log\n");
      log.subList(Math.max(0, log.size() - LOG_LINES), log.size())
          .forEach(line -> text.append(line).append('\n'));
    }
    for (Service service : services) {
      text.append(
          "--- service: %d spans taken, %d given up%n"
              .formatted(service.delivered(), service.lost()));
    }
    backends.forEach((name, server) -> text.append(summary(name, server)));
    backends.forEach(
        (name, server) ->
            backends.forEach(
                (other, otherServer) -> {
                  if (!name.equals(other)) {
                    text.append("--- at ")
                        .append(name)
                        .append(" but not at ")
                        .append(other)
                        .append(": ")
                        .append(shortened(without(names(server), names(otherServer))))
                        .append('\n');
                  }
                }));
    return text.toString();
  }

  private static String textOf(ConfigSource config) {
    try {
      return config instanceof ConfigSource.File file
          ? Files.readString(file.path())
          : ((ConfigSource.Text) config).yaml() + "\n";
    } catch (IOException e) {
      return "(not readable: " + e.getMessage() + ")\n";
    }
  }

  private static String summary(String name, CaptureServer server) {
    Map<String, Integer> spans = new TreeMap<>();
    server
        .exports()
        .forEach(
            export ->
                spans.merge(
                    export.path() + " -> " + export.answer().status(),
                    export.spanCount(),
                    Integer::sum));
    return "--- " + name + ", spans by path and answer: " + spans + "\n";
  }

  private static List<String> names(CaptureServer server) {
    return server.spans().stream().map(CapturedSpan::name).toList();
  }

  private static List<String> without(List<String> names, List<String> others) {
    List<String> rest = new ArrayList<>(names);
    others.forEach(rest::remove);
    return rest;
  }

  private static String shortened(List<String> names) {
    return names.size() <= NAMES
        ? names.toString()
        : names.subList(0, NAMES) + " and " + (names.size() - NAMES) + " more";
  }
}
