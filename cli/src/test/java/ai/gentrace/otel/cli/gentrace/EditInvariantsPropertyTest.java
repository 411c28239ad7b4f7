package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds for every edit of a file, whatever the file looks like. */
class EditInvariantsPropertyTest {
  private static final MergeRequest REQUEST = MergeRequest.plain(CollectorRelease.UNKNOWN);

  @Property(tries = 300)
  void nothingGivesWayButAnEmptyValue(@ForAll("configs") String text) {
    Edited merged = merged(text);
    YamlSource before = source(text);
    StringBuilder undone = new StringBuilder();
    int at = 0;
    int shift = 0;
    YamlSource after = merged.output().source();
    for (TextEdit edit : merged.edits()) {
      String gone = before.text(edit.extent());
      assertThat(gone.strip()).isIn("", "{}", "{ }", "~", "null");
      int start = edit.extent().start() + shift;
      undone.append(after.text(new Extent(at, start))).append(gone);
      at = start + edit.text().codePointCount(0, edit.text().length());
      shift = at - edit.extent().end();
    }
    undone.append(after.text(new Extent(at, after.length())));

    assertThat(undone).hasToString(before.text());
  }

  @Property(tries = 300)
  void linesWithoutAnEditStayInTheirOrder(@ForAll("configs") String text) {
    Edited merged = merged(text);
    YamlSource before = source(text);
    List<String> lines = new ArrayList<>(merged.output().source().text().lines().toList());
    for (int i = 0; i < before.lineCount(); i++) {
      Extent line = new Extent(before.lineStart(i), before.lineContentEnd(i));
      boolean edited =
          merged.edits().stream()
              .anyMatch(
                  edit ->
                      edit.extent().start() <= line.end() && edit.extent().end() > line.start());
      boolean met =
          merged.edits().stream()
              .anyMatch(
                  edit ->
                      line.start() < edit.extent().start() && edit.extent().start() < line.end());
      if (!edited && !met && line.length() > 0) {
        int found = lines.indexOf(before.text(line));
        assertThat(found).as("line %s of%n%s", i + 1, text).isNotNegative();
        lines = lines.subList(found + 1, lines.size());
      }
    }
  }

  @Property(tries = 300)
  void whatIsInsertedEndsItsLinesAsTheFileDoesAndHoldsNoTab(@ForAll("configs") String text) {
    Edited merged = merged(text);
    String after = merged.output().source().text();

    assertThat(merged.edits()).allSatisfy(edit -> assertThat(edit.text()).doesNotContain("\t"));
    if (text.contains("\r\n")) {
      assertThat(after.replace("\r\n", "")).doesNotContain("\n");
    } else {
      assertThat(after).doesNotContain("\r");
    }
  }

  @Property(tries = 300)
  void aSecondEditWithTheSameWishesChangesNothing(@ForAll("configs") String text) {
    LocatedConfig config = config(text);
    MergePlan.Add plan = plan(config);
    Edited merged = edited(Editor.edit(ConfigEdits.of(config, plan)));

    EditResult again = Editor.edit(ConfigEdits.of(config.in(merged.output()), plan));

    assertThat(again)
        .isInstanceOfSatisfying(
            Edited.class,
            same -> {
              assertThat(same.changed()).isFalse();
              assertThat(same.bytes()).isEqualTo(merged.bytes());
            });
  }

  @Property(tries = 200)
  void oneByOneMeansTheSameAsAllAtOnce(@ForAll("configs") String text) {
    LocatedConfig config = config(text);
    MergePlan.Add plan = plan(config);
    Edited together = edited(Editor.edit(ConfigEdits.of(config, plan)));
    LocatedConfig current = config;
    for (int i = 0; i < plan.additions().size(); i++) {
      List<Change> one = List.of(ConfigEdits.of(current, plan).get(i));
      current = config.in(edited(Editor.edit(one)).output());
    }

    assertThat(meaning(current)).isEqualTo(meaning(config.in(together.output())));
  }

