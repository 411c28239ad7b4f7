package ai.gentrace.otel.cli.yaml.edit;

import static ai.gentrace.otel.cli.yaml.edit.EditorTest.check;
import static ai.gentrace.otel.cli.yaml.edit.EditorTest.merge;
import static ai.gentrace.otel.cli.yaml.edit.EditorTest.source;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BlockStyleTest {
  private static final String PLAIN =
      """
      processors:
        batch:
      exporters:
        debug: {}
      service:
        pipelines:
          traces:
            receivers: [otlp]
      """;
  private static final String MERGED =
      """
      processors:
        batch:
        # The gate.
        filter/g:
          mode: ignore
          conditions: # dropped when true
            - 'a["b"] != "c"'
      exporters:
        debug: {}
        otlp/g:
          queue: {size: 10} # small
      service:
        pipelines:
          traces:
            receivers: [otlp]
          traces/g:
            receivers: [otlp]
            exporters: [otlp/g]
      """;

  @Test
  void keepsListsWhoseDashesStandUnderTheirKey() {
    check(
        """
        processors:
          batch:
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers:
              - otlp
              exporters:
              - debug
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
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers:
              - otlp
              exporters:
              - debug
            traces/g:
              receivers:
              - otlp
              exporters:
              - otlp/g
        """);
  }

  @Test
  void takesTheStepOfTheFileForItsOwn() {
    check(
        """
        processors:
            batch:
                timeout: 1s
        exporters:
            debug:
        service:
            pipelines:
                traces:
                    receivers: [otlp]
        """,
        """
        processors:
            batch:
                timeout: 1s
            # The gate.
            filter/g:
                mode: ignore
                conditions: # dropped when true
                  - 'a["b"] != "c"'
        exporters:
            debug:
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
  void writesBesideExplicitKeys() {
    check(
        """
        ? processors
        : ? batch
          : timeout: 1s
        ? exporters
        : debug: {}
        service:
          pipelines:
            traces:
              receivers: [otlp]
        """,
        """
        ? processors
        : ? batch
          : timeout: 1s
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        ? exporters
        : debug: {}
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
  void keepsTabsBetweenTokens() {
    check(
        """
        processors:\t# tab
          batch:\texporters
        exporters:
          debug:\t{}\t# c
        service:
          pipelines:
            traces:
              receivers:\t[otlp]
        """,
        """
        processors:\t# tab
          batch:\texporters
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters:
          debug:\t{}\t# c
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers:\t[otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void keepsAnchorsAndAliasesOfOthers() {
    check(
        """
        processors:
          batch: &b {timeout: 1s}
          batch/2: *b
        exporters:
          debug:
            <<: *b
        service:
          pipelines:
            traces:
              receivers: [otlp]
        """,
        """
        processors:
          batch: &b {timeout: 1s}
          batch/2: *b
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters:
          debug:
            <<: *b
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
  void takesTheGapBehindDashes() {
    check(
        """
        processors:
          a:
            list:
              -   x
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers:
                -   otlp
        """,
        """
        processors:
          a:
            list:
              -   x
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              -   'a["b"] != "c"'
        exporters:
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers:
                -   otlp
            traces/g:
              receivers:
                -   otlp
              exporters:
                -   otlp/g
        """);
  }

  @Test
  void quotesKeysOfNoOne() {
    check(
        """
        "processors":
          'batch':
        "exporters":
          "debug": {}
        'service':
          "pipelines":
            traces:
              receivers: [otlp]
        """,
        """
        "processors":
          'batch':
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        "exporters":
          "debug": {}
          otlp/g:
            queue: {size: 10} # small
        'service':
          "pipelines":
            traces:
              receivers: [otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void keepsCarriageReturnsAndTheByteOrderMark() {
    String before = "\uFEFF" + PLAIN.replace("\n", "\r\n");
    check(before, "\uFEFF" + MERGED.replace("\n", "\r\n"));
  }

  @Test
  void takesTheLineBreakOfTheNeighbour() {
    String before = PLAIN.replace("batch:\n", "batch:\r\n");
    String after = text(merge(YamlStream.parse(source(before)), YamlPath.ROOT));

    assertThat(after).contains("  filter/g:\r\n    mode: ignore\r\n");
    assertThat(after.replace("\r\n", "\n")).isEqualTo(MERGED);
  }

  @Test
  void writesIntoTheTextOfABlockScalarWithItsIndentation() {
    String around =
        """
        kind: ConfigMap
        data:
          c.yaml: |
        %s  z: 1
        """;
    YamlStream file = YamlStream.parse(source(around.formatted(PLAIN.indent(4))));
    YamlMapping root = (YamlMapping) file.documents().get(0).root();
    YamlMapping data = (YamlMapping) root.get("data").value();
    YamlStream inner = file.nested(0, (YamlScalar) data.get("c.yaml").value());

    assertThat(text(merge(inner, YamlPath.ROOT))).isEqualTo(around.formatted(MERGED.indent(4)));
  }

  private static String text(EditResult result) {
    assertThat(result).isInstanceOf(Edited.class);
    return new String(((Edited) result).bytes(), StandardCharsets.UTF_8);
  }
}
