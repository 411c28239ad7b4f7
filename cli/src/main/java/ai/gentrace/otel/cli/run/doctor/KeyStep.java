package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.Step.Question;
import ai.gentrace.otel.cli.run.doctor.TestSpans.Moves;
import java.util.Optional;

/** Step 3: the key, which is looked at and never shown. */
final class KeyStep {
  private static final Question QUESTION = Question.KEY;

  private KeyStep() {}

  static Step judge(Evidence evidence) {
    if (evidence.facts().keyVariables().isEmpty()) {
      return QUESTION.notLookedAt(
          evidence.facts().exporters().isEmpty()
              ? "there is no exporter to Gentrace"
              : "the key does not come from an environment variable",
          "");
    }
    String names = String.join(", ", evidence.facts().keyVariables());
    Optional<Moves> moves = evidence.moves();
    if (moves.isPresent() && moves.get().sent() > 0) {
      return QUESTION.ok("Gentrace took a span that was sent with it", "");
    }
    Optional<Step> own = evidence.process().map(process -> ofProcess(process, evidence.facts()));
    if (own.isPresent()) {
      return own.get();
    }
    if (evidence.probeKeyDefect().isPresent()) {
      return ofProbeKey(evidence.probeKeyDefect().get());
    }
    if (evidence.probe().isPresent()) {
      return QUESTION.ok(
          "the key in " + names + " is set and well formed in this environment",
          "it has to be the same where the collector runs");
    }
    if (moves.isPresent()) {
      return QUESTION.noVerdict(
          moves.get().failed() > 0
              ? "a span was sent with it and Gentrace did not take it"
              : "no span was sent with it",
          "--probe says whether the key is the reason");
    }
    return QUESTION.notLookedAt(
        "the environment of a collector elsewhere",
        "kubectl exec POD -- printenv "
            + evidence.facts().keyVariables().get(0)
            + " | wc -c  counts its characters without showing them");
  }

  private static Step ofProbeKey(KeyDefect defect) {
    String variable = defect.variable();
    return defect
        .form()
        .map(
            form ->
                QUESTION.fail(
                    "the key in " + variable + " " + form + " (in this environment)",
                    "set it again without that, here and where the collector runs"))
        .orElseGet(
            () ->
                QUESTION.noVerdict(
                    variable + " is not set here, so there is no key to probe with",
                    "export " + variable + " here as the collector has it, and run --probe again"));
  }

  private static Step ofProcess(LocalProcess process, ConfigFacts facts) {
    return KeyDefect.first(facts.keyVariables(), process.environment())
        .map(defect -> ofProcessKey(process, defect))
        .orElseGet(
            () ->
                QUESTION.ok(
                    String.join(", ", facts.keyVariables())
                        + " is set and well formed in the collector's environment ("
                        + process
                        + ")",
                    ""));
  }

  private static Step ofProcessKey(LocalProcess process, KeyDefect defect) {
    String variable = defect.variable();
    return defect
        .form()
        .map(
            form ->
                QUESTION.fail(
                    "the key in " + variable + " " + form + " (environment of " + process + ")",
                    "set it again without that, and restart the collector"))
        .orElseGet(
            () ->
                QUESTION.fail(
                    variable + " is not set in the collector's environment (" + process + ")",
                    "set it where the collector is started, and restart the collector"));
  }
}
