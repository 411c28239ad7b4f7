package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said about a place of the config, such as a finding.
 *
 * @param rule the rule's id
 * @param message one sentence
 * @param position where, in the file that the user gave
 */
public record Note(Severity level, String rule, String message, Position position) {
  /** Makes everything in the texts visible that a terminal or a page would obey or hide. */
  public Note {
    rule = Labels.printable(rule);
    message = Labels.printable(message);
  }

  /** What a rule found. */
  public static Note of(Finding finding) {
    return new Note(
        finding.severity(), finding.rule().id(), finding.message(), finding.place().start());
  }

  /** The rules of some notes as the end of a caption; nothing where there are none. */
  static String rules(List<Note> notes) {
    return notes.isEmpty()
        ? ""
        : notes.stream().map(Note::rule).distinct().collect(Collectors.joining(" ", " ! ", ""));
  }
}
