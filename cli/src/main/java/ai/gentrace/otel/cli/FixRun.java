package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.CheckResult;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies fixes one after the other. After each the files are checked anew; a fix that would bring
 * a finding that was not there is left out.
 */
final class FixRun {
  private final CheckSetup setup;
  private final CheckOptions options;
  private final boolean unsafe;

  /**
   * @param unsafe whether fixes that somebody should look at are applied too
   */
  FixRun(CheckSetup setup, boolean unsafe) {
    this.setup = setup;
    this.options = setup.options();
    this.unsafe = unsafe;
  }

  /**
   * What came of it.
   *
   * @param input the fixed files
   * @param result what is still found in them
   * @param applied what was done, in order
   */
  record Fixed(CheckInput input, CheckResult result, List<String> applied) {}

  /** Applies what can be applied; writes nothing. */
  Fixed fix(CheckInput input, CheckResult result) {
    CheckInput now = input;
    CheckResult found = result;
    List<String> applied = new ArrayList<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Finding finding : found.findings()) {
        Optional<Fixed> step = step(now, found, finding);
        if (step.isPresent()) {
          now = step.get().input();
          found = step.get().result();
          applied.addAll(step.get().applied());
          progress = true;
          break;
        }
      }
    }
    return new Fixed(now, found, applied);
  }

  private Optional<Fixed> step(CheckInput input, CheckResult before, Finding finding) {
    Fix fix = finding.fix();
    if (fix == null || !(fix.safe() || unsafe)) {
      return Optional.empty();
    }
    Optional<Edited> edited = fix.applied();
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    YamlStream output = edited.get().output();
    List<YamlStream> files =
        input.files().stream()
            .map(file -> file.source().name().equals(output.source().name()) ? output : file)
            .toList();
    CheckInput fixed = setup.again(input, files);
    CheckResult after = Checker.check(fixed, options);
    String what = finding.place() + ": " + fix.description() + " [" + finding.rule().id() + "]";
    return isBetter(before, after)
        ? Optional.of(new Fixed(fixed, after, List.of(what)))
        : Optional.empty();
  }

  /** Whether something is gone and nothing came. */
  private static boolean isBetter(CheckResult before, CheckResult after) {
    Map<String, Integer> counts = new HashMap<>();
    before.findings().forEach(each -> counts.merge(each.rule().id(), 1, Integer::sum));
    for (Finding finding : after.findings()) {
      if (counts.merge(finding.rule().id(), -1, Integer::sum) < 0) {
        return false;
      }
    }
    return after.findings().size() < before.findings().size();
  }
}
