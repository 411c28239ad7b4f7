package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckResult;
import java.util.List;
import java.util.Optional;

/** What came of checking what one argument, or all merged ones, name. */
sealed interface CheckOutcome {
  /**
   * It was checked.
   *
   * @param input what was
   * @param notes what else the user should know, one sentence each
   */
  record Checked(CheckInput input, CheckResult result, List<String> notes) implements CheckOutcome {
    public Checked {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It could not be checked.
   *
   * @param message with the file's name, one sentence
   */
  record Unusable(String message, Optional<String> hint) implements CheckOutcome {}
}
