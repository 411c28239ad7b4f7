package ai.gentrace.otel.cli.yaml.edit;

import java.util.regex.Pattern;

/** What may be written without quotes: by an allow-list, because the deny-list is longer. */
final class PlainText {
  /**
   * Safe in block and flow style: no indicator, nothing that opens or ends anything. A colon only
   * before a character that keeps it part of the text.
   */
  private static final Pattern SAFE =
      Pattern.compile(
          "[A-Za-z0-9_./$+-](?:[A-Za-z0-9_./$+=@%~^()*;<>-]|:(?=[A-Za-z0-9_./])|#(?<=\\S#))*");

  /** Further characters that block style leaves alone: blanks inside, quotes, brackets. */
  private static final Pattern SAFE_IN_BLOCK =
      Pattern.compile(
          "[A-Za-z0-9_./$](?:[A-Za-z0-9_./$+=@%~^()*;<>\"'\\[\\]{},!&|?-]|:(?=[^ ])| (?=[^# ])|#(?<=\\S#))*");

  /** Words that some release of YAML reads as null or boolean, and the merge key. */
  private static final Pattern WORD =
      Pattern.compile("(?i:~|null|true|false|yes|no|on|off|y|n)|<<|=", Pattern.UNICODE_CASE);

  /** Everything that could be a number, a time or a date in some release of YAML. */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)[-+.]?(?:inf|nan)|[-+.]*[0-9][0-9a-fox_.,:+tz -]*");

  private PlainText() {}

  /** Whether a text may stand without quotes, whatever it then means. */
  static boolean isSafe(String text, boolean flow) {
    if (text.startsWith("---") || text.startsWith("...") || text.startsWith("- ")) {
      return false;
    }
    return SAFE.matcher(text).matches()
        ? !text.equals("-") && !text.equals("?")
        : !flow && SAFE_IN_BLOCK.matcher(text).matches() && !text.endsWith(" ");
  }

  /** Whether a text may stand without quotes and is then a string for every parser. */
  static boolean isString(String text) {
    return isSafe(text, true) && !WORD.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }
}
