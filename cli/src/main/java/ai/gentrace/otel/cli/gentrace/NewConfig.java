package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;

/**
 * A complete config: the template without Gentrace, and what is to be merged into it.
 *
 * @param template the config without Gentrace
 * @param plan what is added, or why that cannot be done: the request names receivers or a pipeline
 *     that the template does not have
 */
public record NewConfig(LocatedConfig template, MergePlan plan) {
  private static final String TEMPLATE = "collector.yaml";

  /** The config for a request. */
  public static NewConfig of(MergeRequest request) {
    LocatedConfig template =
        ConfigFinder.plain(YamlStream.parse(YamlSource.ofText(TEMPLATE, Templates.text(TEMPLATE))));
    return new NewConfig(template, MergePlanner.plan(template, request));
  }

  /**
   * The config with the Gentrace parts.
   *
   * @throws IllegalStateException if the plan is a refusal
   */
  public LocatedConfig complete() {
    if (plan instanceof MergePlan.Add add
        && Editor.edit(ConfigEdits.of(template, add)) instanceof Edited edited) {
      return template.in(edited.output());
    }
    throw new IllegalStateException("The templates do not fit: " + plan);
  }
}
