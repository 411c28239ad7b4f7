package ai.gentrace.otel.cli.yaml;

/**
 * A place in the file that the user gave.
 *
 * @param line from 1; LF, CRLF, a lone CR, NEL, U+2028 and U+2029 end a line, as in the collector's
 *     parser
 * @param column from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
