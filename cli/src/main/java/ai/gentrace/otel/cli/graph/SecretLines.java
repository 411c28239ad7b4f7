package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets line by line where there is no tree to walk: in comments, and in text that is no
 * YAML. Rather hides a line too much.
 */
final class SecretLines {
  private static final Pattern ENTRY =
      Pattern.compile("[\\s{,\\-?]*[\"']?([\\w.:/-]+?)[\"']?\\s*(?:[:=]\\s+|=|:$)(.*)");
  private static final Pattern NAME =
      Pattern.compile("[\\s-]*[\"']?(?:name|key)[\"']?\\s*:\\s*(.*)");
  private static final Pattern VALUE = Pattern.compile("[\\s-]*[\"']?value[\"']?\\s*:\\s*(.*)");
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final boolean commentsOnly;
  private final List<Extent> found = new ArrayList<>();

  /** Indentation of a key above whose whole body is secret; {@link #NOWHERE} without one. */
  private int secretBody = NOWHERE;

  /** Whether that body is a block scalar; else only lines without a key of their own are of it. */
  private boolean isBlock;

  private int headers = NOWHERE;
  private boolean namedSecret;

  private SecretLines(boolean commentsOnly) {
    this.commentsOnly = commentsOnly;
  }

  /**
   * Where they stand in a text, in chars.
   *
   * @param commentsOnly whether lines without a comment are left to others
   */
  static List<Extent> in(String text, boolean commentsOnly) {
    SecretLines lines = new SecretLines(commentsOnly);
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int contentEnd = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.line(text.substring(start, contentEnd), start);
      start = end + 1;
    }
    return lines.found;
  }

  private void line(String line, int offset) {
    int comment = comment(line);
    if (comment >= 0) {
      content(line.substring(comment + 1), offset + comment + 1);
    }
    if (!commentsOnly && comment != firstCharacter(line)) {
      content(comment >= 0 ? line.substring(0, comment) : line, offset);
    }
  }

  /** Where a comment begins, quotes not considered; -1 without one. */
  private static int comment(String line) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
        return at;
      }
    }
    return -1;
  }

  private static int firstCharacter(String line) {
    return line.length() - line.stripLeading().length();
  }

  private void content(String content, int offset) {
    if (content.isBlank()) {
      return;
    }
    int indent = firstCharacter(content);
    Matcher entry = ENTRY.matcher(content);
    boolean isEntry = entry.matches();
    if (indent > secretBody && (isBlock || !isEntry)) {
      hide(content, indent, offset);
      return;
    }
    secretBody = indent > secretBody ? secretBody : NOWHERE;
    headers = indent > headers ? headers : NOWHERE;
    if (!isEntry) {
      return;
    }
    String key = entry.group(1);
    String value = entry.group(2);
    boolean secret =
        SecretNames.isSecret("", key, value.strip())
            || headers != NOWHERE
            || isValueOfSecret(content);
    if (secret && value.matches("\\s*([|>].*)?")) {
      secretBody = indent;
      isBlock = !value.isBlank();
    } else if (secret && SecretNames.isLiteral(value)) {
      hide(content, entry.start(2), offset);
    }
    if (SecretNames.isHeaders(key) && value.isBlank()) {
      headers = indent;
    }
  }

  private boolean isValueOfSecret(String content) {
    Matcher name = NAME.matcher(content);
    if (name.matches()) {
      namedSecret = SecretNames.isSecret(name.group(1));
      return false;
    }
    return namedSecret && VALUE.matcher(content).matches();
  }

  private void hide(String content, int from, int offset) {
    int end = content.stripTrailing().length();
    if (from < end) {
      found.add(new Extent(offset + from, offset + end));
    }
  }
}
