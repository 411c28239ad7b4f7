package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.KnownComponents;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;

/**
 * What is to be checked together.
 *
 * @param files as parsed, in the collector's order
 * @param configs the configs in them: several of one file are checked one by one, unless merged
 * @param merged whether all configs are one, as with several {@code --config}
 * @param release what is known of the collector
 * @param components what is known of its components
 * @param refusal what a real collector's {@code validate} printed; empty where none was asked, or
 *     it said nothing
 */
public record CheckInput(
    List<YamlStream> files,
    List<LocatedConfig> configs,
    boolean merged,
    CollectorRelease release,
    KnownComponents components,
    String refusal) {
  public CheckInput {
    files = List.copyOf(files);
    configs = List.copyOf(configs);
  }
}
