package ai.gentrace.otel.cli.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Gives SnakeYAML's scanner a text that is at hand. Its own reader copies what a token has so far
 * with each kilobyte, which takes seconds for a token of a megabyte, a certificate on one line say.
 * Lines and columns are counted as there.
 */
final class SourceReader extends StreamReader {
  /** Marks show no text: messages about a place quote the source. */
  private static final int[] NO_SNIPPET = {};

  private final YamlSource source;
  private final String text;
  private final int length;

  /** Whether each code point is one unit of the text. */
  private final boolean basic;

  private int index;

  /** The code point that was read last, and where it stands in the text. */
  private int last;

  private int lastUnit;
  private int documentStart;
  private int line;
  private int column;

  /**
   * @param text the source's, or a copy with other characters of the same lengths
   */
  SourceReader(YamlSource source, String text) {
    super("");
    this.source = source;
    this.text = text;
    this.length = source.length();
    this.basic = length == text.length();
  }

  private int at(int offset) {
    if (offset >= length) {
      return '\0';
    }
    if (basic) {
      return text.charAt(offset);
    }
    if (offset != last) {
      // Mostly the next one, which need not be searched for.
      lastUnit =
          offset == last + 1
              ? lastUnit + Character.charCount(text.codePointAt(lastUnit))
              : source.unit(offset);
      last = offset;
    }
    return text.codePointAt(lastUnit);
  }

  @Override
  public int peek() {
    return at(index);
  }

  @Override
  public int peek(int distance) {
    return at(index + distance);
  }

  @Override
  public String prefix(int count) {
    return text.substring(source.unit(index), source.unit(Math.min(length, index + count)));
  }

  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    index += count;
    column += count;
    return prefix;
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    for (int i = 0; i < count && index < length; i++) {
      int codePoint = at(index++);
      boolean lonelyReturn = codePoint == '\r' && index < length && at(index) != '\n';
      if (lonelyReturn || (codePoint != '\r' && YamlSource.isBreak(codePoint))) {
        line++;
        column = 0;
      } else if (codePoint != 0xFEFF) {
        column++;
      }
    }
  }

  @Override
  public Mark getMark() {
    return new Mark("", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return index - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = index;
  }
}
