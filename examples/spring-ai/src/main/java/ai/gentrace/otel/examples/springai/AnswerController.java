package ai.gentrace.otel.examples.springai;

import ai.gentrace.otel.Gentrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in. */
@RestController
class AnswerController {
  private final Answers answers;

  AnswerController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping("/answers")
  String answer(@RequestParam("question") String question) {
    // The server's span has started already, before anything is marked: mark it, and Gentrace gets
    // the trace with its root.
    Gentrace.markCurrentSpan();
    return answers.answer(question);
  }

  @GetMapping("/health")
  String health() {
    return "up";
  }
}
