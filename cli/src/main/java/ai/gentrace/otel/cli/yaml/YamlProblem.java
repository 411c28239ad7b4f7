package ai.gentrace.otel.cli.yaml;

/**
 * Why a text, or a part of it, is not YAML as the collector reads it.
 *
 * @param kind what is wrong
 * @param extent where, in the source's code points
 * @param message one sentence without the place
 */
public record YamlProblem(Kind kind, Extent extent, String message) {
  /** What is wrong. */
  public enum Kind {
    /** Bytes that are no text. */
    ENCODING,
    /** Text that is no YAML. */
    SYNTAX,
    /** An unrendered template, such as Helm's. */
    TEMPLATE,
    /** The same key twice in one mapping; the extent is the second key. */
    DUPLICATE_KEY,
    /** YAML in a string whose lines are not the file's lines: folded or quoted. */
    NESTED,
    /** A mapping or list as a key. */
    COMPLEX_KEY,
    /** Larger or deeper than this tool reads. */
    LIMIT
  }
}
