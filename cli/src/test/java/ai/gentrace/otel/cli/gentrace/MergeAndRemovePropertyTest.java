package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class MergeAndRemovePropertyTest {
  private static final CollectorRelease NEW =
      new CollectorRelease(new Release(0, 161, 0), null, null, "test");

  /** More with {@code -Djqwik.tries.default=20000}. */
  @Property
  void whatMergeAddsRemoveTakesOutToTheByte(
      @ForAll("configs") String text, @ForAll boolean current) {
    byte[] before = text.getBytes(StandardCharsets.UTF_8);
    MergeRequest request = MergeRequest.plain(current ? NEW : CollectorRelease.UNKNOWN);
    ConfigChoice choice = ConfigChoice.of(parse(before), null, OptionalInt.empty());
    if (choice instanceof ConfigChoice.Refused refused) {
      Statistics.collect("refused: " + refused.reason());
      return;
    }
    LocatedConfig config = ((ConfigChoice.Chosen) choice).config();
    MergePlan plan = MergePlanner.plan(config, request);
    if (plan instanceof MergePlan.Refused refused) {
      Statistics.collect("refused: " + refused.reason());
      return;
    }
    MergePlan.Add add = (MergePlan.Add) plan;
    EditResult result = Editor.edit(ConfigEdits.of(config, add));
    if (result instanceof Refusal refusal) {
      Statistics.collect("refused: " + refusal.reason());
      return;
    }
    Edited merged = (Edited) result;
    Statistics.collect("merged: " + config.kind());

    LocatedConfig after = config.in(merged.output());

    assertThat(documents(after)).as(text(merged)).isEqualTo(expected(config, add, after));
    assertThat(MergePlanner.plan(after, request))
        .as(text(merged))
        .isInstanceOfSatisfying(
            MergePlan.Present.class,
            present -> {
              assertThat(present.complete()).isTrue();
              assertThat(present.differences()).isEmpty();
            });
    RemovalPlan removal = RemovalPlanner.plan(after);
    assertThat(removal.edits()).isEmpty();
    assertThat(removal.obstacles()).isEmpty();
    assertThat(Editor.edit(ConfigEdits.of(after, removal)))
        .as(text(merged))
        .isInstanceOfSatisfying(
            Edited.class, removed -> assertThat(removed.bytes()).isEqualTo(before));
  }

  @Provide
  Arbitrary<String> configs() {
    return Arbitraries.randomValue(GeneratedConfig::of);
  }

  private static YamlStream parse(byte[] bytes) {
    return YamlStream.parse(YamlSource.decode("c.yaml", bytes));
  }

  private static String text(Edited edited) {
    return edited.output().source().text();
  }

  /** The old documents with every added entry put where the plan says. */
  private static List<Object> expected(
      LocatedConfig before, MergePlan.Add add, LocatedConfig after) {
    List<Object> expected = documents(before);
    Map<String, Object> into = config(expected, before);
    Map<String, Object> from = config(documents(after), after);
    for (MergePlan.Addition addition : add.additions()) {
      Map<String, Object> target = into;
      Map<String, Object> source = from;
      for (String key : addition.section()) {
        if (target.get(key) == null) {
          target.put(key, new LinkedHashMap<>());
        }
        target = map(target.get(key));
        source = map(source.get(key));
      }
      target.put(addition.entry().key(), source.get(addition.entry().key()));
    }
    return expected;
  }

  /** All documents as an independent parser reads them, a config in a text parsed too. */
  private static List<Object> documents(LocatedConfig config) {
    List<Object> documents = new ArrayList<>();
    // A file may lose what stood in it: an empty one has no document, which counts as an empty map.
    load(config.file().source().text()).forEach(documents::add);
    if (documents.isEmpty() || documents.get(0) == null) {
      documents.clear();
      documents.add(new LinkedHashMap<>());
    }
    if (config.text() != null) {
      Map<String, Object> holder = map(documents.get(config.document()));
      holder = map(holder.get(((YamlPath.Key) config.path().steps().get(0)).name()));
      String key = ((YamlPath.Key) config.path().last()).name();
      holder.put(key, load((String) holder.get(key)).iterator().next());
    }
    return documents;
  }

  private static Map<String, Object> config(List<Object> documents, LocatedConfig config) {
    Object node = documents.get(config.document());
    for (YamlPath.Step step : config.path().steps()) {
      node = map(node).get(((YamlPath.Key) step).name());
    }
    return map(node);
  }

  private static Iterable<Object> load(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text.replace('\t', ' '));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
