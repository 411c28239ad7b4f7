package ai.gentrace.otel.it.oracle;

/**
 * What the collector's parser says of an edit.
 *
 * @param kind the verdict
 * @param detail where and why, empty for {@link Kind#EQUAL}
 */
public record Verdict(Kind kind, String detail) {
  /** Kinds of verdict. */
  public enum Kind {
    /** The file after the edit is the file before it plus the additions. */
    EQUAL,
    /** It is not. */
    DIFFERENT,
    /** The file before the edit does not parse. */
    BEFORE_INVALID,
    /** The file after the edit does not parse. */
    AFTER_INVALID,
    /** The additions do not fit into the file before the edit. */
    CONFLICT
  }
}
