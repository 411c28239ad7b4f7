package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.Step.Question;
import ai.gentrace.otel.cli.run.doctor.TestSpans.Moves;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Step 5: health, the receiver's port, and whatever else answers. */
final class ReachedStep {
  private static final Question QUESTION = Question.REACHED;
  private static final String START =
      "start it, or forward its ports: kubectl port-forward deploy/COLLECTOR 4318 8888 13133";
  private static final String LOG =
      "read the collector's log; \"Everything is ready\" has to be in it";

  private ReachedStep() {}

  static Step judge(Evidence evidence) {
    Optional<Moves> moves = evidence.moves();
    String otlp = evidence.otlpUrl().map(URI::toString).orElse("the receiver");
    if (moves.isPresent() && !moves.get().delivered()) {
      return QUESTION.fail(
          otlp + " does not take spans: " + moves.get().refusal(),
          "is the receiver's endpoint in the config one that the application can reach? " + LOG);
    }
    List<String> answers = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    if (moves.isPresent()) {
      answers.add(otlp + " takes spans");
    } else {
      evidence.receiver().ifPresent(seen -> note(seen, otlp + " is open", otlp, answers, silent));
    }
    Optional<Integer> health = health(evidence);
    if (health.isPresent() && health.get() != 200) {
      return QUESTION.fail(
          "the health extension answers " + health.get() + ": the collector is not well", LOG);
    }
    evidence
        .health()
        .ifPresent(
            seen ->
                note(
                    seen,
                    "the health extension answers 200",
                    evidence.facts().health().map(URI::toString).orElse("health"),
                    answers,
                    silent));
    if (evidence.seen().isPresent()) {
      answers.add("its metrics can be read");
    } else {
      silent.add(evidence.unseen());
    }
    return verdict(evidence, answers, silent);
  }

  private static Step verdict(Evidence evidence, List<String> answers, List<String> silent) {
    boolean receiverClosed =
        evidence.receiver().isPresent()
            && evidence.moves().isEmpty()
            && evidence.receiver().get() instanceof Observation.Unseen;
    String seen = String.join(", ", answers);
    String unseen = String.join("; ", silent);
    if (receiverClosed && (evidence.otlpGiven() || evidence.process().isPresent())) {
      return QUESTION.fail(
          unseen + (answers.isEmpty() ? "" : "; " + seen),
          "is the receiver's endpoint in the config one that the application can reach? " + LOG);
    }
    if (answers.isEmpty()) {
      boolean named = evidence.facts().hasFile() || evidence.metricsGiven();
      return named ? QUESTION.fail(unseen, START) : QUESTION.noVerdict(unseen, START);
    }
    if (silent.isEmpty()) {
      return QUESTION.ok(seen, "");
    }
    return QUESTION.noVerdict(
        unseen + "; but " + seen,
        evidence.seen().isPresent()
            ? "is FILE what the collector runs, and is the port forwarded?"
            : evidence.howToRead());
  }

  private static Optional<Integer> health(Evidence evidence) {
    return evidence.health().isPresent()
            && evidence.health().get() instanceof Observation.Seen<Integer> seen
        ? Optional.of(seen.value())
        : Optional.empty();
  }

  private static <T> void note(
      Observation<T> seen, String good, String what, List<String> answers, List<String> silent) {
    if (seen instanceof Observation.Unseen<T> unseen) {
      silent.add(what + " " + unseen.reason());
    } else {
      answers.add(good);
    }
  }
}
