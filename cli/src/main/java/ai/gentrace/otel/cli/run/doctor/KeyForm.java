package ai.gentrace.otel.cli.run.doctor;

import java.util.Optional;

/** What is wrong with a key, without showing any of it. */
final class KeyForm {
  private KeyForm() {}

  /** The defect in words that follow "it"; empty for a well-formed key. */
  static Optional<String> defect(String key) {
    if (key.isEmpty()) {
      return Optional.of("is empty");
    }
    if (key.endsWith("\n") || key.endsWith("\r")) {
      return Optional.of("ends with a line break");
    }
    if (key.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return Optional.of("holds a control character");
    }
    if (key.chars().anyMatch(Character::isWhitespace) || key.indexOf('\u00a0') >= 0) {
      return Optional.of("holds white space");
    }
    if (key.indexOf('"') >= 0 || key.indexOf('\'') >= 0) {
      return Optional.of("holds a quote");
    }
    return Optional.empty();
  }
}
