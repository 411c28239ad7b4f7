package ai.gentrace.otel.cli.yaml;

import java.util.Arrays;

/** The text inside a literal block scalar as a source of its own. */
public final class BlockText {
  private BlockText() {}

  /**
   * The scalar's lines without their indentation, with the line breaks of the file; positions in
   * the result are those of the file.
   *
   * @param scalar of literal style, from {@code outer}
   * @throws IllegalArgumentException for another style, where lines of text and file do not match
   */
  public static YamlSource of(YamlSource outer, YamlScalar scalar) {
    if (scalar.style() != YamlScalar.Style.LITERAL) {
      throw new IllegalArgumentException("Not a literal block scalar: " + scalar.style());
    }
    int end = scalar.extent().end();
    int first = outer.lineIndex(scalar.extent().start()) + 1;
    int indent = indent(outer, scalar, first);
    StringBuilder text = new StringBuilder();
    int[] offsets = new int[Math.max(1, outer.lineIndex(end) - first + 2)];
    int count = 0;
    for (int line = first; line < outer.lineCount() && outer.lineStart(line) < end; line++) {
      int contentEnd = outer.lineContentEnd(line);
      int from = Math.min(outer.lineStart(line) + indent, contentEnd);
      int to = line + 1 < outer.lineCount() ? Math.min(outer.lineStart(line + 1), end) : end;
      text.append(outer.text(new Extent(from, Math.max(from, to))));
      offsets[count++] = from;
    }
    // A last line that ends in a break has an empty one behind it.
    offsets[count++] = end;
    return outer.nested(text.toString(), Arrays.copyOf(offsets, count));
  }

  /** Blanks that the scalar's content stands in by: of its first line that holds more. */
  private static int indent(YamlSource outer, YamlScalar scalar, int firstLine) {
    int line = firstLine;
    for (String content : scalar.value().split("\n", -1)) {
      if (!content.isBlank()) {
        return leadingBlanks(outer, line) - (content.length() - content.stripLeading().length());
      }
      line++;
    }
    return 0;
  }

  private static int leadingBlanks(YamlSource outer, int line) {
    int start = outer.lineStart(line);
    int at = start;
    while (outer.at(at) == ' ' || outer.at(at) == '\t') {
      at++;
    }
    return at - start;
  }
}
