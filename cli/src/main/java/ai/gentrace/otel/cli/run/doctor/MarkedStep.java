package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.CollectorCounters.Count;
import ai.gentrace.otel.cli.run.doctor.Step.Question;
import ai.gentrace.otel.cli.run.doctor.TestSpans.Moves;

/** Step 1: spans received against spans filtered. */
final class MarkedStep {
  private static final Question QUESTION = Question.MARKED;
  private static final String MARK =
      "let the application set baggage gentrace.sample=true and copy it to spans with"
          + " GentraceSpanProcessor";
  private static final String LOOK_AT_GATE =
      "look at the gate's conditions: validate says what they mean";

  private MarkedStep() {}

  static Step judge(Evidence evidence) {
    if (evidence.seen().isEmpty()) {
      return QUESTION.noVerdict(evidence.unseen(), evidence.howToRead());
    }
    return evidence.moves().isPresent()
        ? ofTest(evidence.moves().get())
        : ofTotals(evidence.facts(), evidence.seen().get());
  }

  private static Step ofTest(Moves moves) {
    if (!moves.delivered()) {
      return QUESTION.noVerdict("the test spans were not taken: " + moves.refusal(), "see step 5");
    }
    if (moves.restarted()) {
      return QUESTION.noVerdict("the collector restarted during the test", "run it again");
    }
    if (moves.received() < 2) {
      return QUESTION.noVerdict(
          moves.atReceivers() >= 2
              ? "the receivers took the test spans, and only "
                  + moves.received()
                  + " of 2 came to the gate"
              : "the spans were sent and this collector's counters did not move: another replica"
                  + " may have taken them",
          moves.atReceivers() >= 2
              ? "does the pipeline to Gentrace have the receiver that --otlp names?"
              : "point --metrics and --otlp at one pod: kubectl port-forward pod/NAME 8888 4318");
    }
    if (moves.filtered() >= moves.received()) {
      return QUESTION.fail(moves.words() + ": the gate drops the marked span too", LOOK_AT_GATE);
    }
    if (moves.filtered() == 0) {
      return QUESTION.fail(moves.words() + ": the gate lets the unmarked span pass", LOOK_AT_GATE);
    }
    if (!moves.alone()) {
      return QUESTION.noVerdict(
          moves.words() + ": other spans came during the test, so nobody knows whose passed",
          "run it again when there is less traffic");
    }
    return QUESTION.ok(
        moves.words(), "marked spans pass; if your application's do not arrive, " + MARK);
  }

  private static Step ofTotals(ConfigFacts facts, CollectorCounters counters) {
    Count incoming = counters.incoming(facts.gates());
    Count received = incoming.present() ? incoming : counters.accepted(facts.receivers());
    Count filtered = counters.filtered(facts.gates());
    if (received.value() == 0) {
      return QUESTION.noVerdict(
          "no span has come to this collector since it started",
          "send one with --send-test-spans, or let the application send");
    }
    String figures = "received " + received.value() + ", filtered " + filtered.value();
    if (!filtered.present() && !incoming.present()) {
      return QUESTION.noVerdict(
          "received " + received.value() + ", and the page has no counter of a gate",
          "is this the collector that sends to Gentrace? --send-test-spans shows it");
    }
    if (filtered.value() >= received.value()) {
      return QUESTION.fail(figures + ": none of them was marked", MARK);
    }
    return QUESTION.ok(
        figures + ": " + (received.value() - filtered.value()) + " passed the gate", "");
  }
}
