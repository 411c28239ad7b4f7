package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** People write into merged files, also between what merge put there. */
class HandEditsPropertyTest {
  private static final String NOTE = "# by hand";

  /** What merge has to create stays for the sake of what somebody wrote into it. */
  private static final List<String> SECTIONS =
      List.of("receivers", "processors", "exporters", "pipelines");

  @Property
  void commentsOnLinesOfTheirOwnStayAndTheRestComesBack(
      @ForAll("configs") String text, @ForAll Random random) {
    String merged = merged(text);
    Assume.that(merged != null);
    String edited = withNotes(merged, random);

    LocatedConfig config = config(edited);
    Assume.that(config != null);
    RemovalPlan plan = RemovalPlanner.plan(config);
    EditResult removed = Editor.edit(ConfigEdits.of(config, plan));

    assertThat(plan.edits()).as(edited).allSatisfy(edit -> assertThat(edit.what()).contains(NOTE));
    // A note behind our part, deeper than the block scalar in front of it, would become its text.
    Assume.that(!(removed instanceof Refusal refusal && refusal.kind() == Refusal.Kind.UNPROVEN));
    assertThat(removed).as(edited).isInstanceOf(Edited.class);
    String left = ((Edited) removed).output().source().text();
    assertThat(others(left)).as(edited).isEqualTo(others(text));
    if (plan.edits().isEmpty()) {
      assertThat(count(left)).as(edited).isEqualTo(count(edited));
    }
  }

  private static String withNotes(String text, Random random) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    for (int i = 0; i < 3; i++) {
      String note = " ".repeat(random.nextInt(8)) + NOTE + end;
      lines.add(random.nextInt(lines.size()), note);
    }
    return String.join("", lines);
  }

  /** Lines that are no note, and not blank: a note keeps the line that sets it apart. */
  private static List<String> others(String text) {
    return text.lines().filter(line -> !line.isBlank() && !line.strip().equals(NOTE)).toList();
  }

  private static int count(String text) {
    return text.split(NOTE, -1).length;
  }

  private static String merged(String text) {
    LocatedConfig config = config(text);
    if (config != null
        && SECTIONS.stream().allMatch(section -> isFilled(config, section))
        && MergePlanner.plan(config, MergeRequest.plain(CollectorRelease.UNKNOWN))
            instanceof MergePlan.Add add
        && Editor.edit(ConfigEdits.of(config, add)) instanceof Edited edited) {
      return edited.output().source().text();
    }
    return null;
  }

  private static boolean isFilled(LocatedConfig config, String section) {
    MapValue root = config.config().root();
    Setting found = section.equals("pipelines") ? root.find("service", section) : root.get(section);
    MapValue map = found == null ? null : found.value().asMap();
    return map != null && !map.settings().isEmpty();
  }

  private static LocatedConfig config(String text) {
    YamlStream stream =
        YamlStream.parse(YamlSource.decode("c.yaml", text.getBytes(StandardCharsets.UTF_8)));
    return ConfigChoice.of(stream, null, OptionalInt.empty()) instanceof ConfigChoice.Chosen chosen
        ? chosen.config()
        : null;
  }

  @Provide
  Arbitrary<String> configs() {
    return Arbitraries.randomValue(GeneratedConfig::of)
        .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
