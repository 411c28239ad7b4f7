package ai.gentrace.otel.cli.gentrace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Writes a file with a collector config as people write them: any order of sections, empty and
 * missing ones, block and flow style, comments and blank lines anywhere, every line end; as it is,
 * or in Helm values, an operator's resource or a ConfigMap.
 */
final class GeneratedConfig {
  private static final List<String> SECTIONS =
      List.of("receivers", "processors", "exporters", "connectors", "extensions", "service");
  private static final List<String> EMPTY =
      List.of("", " {}", " ~", " null", "  {} # none", " { }");
  private static final List<String> COMMENTS =
      List.of("# exporters:", "#", "# 🚀 ${env:X}", "#### a: b", "# 'quoted", "# {[");

  private final Random random;
  private final int step;
  private final boolean indentedDashes;
  private final StringBuilder text = new StringBuilder();

  private GeneratedConfig(Random random) {
    this.random = random;
    this.step = pick(List.of(2, 2, 2, 4, 3));
    this.indentedDashes = random.nextBoolean();
  }

  static String of(Random random) {
    return new GeneratedConfig(random).write();
  }

  private String write() {
    if (one(2)) {
      boolean flow = one(12);
      return ends(flow ? flowRoot() + (one(2) ? "\n" : "") : block(true));
    }
    String written = wrapped(block(false));
    return ends(one(3) ? written.stripTrailing() : written);
  }

  private String wrapped(String config) {
    String indented = config.replaceAll("(?m)^(?=.)", " ".repeat(step));
    String more = one(2) ? "" : pick(List.of("# end\n", "mode: daemonset\n", "---\nkind: x\n"));
    return switch (random.nextInt(4)) {
      case 0 -> "image:\n  tag: 0.150.0\n\nconfig:" + trailing() + "\n" + indented + more;
      case 1 ->
          "apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nspec:\n"
              + "  mode: daemonset\n  config:\n"
              + config.replaceAll("(?m)^(?=.)", " ".repeat(2 + step))
              + (more.startsWith("mode") ? "  replicas: 1\n" : more);
      case 2 ->
          "apiVersion: opentelemetry.io/v1alpha1\nkind: OpenTelemetryCollector\nspec:\n"
              + ("  config: " + scalar() + "\n")
              + config.replaceAll("(?m)^(?=.)", " ".repeat(2 + step))
              + (more.startsWith("mode") ? "  replicas: 1\n" : more);
      default ->
          "apiVersion: v1\nkind: ConfigMap\ndata:\n  other: |\n    echo\n"
              + ("  collector.yaml: " + scalar() + "\n")
              + config.replaceAll("(?m)^(?=.)", " ".repeat(2 + step))
              + (more.startsWith("mode") ? "  z: 1\n" : more);
    };
  }

  private String scalar() {
    return pick(List.of("|", "|-", "|+", "|" + step, "| # the config"));
  }

  /** A config in block style. */
  private String block(boolean alone) {
    List<String> sections = new ArrayList<>(SECTIONS);
    Collections.shuffle(sections, random);
    boolean blanks = random.nextBoolean();
    if (alone && one(6)) {
      line(0, "---");
    }
    noise(0);
    for (String section : sections) {
      if (section.equals("connectors") ? !one(4) : one(8)) {
        continue;
      }
      section(section);
      if (blanks) {
        text.append('\n');
      }
      noise(0);
    }
    if (alone && one(10)) {
      line(0, one(2) ? "..." : "---");
    }
    String written = text.toString();
    if (alone && one(3)) {
      return written.stripTrailing();
    }
    return one(5) ? written + "\n  \n" : written;
  }

  private String ends(String written) {
    String ended = one(6) ? written.replace("\n", "\r\n") : written;
    return one(12) ? "\uFEFF" + ended : ended;
  }

  private String flowRoot() {
    String sep = one(2) ? ", " : ",\n  ";
    boolean json = one(2);
    String q = json ? "\"" : "";
    String traces = "{Qtraces/1Q: {QreceiversQ: [QotlpQ], QexportersQ: [QdebugQ]}}".replace("Q", q);
    List<String> parts = new ArrayList<>();
    parts.add("QreceiversQ: {QotlpQ: {QprotocolsQ: {QgrpcQ: {}}}}");
    parts.add(one(3) ? "QprocessorsQ: {}" : "QprocessorsQ: {QbatchQ: {}}");
    parts.add("QexportersQ: {QdebugQ: {}}");
    parts.add("QserviceQ: {QpipelinesQ: " + traces + "}");
    return "{" + String.join(sep, parts).replace("Q", q) + "}";
  }

