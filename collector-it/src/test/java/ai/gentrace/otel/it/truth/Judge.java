package ai.gentrace.otel.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentList;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.Distribution;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.it.collector.BuiltBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the rules and a collector that has stand-ins for all that cannot be built. Safe for use by
 * several threads.
 */
final class Judge {
  private static final Duration RUN_LIMIT = Duration.ofSeconds(30);
  private static final CollectorRelease RELEASE =
      new CollectorRelease(new Release(0, 161, 0), null, Distribution.CONTRIB, "the test");

  /** The rules about what the collector judges too; of GT019 that is what it knows. */
  private static final Set<String> COMPARED =
      Set.of(
          "GT001", "GT002", "GT003", "GT004", "GT005", "GT006", "GT007", "GT008", "GT009", "GT010",
          "GT011", "GT012", "GT013", "GT014", "GT019", "GT207", "GT209");

  /** Says what the collector says of places where no other rule found an error. */
  private static final String COLLECTOR_REFUSES = "GT099";

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)");

  /** An address, which most variables are about, and a number, which the others are. */
  private static final List<String> VALUES = List.of("localhost:4317", "4317");

  private final Path binary;
  private final ComponentList components;
  private final Path folder;

  /**
   * Builds the collector, the first time.
   *
   * @param folder for configs
   */
  Judge(Path folder) throws IOException, InterruptedException, TimeoutException {
    this.folder = folder;
    binary = BuiltBinary.withStandIns();
    CommandOutput list = Command.of(binary.toString(), "components").run(RUN_LIMIT);
    assertThat(list.succeeded()).as(list.output()).isTrue();
    ComponentList read =
        ComponentList.read(YamlSource.ofText("components", list.output()), Catalogue.bundled());
    assertThat(read).isNotNull();
    components = read;
  }

  /** Judges configs, in their order. */
  List<Judgement> judge(Collection<Sample> samples) {
    return samples.parallelStream().map(this::judge).toList();
  }

  private Judgement judge(Sample sample) {
    String refusal = refusal(sample);
    Set<String> rules = new TreeSet<>();
    List<String> unexplained = new ArrayList<>();
    YamlStream file = YamlStream.parse(YamlSource.decode("config.yaml", sample.file()));
    CheckInput input =
        new CheckInput(
            List.of(file), List.of(ConfigFinder.plain(file)), false, RELEASE, components, refusal);
    for (Finding finding : Checker.check(input, CheckOptions.DEFAULT).findings()) {
      String rule = finding.rule().id();
      if (rule.equals(COLLECTOR_REFUSES)) {
        unexplained.add(finding.message());
      } else if (finding.severity() == Severity.ERROR && COMPARED.contains(rule)) {
        rules.add(rule);
      }
    }
    return new Judgement(sample, refusal, rules, unexplained);
  }

  /**
   * What the collector says at best: where a config asks the environment, the rules leave its
   * values open, and only what no value makes right is wrong.
   */
  private String refusal(Sample sample) {
    String refusal = refusal(sample, "");
    Matcher variables = VARIABLE.matcher(sample.text());
    if (!refusal.isEmpty() && variables.find()) {
      for (String value : VALUES) {
        refusal = refusal.isEmpty() ? "" : refusal(sample, value);
      }
    }
    return refusal;
  }

  private String refusal(Sample sample, String value) {
    Map<String, String> variables = new HashMap<>();
    VARIABLE
        .matcher(sample.text())
        .results()
        .filter(each -> !value.isEmpty())
        .forEach(each -> variables.put(each.group(1), value));
    try {
      Path config = Files.createTempFile(folder, "config-", ".yaml");
      Files.write(config, sample.file());
      CommandOutput output =
          new Command(
                  List.of(binary.toString(), "validate", "--config", config.toString()), variables)
              .run(RUN_LIMIT);
      Files.delete(config);
      return output.succeeded() ? "" : output.output();
    } catch (IOException | TimeoutException e) {
      throw new AssertionError(sample.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(sample.name(), e);
    }
  }
}
