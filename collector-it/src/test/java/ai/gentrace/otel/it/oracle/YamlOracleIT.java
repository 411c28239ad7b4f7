package ai.gentrace.otel.it.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.oracle.Verdict.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The oracle itself: it has to see what the collector would see. */
class YamlOracleIT {
  private static YamlOracle oracle;

  @BeforeAll
  static void start() throws Exception {
    oracle = YamlOracle.start();
  }

  @AfterAll
  static void stop() {
    oracle.close();
  }

  @Test
  void acceptsExactlyTheAdditions() throws Exception {
    Verdict verdict =
        judge(
            """
            exporters: {debug: {}}
            processors:
            list: [a]
            """,
            """
            # moved and commented, but the same
            list:
              - a
              - b
            processors: {batch/gentrace: {timeout: 1s}}
            exporters: {debug: {}, otlp_http/gentrace: null}
            """,
            Addition.to(
                """
                exporters: {otlp_http/gentrace: }
                processors: {batch/gentrace: {timeout: 1s}}
                list: [b]
                """));

    assertThat(verdict).isEqualTo(new Verdict(Kind.EQUAL, ""));
  }

  @Test
  void seesAChangeOfTypeThatTheTextHides() throws Exception {
    assertThat(judge("a: 0755", "a: 493").kind()).isEqualTo(Kind.EQUAL);
    assertThat(judge("a: 1", "a: '1'"))
        .isEqualTo(new Verdict(Kind.DIFFERENT, "document 0/a: string 1, expected int 1"));
    assertThat(judge("a: yes", "a: true").kind()).isEqualTo(Kind.DIFFERENT);
    assertThat(judge("a:", "a: {}").kind()).isEqualTo(Kind.DIFFERENT);
  }

  @Test
  void looksIntoAConfigThatIsAString() throws Exception {
    String before =
        """
        data:
          relay: |
            receivers: {}
        """;
    Addition addition = new Addition(0, List.of("data", "relay"), "exporters: {x: 1}");

    assertThat(
            judge(
                    before,
                    """
                    data:
                      relay: |
                        receivers: {}
                        exporters:
                          x: 1
                    """,
                    addition)
                .kind())
        .isEqualTo(Kind.EQUAL);
    assertThat(judge(before, before, addition).detail())
        .isEqualTo("document 0/data/relay: embedded/exporters: there is false, expected true");
  }

  @Test
  void readsEveryDocument() throws Exception {
    Addition second = new Addition(1, List.of(), "c: 3");

    assertThat(judge("a: 1\n---\nb: 2\n", "a: 1\n---\nb: 2\nc: 3\n", second).kind())
        .isEqualTo(Kind.EQUAL);
    assertThat(judge("a: 1\n---\nb: 2\n", "a: 0\n---\nb: 2\nc: 3\n", second).kind())
        .isEqualTo(Kind.DIFFERENT);
  }

  @Test
  void tellsWhichSideDoesNotParse() throws Exception {
    assertThat(judge("a: [", "a: 1").kind()).isEqualTo(Kind.BEFORE_INVALID);
    assertThat(judge("a: 1", "a: 1\na: 2").kind()).isEqualTo(Kind.AFTER_INVALID);
    assertThat(judge("a: 1", "a: 1", Addition.to("a: 2")).kind()).isEqualTo(Kind.CONFLICT);
  }

  private static Verdict judge(String before, String after, Addition... additions)
      throws Exception {
    return oracle.judge(
        before.getBytes(StandardCharsets.UTF_8),
        after.getBytes(StandardCharsets.UTF_8),
        List.of(additions));
  }
}