  private void section(String name) {
    if (one(10)) {
      line(0, name + ":" + pick(EMPTY));
      return;
    }
    if (!name.equals("service") && one(8)) {
      braces(name);
      return;
    }
    line(0, key(name) + ":" + trailing());
    noise(step);
    if (name.equals("service")) {
      service();
      return;
    }
    for (int i = 0; i <= random.nextInt(3); i++) {
      component(name, i);
      noise(step);
    }
  }

  private void braces(String name) {
    String next = "\n" + " ".repeat(step);
    boolean lines = one(2);
    List<String> components = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      components.add(type(name) + "/" + i + ": " + pick(List.of("{}", "{a: 1}", "~", "")));
    }
    line(
        0,
        key(name)
            + ": {"
            + (one(3) ? trailing() + next : "")
            + String.join(lines ? "," + trailing() + next : ", ", components)
            + (one(4) ? " ," : "")
            + (one(3) ? trailing() + "\n" : "")
            + pick(List.of("}", " }"))
            + trailing());
  }

  private String type(String section) {
    return switch (section) {
      case "receivers" -> pick(List.of("otlp", "zipkin", "otlp/in", "jaeger"));
      case "processors" -> pick(List.of("memory_limiter", "batch", "attributes", "filter"));
      case "exporters" -> pick(List.of("debug", "otlp_http", "otlphttp", "kafka"));
      case "connectors" -> pick(List.of("forward", "spanmetrics"));
      default -> pick(List.of("zpages", "health_check"));
    };
  }

  private void component(String section, int index) {
    String type = type(section);
    String id = index == 0 ? type : type + "/" + index;
    int shape = random.nextInt(6);
    if (shape == 0) {
      line(step, key(id) + ":" + pick(EMPTY));
    } else if (shape == 1) {
      line(step, key(id) + ": {a: 1, 'b': [x, \"y\"]}" + trailing());
    } else if (shape == 2) {
      line(step, key(id) + ":" + trailing());
      line(2 * step, "text: " + pick(List.of("|", "|-", ">", "|+")));
      line(3 * step, "# no comment: here");
      line(3 * step, "exporters:");
      if (one(3)) {
        text.append("\n");
      }
    } else {
      line(step, key(id) + ":" + trailing());
      line(2 * step, "endpoint: " + pick(List.of("localhost:4317", "'a # b'", "\"x\"", "~", "")));
      noise(2 * step);
      line(2 * step, "list:");
      int dash = 2 * step + (indentedDashes ? step : 0);
      line(dash, "- a" + trailing());
      noise(dash);
      line(dash, "- b: 1");
    }
  }

  private void service() {
    if (one(3)) {
      line(step, "extensions: [zpages]");
    }
    if (one(10)) {
      line(step, "pipelines:" + pick(EMPTY));
      return;
    }
    if (one(15)) {
      line(step, "telemetry: {}");
      return;
    }
    line(step, key("pipelines") + ":" + trailing());
    noise(2 * step);
    for (int i = 0; i <= random.nextInt(3); i++) {
      line(2 * step, key(pick(List.of("traces", "metrics", "logs", "traces")) + "/" + i) + ":");
      list("receivers", pick(List.of("otlp", "zipkin", "otlp/in", "forward")));
      if (one(2)) {
        list("processors", pick(List.of("memory_limiter", "batch", "attributes")));
      }
      list("exporters", pick(List.of("debug", "kafka", "otlp_http", "spanmetrics")));
      noise(2 * step);
    }
  }

  private void list(String key, String first) {
    List<String> items = new ArrayList<>(List.of(first));
    if (one(3)) {
      items.add("nop");
    }
    if (one(2)) {
      line(3 * step, key + ": [" + String.join(", ", items) + "]" + trailing());
    } else {
      line(3 * step, key + ":" + trailing());
      int dash = 3 * step + (indentedDashes ? step : 0);
      items.forEach(item -> line(dash, "- " + item + trailing()));
    }
  }

  private String key(String name) {
    return one(8) ? (one(2) ? "\"" + name + "\"" : "'" + name + "'") : name;
  }

  private String trailing() {
    return one(6) ? pick(List.of(" # why", "   ", "  #x", "\t# tab")) : "";
  }

  private void noise(int column) {
    while (one(5)) {
      Supplier<String> blank = () -> one(4) ? " ".repeat(random.nextInt(9)) : "";
      if (one(2)) {
        text.append(blank.get()).append('\n');
      } else {
        line(one(4) ? random.nextInt(9) : column, pick(COMMENTS));
      }
    }
  }

  private void line(int column, String content) {
    text.append(" ".repeat(column)).append(content).append('\n');
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
