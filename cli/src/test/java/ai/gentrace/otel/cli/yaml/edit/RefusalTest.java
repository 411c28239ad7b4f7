package ai.gentrace.otel.cli.yaml.edit;

import static ai.gentrace.otel.cli.yaml.edit.EditorTest.merge;
import static ai.gentrace.otel.cli.yaml.edit.EditorTest.source;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void refusesAnAliasOnTheWay() {
    refuses(
        """
        x: &p
          batch:
        processors: *p
        """,
        Refusal.Kind.SHARED,
        "3:13",
        "processors is the alias *p of a value that stands elsewhere.");
  }

  @Test
  void refusesAnAnchorThatIsUsedElsewhere() {
    refuses(
        """
        processors: &p
          batch:
        x: *p
        """,
        Refusal.Kind.SHARED,
        "1:13",
        "processors has the anchor &p and is used elsewhere too: a change here would be a change there.");
  }

  @Test
  void refusesAKeyThatComesInThroughAMergeKey() {
    refuses(
        """
        x: &x
          filter/g: {}
        processors:
          <<: *x
        """,
        Refusal.Kind.MERGED,
        "4:3",
        "processors.filter/g comes in through a merge key (<<): a key of its own would replace it.");
  }

  @Test
  void refusesAScalarWhereAMapIsNeeded() {
    refuses(
        """
        processors: ${file:p.yaml}
        """,
        Refusal.Kind.WRONG_KIND,
        "1:13",
        "processors is no mapping, and one is needed here.");
  }

  @Test
  void refusesAListWhereAMapIsNeeded() {
    refuses(
        """
        processors:
          - batch
        """,
        Refusal.Kind.WRONG_KIND,
        "2:3",
        "processors is no mapping, and one is needed here.");
  }

  @Test
  void refusesTextWhereAMapIsNeeded() {
    refuses(
        """
        processors: |
          batch:
        """,
        Refusal.Kind.WRONG_KIND,
        "1:13",
        "processors is no mapping, and one is needed here.");
  }

  @Test
  void refusesAnotherValueUnderTheSameKey() {
    refuses(
        """
        processors:
          filter/g: {mode: other}
        """,
        Refusal.Kind.CONFLICT,
        "2:3",
        "processors.filter/g is there already, with another value.");
  }

  @Test
  void refusesATaggedNull() {
    refuses(
        """
        processors: !!null
        """,
        Refusal.Kind.LAYOUT,
        "1:13",
        "processors is a null with an anchor or a tag.");
  }

  @Test
  void refusesAnAnchoredNull() {
    refuses(
        """
        processors: &n
        x: *n
        """,
        Refusal.Kind.SHARED,
        "1:13",
        "processors has the anchor &n and is used elsewhere too: a change here would be a change there.");
  }

  @Test
  void refusesDuplicateKeys() {
    refuses(
        """
        processors:
          batch:
        processors:
          batch:
        """,
        Refusal.Kind.PROBLEM,
        "3:1",
        "The key \"processors\" stands here twice.");
  }

  @Test
  void refusesARootThatIsNoMap() {
    refuses(
        """
        - processors
        """,
        Refusal.Kind.WRONG_KIND,
        "1:1",
        "The document is a list, not a mapping.");
  }

  @Test
  void refusesAMapAsAKey() {
    refuses(
        """
        processors:
          ? {a: b}
          : c
        """,
        Refusal.Kind.PROBLEM,
        "2:5",
        "A mapping or list stands as a key; the collector reads only scalar keys.");
  }

  @Test
  void refusesATemplate() {
    refuses(
        """
        processors:
          {{ .Values.x }}
        """,
        Refusal.Kind.PROBLEM,
        "2:3",
        "This is a template, not YAML: its {{ }} are not filled in yet.");
  }

  @Test
  void refusesSyntaxErrors() {
    refuses(
        """
        processors: [
        """,
        Refusal.Kind.PROBLEM,
        "2:1",
        "While parsing a flow node, expected the node content, but found '<stream end>'.");
  }

  private static void refuses(String text, Refusal.Kind kind, String position, String reason) {
    assertThat(merge(YamlStream.parse(source(text)), YamlPath.ROOT))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(kind);
              assertThat(refusal.position()).hasToString(position);
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.wayOut()).isNotEmpty();
            });
  }
}
