package ai.gentrace.otel.cli.graph;

/**
 * What lines are drawn with in a terminal.
 *
 * @param dash one column of a line
 * @param arrow the end of a line
 * @param fork where a line begins to go to several, or several have become one
 * @param branch where one of several leaves, and more follow
 * @param lastBranch where the last one leaves
 * @param merge where one of several comes in, and more follow
 * @param lastMerge where the last one comes in
 */
record Glyphs(
    String dash,
    String arrow,
    String fork,
    String branch,
    String lastBranch,
    String merge,
    String lastMerge) {
  private static final Glyphs LIGHT = new Glyphs("─", "▶", "┬", "├", "└", "┤", "┘");
  private static final Glyphs HEAVY = new Glyphs("━", "▶", "┳", "┣", "┗", "┫", "┛");
  private static final Glyphs ASCII_LIGHT = new Glyphs("-", ">", "+", "+", "+", "+", "+");
  private static final Glyphs ASCII_HEAVY = new Glyphs("=", ">", "+", "+", "+", "+", "+");

  static Glyphs of(boolean unicode, boolean gentrace) {
    if (unicode) {
      return gentrace ? HEAVY : LIGHT;
    }
    return gentrace ? ASCII_HEAVY : ASCII_LIGHT;
  }

  /** From one node to the next. */
  String straight() {
    return dash + dash + arrow;
  }

  /** From the receiver at {@code index} of {@code count} to the first processor. */
  String into(int index, int count) {
    if (index == 0) {
      return dash + (count == 1 ? dash : fork) + dash + arrow;
    }
    return dash + (index == count - 1 ? lastMerge : merge);
  }

  /**
   * From the last processor to the exporter at {@code index} of {@code count}.
   *
   * @param leaf how the line looks behind the branch
   */
  String out(int index, int count, Glyphs leaf) {
    String end = leaf.dash + leaf.arrow;
    if (index == 0) {
      return count == 1 ? dash + dash + end : dash + fork + end;
    }
    return " " + (index == count - 1 ? lastBranch : branch) + end;
  }
}
