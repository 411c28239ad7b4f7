package ai.gentrace.otel.cli.check;

/**
 * What a rule is called; ids never change their meaning.
 *
 * @param id such as {@code GT101}
 * @param name such as {@code doubled-signal-path}
 * @param severity of its findings, unless one says otherwise
 * @param summary one sentence
 */
public record RuleInfo(String id, String name, Severity severity, String summary)
    implements Comparable<RuleInfo> {
  private static final String PAGES =
      "https://github.com/gentrace/gentrace-otel/blob/main/docs/rules/";

  /** By id. */
  @Override
  public int compareTo(RuleInfo other) {
    return id.compareTo(other.id);
  }

  /** The rule's page. */
  public String url() {
    return PAGES + id + ".md";
  }
}
