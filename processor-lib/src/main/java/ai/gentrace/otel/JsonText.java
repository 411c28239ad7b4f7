package ai.gentrace.otel;

/**
 * A JSON text that never grows beyond its limit. Every method takes what must stay free for what is
 * open around it, and writes either all it should or nothing.
 */
final class JsonText {
  private static final String CUT_BEFORE = "...[truncated ";
  private static final String CUT_AFTER = " chars]";
  private static final char REPLACEMENT = '\uFFFD';
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final int limit;

  JsonText(int limit) {
    this.limit = limit;
  }

  int limit() {
    return limit;
  }

  int length() {
    return out.length();
  }

  void rollback(int length) {
    out.setLength(length);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  boolean raw(String token, int reserve) {
    if (!hasRoomFor(token.length(), reserve)) {
      return false;
    }
    out.append(token);
    return true;
  }

  /** Writes a name and its colon, whole or not at all. */
  boolean name(String name, int reserve) {
    int start = out.length();
    out.append('"');
    int index = 0;
    while (index < name.length() && out.length() + reserve + 2 <= limit) {
      index += escape(name, index);
    }
    out.append("\":");
    if (index < name.length() || out.length() + reserve > limit) {
      out.setLength(start);
      return false;
    }
    return true;
  }

  boolean hasRoomFor(int length, int reserve) {
    return out.length() + length + reserve <= limit;
  }

  boolean string(String text, JsonRoom room) {
    return string(text, text.length(), room);
  }

  /**
   * Writes a string, cut where it does not fit.
   *
   * @param prefix the string, or as much of its beginning as can fit
   * @param length the length of the whole string
   */
  boolean string(String prefix, long length, JsonRoom room) {
    int start = out.length();
    int end = limit - room.tight - 1;
    int cutEnd = limit - room.loose - 1;
    int cutLength = CUT_BEFORE.length() + Long.toString(length).length() + CUT_AFTER.length();
    int cutAt = -1;
    int cutIndex = 0;
    out.append('"');
    int index = 0;
    while (index < prefix.length() && out.length() <= end) {
      if (out.length() + cutLength <= cutEnd) {
        cutAt = out.length();
        cutIndex = index;
      }
      index += escape(prefix, index);
    }
    if (index >= length && out.length() <= end) {
      out.append('"');
      return true;
    }
    if (cutAt < 0) {
      out.setLength(start);
      return false;
    }
    out.setLength(cutAt);
    out.append(CUT_BEFORE).append(length - cutIndex).append(CUT_AFTER).append('"');
    return true;
  }

  /** Appends the character at an index, and its other half if it has one: returns 1 or 2. */
  private int escape(CharSequence text, int index) {
    char c = text.charAt(index);
    if (Character.isSurrogate(c)) {
      if (Character.isHighSurrogate(c)
          && index + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        out.append(c).append(text.charAt(index + 1));
        return 2;
      }
      out.append(REPLACEMENT);
      return 1;
    }
    switch (c) {
      case '"':
        out.append("\\\"");
        break;
      case '\\':
        out.append("\\\\");
        break;
      case '\n':
        out.append("\\n");
        break;
      case '\r':
        out.append("\\r");
        break;
      case '\t':
        out.append("\\t");
        break;
      case '\b':
        out.append("\\b");
        break;
      case '\f':
        out.append("\\f");
        break;
      default:
        if (c < ' ') {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
          out.append(c);
        }
    }
    return 1;
  }

  /** Returns the text as JSON can hold it: lone surrogates are replaced. */
  static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (fixed == null) {
        fixed = new StringBuilder(text);
      }
      fixed.setCharAt(i, REPLACEMENT);
    }
    return fixed == null ? text : fixed.toString();
  }
}
