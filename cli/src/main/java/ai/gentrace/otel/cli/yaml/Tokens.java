package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlNode.Properties;

/** Finds in the text what the parser's marks leave open. */
final class Tokens {
  private final YamlSource source;

  Tokens(YamlSource source) {
    this.source = source;
  }

  /** Where the node itself begins, behind its anchor and tag. */
  int nodeStart(int from, Properties properties) {
    int at = from;
    if (!properties.present()) {
      return at;
    }
    while (source.at(at) == '&' || source.at(at) == '!') {
      while (source.at(at) != -1 && !isBlankOrBreak(source.at(at))) {
        at++;
      }
      at = next(at);
    }
    return at;
  }

  /** The next code point that is neither blank, nor line break, nor in a comment. */
  int next(int from) {
    int at = from;
    while (true) {
      int codePoint = source.at(at);
      if (codePoint == '#' && (at == 0 || isBlankOrBreak(source.at(at - 1)))) {
        at = source.lineContentEnd(source.lineIndex(at));
      } else if (codePoint != -1 && isBlankOrBreak(codePoint)) {
        at++;
      } else {
        return at;
      }
    }
  }

  private static boolean isBlankOrBreak(int codePoint) {
    return codePoint == ' ' || codePoint == '\t' || YamlSource.isBreak(codePoint);
  }

  /**
   * Where a block scalar's data ends. The parser's mark stands behind the blank lines that follow:
   * these are data only after {@code +}. A line of blanks may be data, so only lines without any
   * code point are given back.
   */
  int blockScalarEnd(int start, int mark) {
    int headerLine = source.lineIndex(start);
    for (int at = start + 1; at < source.lineContentEnd(headerLine); at++) {
      int codePoint = source.at(at);
      if (codePoint == '+') {
        return mark;
      }
      if (codePoint == ' ' || codePoint == '\t') {
        break;
      }
    }
    int line = source.lineIndex(mark);
    if (source.column(mark) == 0 && line > headerLine) {
      line--;
    }
    while (line > headerLine && source.lineStart(line) == source.lineContentEnd(line)) {
      line--;
    }
    return Math.min(mark, source.lineContentEnd(line));
  }

  /** Steps back from where a key begins to the question mark of {@code ? key}. */
  int entryStart(int first, boolean emptyKey) {
    int at = first - 1;
    while (at >= 0 && (source.at(at) == ' ' || source.at(at) == '\t')) {
      at--;
    }
    boolean explicit =
        at >= 0
            && (at < first - 1 || emptyKey)
            && source.at(at) == '?'
            && (at == 0
                || isBlankOrBreak(source.at(at - 1))
                || "[{,-?".indexOf(source.at(at - 1)) >= 0);
    return explicit ? at : first;
  }

  /**
   * Where a value that is not written stands. The parser sets it to the next token; it belongs to
   * its key.
   */
  int absentValue(int keyEnd, int mark) {
    int token = next(keyEnd);
    return source.at(token) == ':' && token < mark ? token + 1 : keyEnd;
  }
}
