package ai.gentrace.otel.cli.yaml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of one YAML file, or of a block scalar inside one, as code points. Immutable.
 *
 * <p>Offsets count code points, as SnakeYAML's marks do. Positions are always those of the file
 * that the user gave, also for the text of a block scalar.
 */
public final class YamlSource {
  private final String name;
  private final String text;

  /** Offsets of the code points outside of the basic plane, which are two units of a string. */
  private final int[] pairs;

  private final int length;
  private final LineStarts lines;
  private final Charset charset;
  private final boolean byteOrderMark;
  private final @Nullable YamlProblem encodingProblem;

  /** For the text of a block scalar: the text around it, else null. */
  private final @Nullable YamlSource outer;

  /** For each line of this text the offset of its first code point in {@link #outer}. */
  private final int[] outerOffsets;

  YamlSource(
      String name,
      String text,
      Charset charset,
      boolean byteOrderMark,
      @Nullable YamlProblem encodingProblem,
      @Nullable YamlSource outer,
      int... outerOffsets) {
    this.name = name;
    this.text = text;
    this.length = text.codePointCount(0, text.length());
    this.pairs = pairs(text, text.length() - length);
    this.lines = LineStarts.of(text, length);
    this.charset = charset;
    this.byteOrderMark = byteOrderMark;
    this.encodingProblem = encodingProblem;
    this.outer = outer;
    this.outerOffsets = outerOffsets;
  }

  /**
   * Decodes a file. A UTF-8 byte order mark is taken off and remembered; UTF-16 is read only with a
   * byte order mark, as the collector does. Other bytes give a source with {@link
   * #encodingProblem()}.
   *
   * @param name how messages call the file
   */
  public static YamlSource decode(String name, byte[] bytes) {
    return Decoding.of(name, bytes);
  }

  /** A source of text that is at hand, such as a template. */
  public static YamlSource ofText(String name, String text) {
    return new YamlSource(name, text, StandardCharsets.UTF_8, false, null, null);
  }

  /**
   * The text of a block scalar in this source.
   *
   * @param text the scalar's content
   * @param lineOffsets for each line of {@code text} where its first code point stands in this
   *     source
   */
  public YamlSource nested(String text, int[] lineOffsets) {
    return new YamlSource(name, text, charset, false, null, this, lineOffsets.clone());
  }

  /** How messages call the file. */
  public String name() {
    return name;
  }

  /** What the bytes were decoded with. */
  public Charset charset() {
    return charset;
  }

  /** Whether the file began with a byte order mark, which {@link #text()} does not hold. */
  public boolean byteOrderMark() {
    return byteOrderMark;
  }

  /** The first place where the bytes are no text, or null. */
  public @Nullable YamlProblem encodingProblem() {
    return encodingProblem;
  }

  /** Number of code points. */
  public int length() {
    return length;
  }

  /** The code point at {@code offset}, or -1 at and behind the end. */
  public int at(int offset) {
    if (offset >= length) {
      return -1;
    }
    return pairs.length == 0 ? text.charAt(offset) : text.codePointAt(unit(offset));
  }

  /** Where the code point at {@code offset} stands in {@link #text()}. */
  int unit(int offset) {
    if (pairs.length == 0) {
      return offset;
    }
    int found = Arrays.binarySearch(pairs, offset);
    return offset + (found >= 0 ? found : -found - 1);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The text of a range. */
  public String text(Extent extent) {
    return text(extent.start(), extent.end());
  }

  String text(int start, int end) {
    return text.substring(unit(start), unit(end));
  }

  /** Whether a text stands in a range, and nothing else. */
  public boolean holds(Extent extent, String wanted) {
    return holds(extent.start(), extent.end(), wanted);
  }

  boolean holds(int start, int end, String wanted) {
    int from = unit(start);
    return unit(end) - from == wanted.length() && text.startsWith(wanted, from);
  }

  /** Whether {@code length} code points from {@code offset} stand in another text as well. */
  public boolean sameText(int offset, YamlSource other, int otherOffset, int length) {
    int from = unit(offset);
    int units = unit(offset + length) - from;
    int otherFrom = other.unit(otherOffset);
    return other.unit(otherOffset + length) - otherFrom == units
        && text.regionMatches(from, other.text, otherFrom, units);
  }

  /** Number of lines; the empty one behind a final line break counts. */
  public int lineCount() {
    return lines.count();
  }

  /** Index of the line that holds {@code offset}, from 0, in this text and not in the file. */
  public int lineIndex(int offset) {
    return lines.indexOf(offset);
  }

  /** Offset of the first code point of a line, counted from 0. */
  public int lineStart(int lineIndex) {
    return lines.get(lineIndex);
  }

  /** Offset just behind the line's last code point that is no line break. */
  public int lineContentEnd(int lineIndex) {
    int end = lines.end(lineIndex, length);
    int start = lines.get(lineIndex);
    while (end > start && isBreak(at(end - 1))) {
      end--;
    }
    return end;
  }

  /** What ends a line; empty for the last one. */
  public String lineBreak(int lineIndex) {
    return text(lineContentEnd(lineIndex), lines.end(lineIndex, length));
  }

  /** Code points between the start of its line and {@code offset}, in this text. */
  public int column(int offset) {
    return offset - lines.get(lineIndex(offset));
  }

  /** The place of {@code offset} in the file that the user gave. */
  public Position position(int offset) {
    int line = lineIndex(offset);
    int column = offset - lines.get(line);
    if (outer != null) {
      int lineOffset = outerOffsets[Math.min(line, outerOffsets.length - 1)];
      return outer.position(Math.min(lineOffset + column, outer.length()));
    }
    return new Position(line + 1, column + 1);
  }

  /** The line of the user's file that holds a position, without its line break. */
  public String fileLine(Position position) {
    if (outer != null) {
      return outer.fileLine(position);
    }
    int index = position.line() - 1;
    return text(new Extent(lines.get(index), lineContentEnd(index)));
  }

  /**
   * Whether a code point ends a line in YAML 1.1, which SnakeYAML and the collector's parser read.
   */
  public static boolean isBreak(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  private static int[] pairs(String text, int count) {
    int[] pairs = new int[count];
    for (int unit = 0, found = 0; found < count; unit++) {
      if (Character.isSupplementaryCodePoint(text.codePointAt(unit))) {
        pairs[found] = unit - found;
        found++;
        unit++;
      }
    }
    return pairs;
  }
}
