package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.run.doctor.DoctorReport;
import ai.gentrace.otel.cli.run.doctor.Step;
import ai.gentrace.otel.cli.run.doctor.StepVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of an examination: one verdict and one next action for each step, then the culprit. */
record DoctorText(Style style) {
  private static final String INDENT = "      ";

  List<String> lines(DoctorReport report) {
    List<String> lines = new ArrayList<>();
    for (Step step : report.steps()) {
      lines.add(
          word(step.verdict()) + "  " + step.question().number() + " " + step.question().words());
      lines.add(INDENT + step.finding());
      if (!step.next().isEmpty()) {
        lines.add(INDENT + style.cyan("next:") + " " + step.next());
      }
    }
    lines.add("");
    lines.add(lastLine(report));
    return lines;
  }

  private String word(StepVerdict verdict) {
    return switch (verdict) {
      case OK -> style.green("ok  ");
      case FAIL -> style.red("FAIL");
      case NO_VERDICT -> style.yellow("??  ");
      case NOT_LOOKED_AT -> "-   ";
    };
  }

  private static String lastLine(DoctorReport report) {
    Optional<Step> culprit = report.culprit();
    if (culprit.isPresent()) {
      return "The culprit is step "
          + culprit.get().question().number()
          + ": "
          + culprit.get().finding();
    }
    List<String> open =
        report.steps().stream()
            .filter(step -> step.verdict() == StepVerdict.NO_VERDICT)
            .map(step -> String.valueOf(step.question().number()))
            .toList();
    return open.isEmpty()
        ? "No step failed: there is no culprit among what was looked at."
        : "No step failed, and there is no verdict on step " + String.join(", ", open) + ".";
  }
}
