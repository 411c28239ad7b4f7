package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;

/** A complete config: the template without Gentrace, and the Gentrace parts merged into it. */
public final class NewConfig {
  private static final String TEMPLATE = "collector.yaml";

  private NewConfig() {}

  /**
   * The config's text.
   *
   * @throws IllegalArgumentException if the request does not fit the template: it names receivers
   *     or a pipeline that are not there
   */
  public static String text(MergeRequest request) {
    YamlStream template = YamlStream.parse(YamlSource.ofText(TEMPLATE, Templates.text(TEMPLATE)));
    LocatedConfig config = ConfigFinder.plain(template);
    MergePlan plan = MergePlanner.plan(config, request);
    if (plan instanceof MergePlan.Refused refused) {
      throw new IllegalArgumentException(refused.reason());
    }
    if (!(plan instanceof MergePlan.Add add)) {
      throw new IllegalStateException("The template has a way to Gentrace already");
    }
    EditResult result = Editor.edit(ConfigEdits.of(config, add));
    if (result instanceof Edited edited) {
      return edited.output().source().text();
    }
    throw new IllegalStateException("The templates do not fit: " + result);
  }
}
