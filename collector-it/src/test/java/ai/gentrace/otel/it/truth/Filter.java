package ai.gentrace.otel.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A filter processor that may be a gate.
 *
 * @param body its settings in one line of YAML
 */
record Filter(String body) {
  /** Returns those of the resource {@code filters.txt}, each condition in each form. */
  static List<Filter> all() throws IOException {
    Set<Filter> filters = new LinkedHashSet<>();
    try (InputStream in = Filter.class.getResourceAsStream("/truth/filters.txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        if (line.startsWith("{")) {
          filters.add(new Filter(line));
        } else {
          filters.addAll(forms(line));
        }
      }
    }
    return List.copyOf(filters);
  }

  private static List<Filter> forms(String condition) {
    String prefixed = condition.replaceAll("(?<![\\w.\"])attributes(?=\\[)", "span.attributes");
    List<Filter> forms = new ArrayList<>();
    for (String text : new LinkedHashSet<>(List.of(condition, prefixed))) {
      String quoted = "'" + text.replace("'", "''") + "'";
      forms.add(new Filter("{traces: {span: [" + quoted + "]}}"));
      if (condition.contains("gentrace")) {
        forms.add(new Filter("{traces: {spanevent: [" + quoted + "]}}"));
        forms.add(new Filter("{traces: {resource: [" + quoted + "]}}"));
        forms.add(new Filter("{trace_conditions: [{conditions: [" + quoted + "]}]}"));
      }
      forms.add(new Filter("{trace_conditions: [" + quoted + "]}"));
      forms.add(new Filter("{trace_conditions: [{context: span, conditions: [" + quoted + "]}]}"));
    }
    return forms;
  }

  /** Returns a config in which it is the gate. */
  String config() {
    return """
        receivers: {otlp: {protocols: {grpc: {}}}}
        processors:
          filter/gentrace: %s
        exporters: {otlp_http/gentrace: {traces_endpoint: 'https://gentrace.ai/api/otel/v1/traces'}}
        service:
          pipelines: {traces: {receivers: [otlp], processors: [filter/gentrace], exporters: [otlp_http/gentrace]}}
        """
        .formatted(body);
  }
}
