package ai.gentrace.otel.cli.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorTest {
  private static final String TEMPLATE =
      """
      processors:
        # The gate.
        filter/g:
          mode: ignore
          conditions: # dropped when true
            - 'a["b"] != "c"'
      exporters:
        otlp/g:
          queue: {size: 10} # small
      service:
        pipelines:
          traces/g:
            receivers: [otlp]
            exporters: [otlp/g]
      """;

  @Test
  void mergesIntoAPlainFile() {
    check(
        """
        processors:
          batch:

        exporters:
          debug: # c

        service:
          pipelines:
            traces:
              receivers: [otlp]
        """,
        """
        processors:
          batch:
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'

        exporters:
          debug: # c
          otlp/g:
            queue: {size: 10} # small

        service:
          pipelines:
            traces:
              receivers: [otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void writesIntoFilesWithoutContent() {
    check("", TEMPLATE);
    check("# hi\n", "# hi\n" + TEMPLATE);
    check("# hi", "# hi\n" + TEMPLATE.stripTrailing());
  }

  static void check(String before, String after) {
    EditResult result = merge(YamlStream.parse(source(before)), YamlPath.ROOT);
    assertThat(result).isInstanceOf(Edited.class);
    assertThat(new String(((Edited) result).bytes(), StandardCharsets.UTF_8)).isEqualTo(after);
  }

  static YamlSource source(String text) {
    return YamlSource.decode("f.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  static EditResult merge(YamlStream stream, YamlPath base) {
    YamlStream template = YamlStream.parse(YamlSource.ofText("template", TEMPLATE));
    YamlDocument document = template.documents().get(0);
    YamlMapping root = (YamlMapping) document.root();
    List<Change> changes = new ArrayList<>();
    for (String section : List.of("processors", "exporters")) {
      YamlMapping entries = (YamlMapping) root.get(section).value();
      entries
          .entries()
          .forEach(
              entry ->
                  changes.add(
                      new Change.InsertEntry(
                          new Place(stream, 0, base.key(section)),
                          NewEntry.of(template.source(), entry))));
    }
    YamlMapping service = (YamlMapping) root.get("service").value();
    YamlMapping pipelines = (YamlMapping) service.get("pipelines").value();
    changes.add(
        new Change.InsertEntry(
            new Place(stream, 0, base.key("service").key("pipelines")),
            NewEntry.of(template.source(), pipelines.entries().get(0))));
    return Editor.edit(changes);
  }
}
