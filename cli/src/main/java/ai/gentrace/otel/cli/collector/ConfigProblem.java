package ai.gentrace.otel.cli.collector;

/**
 * What keeps the collector from reading a text as a configuration although it is YAML.
 *
 * @param place where
 * @param message one sentence without the place
 */
public record ConfigProblem(Kind kind, Place place, String message) {
  /** What is wrong. */
  public enum Kind {
    /** The document is a scalar or a list. */
    NOT_A_MAP,
    /** {@code <<} with something that is neither a map nor a list of maps. */
    MERGE_KEY,
    /** Aliases that multiply to more than anybody reads. */
    EXCESSIVE_ALIASES
  }
}
