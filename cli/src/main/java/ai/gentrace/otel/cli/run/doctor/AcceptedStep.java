package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.Step.Question;
import ai.gentrace.otel.cli.run.doctor.TestSpans.Moves;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Step 4: what the exporter's counters and a probe say of Gentrace's answers. */
final class AcceptedStep {
  private static final Question QUESTION = Question.ACCEPTED;
  private static final String WHERE = "look at https://gentrace.ai/s/otel-metrics";
  private static final String PROBE = "--probe says what it answers";

  private AcceptedStep() {}

  static Step judge(Evidence evidence) {
    Optional<Probe.Result> probe = evidence.probe();
    if (probe.isPresent() && probe.get().decided() && !probe.get().accepted()) {
      return QUESTION.fail(probe.get().finding(), probe.get().next());
    }
    Optional<Step> doubled = evidence.seen().flatMap(counters -> doubled(evidence, counters));
    if (doubled.isPresent()) {
      return doubled.get();
    }
    Step counted = counted(evidence);
    if (probe.isEmpty() || counted.verdict() == StepVerdict.FAIL) {
      return counted;
    }
    if (probe.get().accepted()) {
      return counted.verdict() == StepVerdict.OK
          ? QUESTION.ok(probe.get().finding() + "; " + counted.finding(), WHERE)
          : QUESTION.ok(probe.get().finding(), WHERE);
    }
    return counted.verdict() == StepVerdict.OK
        ? counted
        : QUESTION.noVerdict(probe.get().finding(), probe.get().next());
  }

  /** The collector says which path it posts to. */
  private static Optional<Step> doubled(Evidence evidence, CollectorCounters counters) {
    Set<String> paths = counters.paths(evidence.facts().exporters());
    return paths.stream()
        .filter(path -> path.replaceFirst("/+$", "").endsWith("/v1/traces/v1/traces"))
        .findFirst()
        .map(
            path ->
                QUESTION.fail(
                    "the collector posts to " + path,
                    "write the whole URL as `traces_endpoint`; `endpoint` gets /v1/traces"
                        + " appended"));
  }

  private static Step counted(Evidence evidence) {
    if (evidence.seen().isEmpty()) {
      return QUESTION.noVerdict(evidence.unseen(), evidence.howToRead());
    }
    return evidence.moves().isPresent()
        ? ofTest(evidence.moves().get())
        : ofTotals(evidence.facts(), evidence.seen().get());
  }

  private static Step ofTest(Moves moves) {
    if (!moves.delivered() || moves.restarted() || moves.received() < 2) {
      return QUESTION.noVerdict("the test spans did not come this far", "see steps 1 and 5");
    }
    if (moves.failed() > 0) {
      return QUESTION.fail(
          moves.words() + ": the answer was one that the exporter does not repeat", PROBE);
    }
    if (moves.sent() > 0) {
      return QUESTION.ok(moves.words(), WHERE);
    }
    if (moves.filtered() >= moves.received()) {
      return QUESTION.noVerdict("the gate let nothing through to it", "see step 1");
    }
    return moves.waiting()
        ? QUESTION.fail(
            moves.words() + ", and the rest waits: Gentrace answers 429 or 5xx, or not at all",
            PROBE)
        : QUESTION.noVerdict(moves.words() + ", and nothing waits", PROBE);
  }

  private static Step ofTotals(ConfigFacts facts, CollectorCounters counters) {
    List<String> exporters = facts.exporters();
    long sent = counters.sent(exporters).value();
    long failed = counters.failed(exporters).value();
    long overflowed = counters.overflowed(exporters).value();
    long waiting = counters.waiting(exporters).value();
    String figures =
        "sent "
            + sent
            + ", failed "
            + failed
            + (overflowed > 0 ? ", no room in the queue for " + overflowed : "");
    if (failed + overflowed == 0 && sent > 0) {
      return QUESTION.ok(figures, WHERE);
    }
    if (failed + overflowed > 0 && sent == 0) {
      return QUESTION.fail(figures + ": nothing was taken since the collector started", PROBE);
    }
    if (failed + overflowed > 0) {
      return QUESTION.noVerdict(
          figures + " since the collector started: nobody knows which is now",
          "--send-test-spans shows what happens now");
    }
    return waiting > 0
        ? QUESTION.noVerdict(
            figures
                + ", and something waits: Gentrace may be slow, answer 429 or 5xx, or not"
                + " answer",
            PROBE)
        : QUESTION.noVerdict(
            "nothing was sent to Gentrace yet", "--send-test-spans sends a marked span");
  }
}
