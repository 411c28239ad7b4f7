package ai.gentrace.otel.cli.gentrace.ottl;

/** What became of a condition's text. */
public sealed interface OttlParse {
  /** It is a condition. */
  record Parsed(OttlCondition condition) implements OttlParse {}

  /**
   * The collector refuses it, whatever the context.
   *
   * @param offset where, in UTF-16 units of the text
   * @param reason one sentence
   * @param help what to write instead; empty where that is not clear
   */
  record Refused(int offset, String reason, String help) implements OttlParse {}

  /** Too deep or too long to be read here; nothing is known about it. */
  record TooComplex() implements OttlParse {}
}
