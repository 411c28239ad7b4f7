package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.check.rules.Secrets;
import ai.gentrace.otel.cli.collector.ConfigProblem;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the rules. Safe for use by several threads. */
public final class Checker {
  private Checker() {}

  /** Checks what belongs together. */
  public static CheckResult check(CheckInput input, CheckOptions options) {
    List<Finding> found = new ArrayList<>();
    List<Place> secrets = new ArrayList<>();
    boolean readable = true;
    for (YamlStream file : input.files()) {
      boolean firstOnly = isPlain(input, file);
      found.addAll(TextProblems.of(file, firstOnly));
      readable &= !TextProblems.endsReading(file, firstOnly);
    }
    if (readable) {
      if (input.merged()) {
        checkTogether(input, input.configs(), options, found, secrets);
      } else {
        for (LocatedConfig config : input.configs()) {
          checkTogether(input, List.of(config), options, found, secrets);
        }
      }
    }
    return result(input, options, found, secrets, readable);
  }

  private static boolean isPlain(CheckInput input, YamlStream file) {
    for (LocatedConfig config : input.configs()) {
      if (config.file().source().equals(file.source()) && config.kind() != FileKind.PLAIN) {
        return false;
      }
    }
    return true;
  }

  private static void checkTogether(
      CheckInput input,
      List<LocatedConfig> configs,
      CheckOptions options,
      List<Finding> found,
      List<Place> secrets) {
    boolean readable = true;
    for (LocatedConfig config : configs) {
      YamlStream text = config.text();
      if (text != null) {
        found.addAll(TextProblems.of(text, true));
        readable &= !TextProblems.endsReading(text, true);
      }
    }
    if (!readable) {
      return;
    }
    Subject subject = Subject.of(configs, input.release(), input.components(), options);
    List<Finding> own = new ArrayList<>(syntaxProblems(subject));
    for (Rule rule : Rules.ALL) {
      if (!options.disabled().contains(rule.info().id())) {
        Findings findings = new Findings(rule.info());
        rule.check(subject, findings);
        own.addAll(findings.list());
      }
    }
    if (!input.refusal().isEmpty()) {
      List<Finding> others = new ArrayList<>(found);
      others.addAll(own);
      own.addAll(CollectorRefusal.findings(subject, others, input.refusal()));
    }
    secrets.addAll(Secrets.places(subject));
    if (!own.isEmpty()) {
      ConfigPaths paths = new ConfigPaths(subject.config().root());
      for (Finding finding : own) {
        found.add(finding.withPath(paths.at(finding.place())));
      }
    }
  }

  /** What is YAML, but not for the collector. */
  private static List<Finding> syntaxProblems(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (ConfigProblem problem : subject.config().problems()) {
      if (problem.kind() != ConfigProblem.Kind.NOT_A_MAP) {
        findings.add(
            new Finding(
                Rules.YAML_SYNTAX,
                Severity.ERROR,
                problem.message(),
                "",
                problem.place(),
                "",
                null));
      }
    }
    return findings;
  }

  private static CheckResult result(
      CheckInput input,
      CheckOptions options,
      Collection<Finding> found,
      List<Place> secrets,
      boolean readable) {
    List<YamlStream> streams = new ArrayList<>();
    if (readable) {
      streams.addAll(input.files());
      for (LocatedConfig config : input.configs()) {
        YamlStream text = config.text();
        if (text != null) {
          streams.add(text);
        }
      }
    }
    Suppressions suppressions = new Suppressions(streams);
    List<Finding> shown = new ArrayList<>();
    int suppressed = 0;
    for (Finding finding : distinct(found, options.disabled())) {
      if (suppressions.silences(finding)) {
        suppressed++;
      } else {
        shown.add(finding);
      }
    }
    for (Finding unused : suppressions.unused(options.disabled())) {
      boolean off = options.disabled().contains(unused.rule().id());
      if (!off && suppressions.silences(unused)) {
        suppressed++;
      } else if (!off) {
        shown.add(unused);
      }
    }
    for (int i = 0; i < shown.size(); i++) {
      Severity level = options.levels().get(shown.get(i).rule().id());
      if (level != null) {
        shown.set(i, shown.get(i).withSeverity(level));
      }
    }
    Collections.sort(shown);
    return new CheckResult(shown, suppressed, secrets, input.release());
  }

  /** Without rules that are off; a place that two configs of a file share is reported once. */
  private static Set<Finding> distinct(Collection<Finding> found, Set<String> disabled) {
    Set<Finding> distinct = new LinkedHashSet<>();
    for (Finding finding : found) {
      if (!disabled.contains(finding.rule().id())) {
        distinct.add(finding);
      }
    }
    return distinct;
  }
}
