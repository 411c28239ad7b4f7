package ai.gentrace.otel.cli.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** What a capture server answers. Thread-safe. */
final class Script {
  private final Deque<Answer> next = new ArrayDeque<>();
  private Answer always = Answer.OK;

  synchronized void always(Answer answer) {
    always = answer;
  }

  synchronized void next(Collection<Answer> answers) {
    next.addAll(answers);
  }

  synchronized Answer take() {
    Answer first = next.pollFirst();
    return first == null ? always : first;
  }
}