  @Property(tries = 200)
  void linesAboveMoveTheEditsAndChangeNothingElse(
      @ForAll("configs") String text, @ForAll @IntRange(min = 1, max = 5) int count) {
    Edited merged = merged(text);
    // The break of the first line: new lines at the top take it from the line that they come to.
    int firstBreak = text.indexOf('\n');
    String line = firstBreak > 0 && text.charAt(firstBreak - 1) == '\r' ? "# 🚀\r\n" : "# 🚀\n";
    String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    // The blank line keeps them apart from a section that would take them along.
    String above = line.repeat(count) + line.substring("# 🚀".length());
    int shift = above.codePointCount(0, above.length());

    Edited moved = merged(mark + above + text.substring(mark.length()));

    assertThat(moved.edits())
        .extracting(edit -> edit.extent().start() - shift, TextEdit::text)
        .isEqualTo(
            merged.edits().stream()
                .map(edit -> tuple(edit.extent().start(), edit.text()))
                .toList());
  }

  @Property(tries = 5)
  void aFileCutOffAnywhereNeverCrashesAnything(@ForAll("configs") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatCode(() -> mergeIfPossible(cut)).as("cut at %s", length).doesNotThrowAnyException();
    }
  }

  @Property
  void bytesOfAnyKindNeverCrashAnything(@ForAll byte[] bytes) {
    assertThatCode(() -> mergeIfPossible(bytes)).doesNotThrowAnyException();
  }

  @Property
  void signsInAnyOrderNeverCrashAnything(@ForAll("signs") String text) {
    assertThatCode(() -> mergeIfPossible(text.getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  @Example
  void aliasesThatMultiplyAreNotExpanded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      String list = String.join(", ", List.of(alias, alias, alias, alias, alias, alias));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, list));
    }
    bomb.append("receivers: {otlp: {}}\nexporters:\n  debug: *a29\nservice:\n  pipelines:\n");
    bomb.append("    traces: {receivers: [otlp], exporters: [debug]}\n");

    assertThatCode(() -> mergeIfPossible(bomb.toString().getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  @Example
  void depthHasALimit() {
    for (String opening : List.of("[", "{a: ", "- ", "? ")) {
      byte[] deep = opening.repeat(20_000).getBytes(StandardCharsets.UTF_8);
      assertThat(parse(deep).problems()).isNotEmpty();
      assertThatCode(() -> mergeIfPossible(deep)).doesNotThrowAnyException();
    }
  }

  @Provide
  Arbitrary<String> configs() {
    return Arbitraries.randomValue(GeneratedConfig::of);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "a",
            "b:",
            ": ",
            "- ",
            "? ",
            "\n",
            "\r\n",
            "  ",
            "\t",
            "#",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "!!x ",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "---\n",
            "...\n",
            "<<: ",
            "exporters:",
            "service:",
            "🚀",
            "\uFEFF",
            "\\",
            "%YAML 1.1\n",
            "~",
            "\u2028",
            "\u0085")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  /** The edit of a file that a merge changes; other files are left out. */
  private static Edited merged(String text) {
    LocatedConfig config = config(text);
    return edited(Editor.edit(ConfigEdits.of(config, plan(config))));
  }

  private static LocatedConfig config(String text) {
    ConfigChoice choice = choice(text.getBytes(StandardCharsets.UTF_8));
    Assume.that(choice instanceof ConfigChoice.Chosen);
    return ((ConfigChoice.Chosen) choice).config();
  }

  private static MergePlan.Add plan(LocatedConfig config) {
    MergePlan plan = MergePlanner.plan(config, REQUEST);
    Assume.that(plan instanceof MergePlan.Add);
    return (MergePlan.Add) plan;
  }

  private static Edited edited(EditResult result) {
    Assume.that(result instanceof Edited);
    return (Edited) result;
  }

  private static void mergeIfPossible(byte[] bytes) {
    if (choice(bytes) instanceof ConfigChoice.Chosen chosen
        && MergePlanner.plan(chosen.config(), REQUEST) instanceof MergePlan.Add plan) {
      Editor.edit(ConfigEdits.of(chosen.config(), plan));
    }
  }

  private static ConfigChoice choice(byte[] bytes) {
    return ConfigChoice.of(parse(bytes), null, OptionalInt.empty());
  }

  private static YamlStream parse(byte[] bytes) {
    return YamlStream.parse(YamlSource.decode("c.yaml", bytes));
  }

  private static YamlSource source(String text) {
    return YamlSource.decode("c.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Object meaning(LocatedConfig config) {
    String text = config.source().text().replace('\t', ' ');
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
    return documents;
  }
}
