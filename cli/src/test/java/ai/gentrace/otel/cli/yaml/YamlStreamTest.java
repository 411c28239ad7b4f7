package ai.gentrace.otel.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlStreamTest {
  @Test
  void scalarsKeepTheirExactPlaceAndStyle() {
    YamlStream stream = parse("a: 'x'\nb: \"y\" # c\nc: &n plain\nd:\n");

    assertThat(texts(stream)).containsExactly("'x'", "\"y\"", "plain", "");
    assertThat(value(stream, "c").properties().anchor()).isEqualTo("n");
    assertThat(((YamlScalar) value(stream, "d")).isNull()).isTrue();
  }

  @Test
  void collectionsEndWithTheirLastLeaf() {
    YamlStream stream =
        parse(
            """
            a:
              b:
              - 1
              - x: 2   # inline

              # trailing
            c: {d: [1, 2], e: }
            """);

    assertThat(texts(stream)).containsExactly("b:\n  - 1\n  - x: 2", "{d: [1, 2], e: }");
    YamlSequence list = (YamlSequence) ((YamlMapping) value(stream, "a")).get("b").value();
    assertThat(list.items().stream().map(item -> stream.source().position(item.start())))
        .containsExactly(new Position(3, 3), new Position(4, 3));
  }

  @Test
  void blockScalarsEndWithTheirData() {
    YamlStream stream = parse("a: |\n  x\n\n\nb: |+\n  y\n\nc: |-\n  z\n   \n\nd: 1\n");

    assertThat(texts(stream)).containsExactly("|\n  x", "|+\n  y\n\n", "|-\n  z\n   ", "1");
  }

  @Test
  void positionsCountCodePointsAndAllLineBreaks() {
    YamlStream stream = parse("\uFEFF# \uD83D\uDE80\r\na: \"\uD83D\uDE80\" # x\u2028b: 2\n");

    assertThat(stream.source().byteOrderMark()).isTrue();
    assertThat(stream.source().position(value(stream, "b").extent().start()))
        .isEqualTo(new Position(3, 4));
  }

  @Test
  void tabsBetweenTokensAreReadAsTheCollectorDoes() {
    YamlStream stream = parse("a:\t5s\nb: \"x\ty\"\nc:\t\t[1,\t2]\n");

    assertThat(stream.problems()).isEmpty();
    assertThat(texts(stream)).containsExactly("5s", "\"x\ty\"", "[1,\t2]");
    assertThat(((YamlScalar) value(stream, "b")).value()).isEqualTo("x\ty");
  }

  @Test
  void tensOfThousandsOfTabsAreReadAndThoseInDataStay() {
    String part = "a%d:\t\t# why\n  - |\t# text\n    x\t# y\n  - b\tc\t# d\n";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(part.formatted(i));
    }

    YamlStream stream = parse(text.toString());

    assertThat(stream.problems()).isEmpty();
    assertThat(((YamlSequence) value(stream, "a19999")).items())
        .extracting(item -> ((YamlScalar) item.node()).value())
        .containsExactly("x\t# y\n", "b\tc");
  }

  @Test
  void aTokenOfAMegabyteIsNotCopiedWithEachPieceOfIt() {
    String text = "certificate: " + "x".repeat(1_000_000) + "\n";
    com.sun.management.ThreadMXBean thread =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();

    YamlStream stream = parse(text);

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * text.length());
    assertThat(((YamlScalar) value(stream, "certificate")).value()).hasSize(1_000_000);
  }

  @Test
  void keysOfALongMappingAreFoundAsThoseOfAShortOne() {
    StringBuilder text =
        new StringBuilder("<<: {lent: 1}\n'quoted': 2\n\"esc\\taped\": 3\ntwice: 4\n");
    assertThat(lookUp(text.toString())).containsExactly(null, "2", "3", "4", null, null);
    for (int i = 0; i < 5000; i++) {
      text.append("key%d: x%n".formatted(i));
    }

    assertThat(lookUp(text + "twice: 5\n")).containsExactly(null, "2", "3", "4", null, "x");
    assertThat(lookUp("# no merge key\n" + text.substring(text.indexOf("'")) + "twice: 5\n"))
        .containsExactly(null, "2", "3", "4", null, "x");
  }

  private static List<String> lookUp(String text) {
    YamlMapping mapping = (YamlMapping) parse(text).documents().get(0).root();
    List<String> found = new ArrayList<>();
    for (String key : List.of("<<", "quoted", "esc\taped", "twice", "missing", "key4999")) {
      YamlEntry entry = mapping.get(key);
      found.add(entry == null ? null : ((YamlScalar) entry.value()).value());
    }
    return found;
  }

  @Test
  void aliasesPointAtTheirAnchoredNode() {
    YamlStream stream = parse("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n");

    YamlAlias alias = (YamlAlias) value(stream, "c");
    assertThat(alias.target()).isEqualTo(value(stream, "a"));
    assertThat(((YamlMapping) value(stream, "d")).entries().get(0).isMerge()).isTrue();
  }

  @Test
  void duplicateKeysAreReportedAtTheSecond() {
    YamlStream stream = parse("a: 1\nb: 2\n\"a\": 3\n");

    assertThat(stream.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(YamlProblem.Kind.DUPLICATE_KEY);
              assertThat(stream.source().position(problem.extent().start()))
                  .isEqualTo(new Position(3, 1));
            });
  }

  @Test
  void whatIsNoYamlIsAProblemWithAPlace() {
    assertThat(kinds("a: [\n")).containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(kinds("{{- if .x }}\na: 1\n{{- end }}\n"))
        .containsExactly(YamlProblem.Kind.TEMPLATE);
    assertThat(kinds("a: {{ .Values.x }}\n")).containsExactly(YamlProblem.Kind.TEMPLATE);
    assertThat(kinds("? {a: 1}\n: 2\n")).containsExactly(YamlProblem.Kind.COMPLEX_KEY);
    assertThat(kinds("a: *b\n")).containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(kinds("a: &x [*x]\n")).containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(kinds("a: \u0001\n")).containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(kinds("a: \"\\U00110000\"\n")).containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(kinds("[".repeat(100_000))).containsExactly(YamlProblem.Kind.LIMIT);
    assertThat(kinds("a:\n" + "\t\n".repeat(500_000) + "b:\n"))
        .containsExactly(YamlProblem.Kind.SYNTAX);
    assertThat(
            YamlStream.parse(YamlSource.decode("f", new byte[] {'a', ':', ' ', (byte) 0xFF}))
                .problems()
                .get(0))
        .isEqualTo(
            new YamlProblem(
                YamlProblem.Kind.ENCODING, new Extent(3, 4), "Byte 4 of the file is not UTF-8."));
  }

  @Test
  void documentsAreKeptApart() {
    YamlStream stream = parse("# only a comment\n---\na: 1\n...\n---\nb: 2\n");

    assertThat(stream.documents()).hasSize(2);
    assertThat(stream.documents().get(0).explicitEnd()).isTrue();
    assertThat(parse("# nothing\n").documents()).isEmpty();
  }

  private static YamlStream parse(String text) {
    return YamlStream.parse(YamlSource.decode("test.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<YamlProblem.Kind> kinds(String text) {
    return parse(text).problems().stream().map(YamlProblem::kind).toList();
  }

  private static YamlNode value(YamlStream stream, String key) {
    return ((YamlMapping) stream.documents().get(0).root()).get(key).value();
  }

  private static List<String> texts(YamlStream stream) {
    return ((YamlMapping) stream.documents().get(0).root())
        .entries().stream().map(entry -> stream.source().text(entry.value().extent())).toList();
  }
}
