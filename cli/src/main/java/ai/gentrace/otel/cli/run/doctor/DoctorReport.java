package ai.gentrace.otel.cli.run.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What an examination found.
 *
 * @param steps all five, in the guide's order
 * @param testSpans what the test spans did to the counters; empty if none were sent
 */
public record DoctorReport(List<Step> steps, Optional<String> testSpans) {
  /** The order in which one failure explains the others. */
  private static final List<Step.Question> CAUSES =
      List.of(
          Step.Question.REACHED,
          Step.Question.CONFIGURED,
          Step.Question.KEY,
          Step.Question.ACCEPTED,
          Step.Question.MARKED);

  public DoctorReport {
    steps = List.copyOf(steps);
  }

  /** The worst verdict: FAIL, else NO_VERDICT, else OK. */
  public StepVerdict verdict() {
    for (StepVerdict worse : List.of(StepVerdict.FAIL, StepVerdict.NO_VERDICT)) {
      if (steps.stream().anyMatch(step -> step.verdict() == worse)) {
        return worse;
      }
    }
    return StepVerdict.OK;
  }

  /** The failed step that explains the others, if one failed. */
  public Optional<Step> culprit() {
    return CAUSES.stream()
        .flatMap(cause -> steps.stream().filter(step -> step.question() == cause))
        .filter(step -> step.verdict() == StepVerdict.FAIL)
        .findFirst();
  }
}
