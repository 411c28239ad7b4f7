package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.run.ConfigSource;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A collector whose own {@code validate} is asked.
 *
 * @param environment what it may see of this process's environment
 */
record CollectorBinary(Collector collector, Map<String, String> environment) {
  private static final Pattern SECRET_NAME =
      Pattern.compile("KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL", Pattern.CASE_INSENSITIVE);

  /**
   * What it says about configs; empty where it accepts them, or was not asked.
   *
   * @param notes gets a sentence where it was not asked
   * @throws NoVerdictException if it cannot be run
   */
  String ask(List<LocatedConfig> configs, List<String> notes) {
    if (configs.stream().anyMatch(config -> config.kind() == FileKind.HELM_VALUES)) {
      notes.add(
          configs.get(0).source().name()
              + ": the collector was not asked: Helm values are only a part of a config");
      return "";
    }
    List<ConfigSource> sources =
        configs.stream().<ConfigSource>map(each -> new ConfigSource.Text(text(each))).toList();
    CollectorSetup setup = CollectorSetup.of(sources);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      setup = setup.withVariable(variable.getKey(), variable.getValue());
    }
    try {
      CommandOutput output = collector.validate(setup);
      return output.succeeded() ? "" : withoutSecrets(output.output());
    } catch (CollectorException e) {
      throw new NoVerdictException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoVerdictException("interrupted");
    }
  }

  /** A message may repeat a value that the collector took from a variable. */
  private String withoutSecrets(String output) {
    String text = output;
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (SECRET_NAME.matcher(variable.getKey()).find() && !variable.getValue().isBlank()) {
        text = text.replace(variable.getValue(), "${env:" + variable.getKey() + "}");
      }
    }
    return text;
  }

  /** The config's own text, taken out of the file around it. */
  private static String text(LocatedConfig config) {
    YamlSource source = config.source();
    YamlNode root = config.root();
    if (root == null || config.kind() != FileKind.RESOURCE_V1BETA1) {
      return source.text();
    }
    int start = root.extent().start();
    int column = source.column(start);
    StringBuilder text = new StringBuilder();
    for (int line = source.lineIndex(start);
        line <= source.lineIndex(root.extent().end());
        line++) {
      int from = source.lineStart(line);
      int to = source.lineContentEnd(line);
      text.append(source.text(new Extent(Math.min(from + column, to), to))).append('\n');
    }
    return text.toString();
  }
}
