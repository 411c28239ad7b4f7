package ai.gentrace.otel.cli.collector;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component's id, {@code type} or {@code type/name}, with both parts trimmed as the collector
 * does ({@code component/identifiable.go}). Any text makes an id; {@link #problem()} says what the
 * collector refuses in it.
 *
 * @param name behind the first slash; null without a slash
 */
public record ComponentId(String type, @Nullable String name) {
  private static final int MAX_TYPE_LENGTH = 63;
  private static final LazyPattern NAME = LazyPattern.of("[^\\p{Z}\\p{C}\\p{S}]+");
  private static final int MAX_NAME_BYTES = 1024;

  /** The id that a key or a list item means. */
  public static ComponentId of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new ComponentId(text.strip(), null)
        : new ComponentId(text.substring(0, slash).strip(), text.substring(slash + 1).strip());
  }

  /** Why the collector refuses this id, as one sentence; null if it does not. */
  public @Nullable String problem() {
    if (type.isEmpty()) {
      return name == null ? "An id must not be empty." : "The part before \"/\" is empty.";
    }
    if (!isWord(type) || isDigitOrBar(type.charAt(0)) || type.length() > MAX_TYPE_LENGTH) {
      return "A type begins with a letter and holds only letters, digits and \"_\" (63 at most).";
    }
    if (name == null) {
      return null;
    }
    if (name.isEmpty()) {
      return "The part behind \"/\" is empty.";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      return "A name has 1024 bytes at most.";
    }
    return isWord(name) || NAME.matcher(name).matches()
        ? null
        : "A name must not hold blanks, control characters or symbols such as \"$\", \"+\" and \"=\".";
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean letter = ('a' <= each && each <= 'z') || ('A' <= each && each <= 'Z');
      if (!letter && !isDigitOrBar(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigitOrBar(char each) {
    return ('0' <= each && each <= '9') || each == '_';
  }

  // Written out: what the compiler generates for records is linked at first use, for milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ComponentId id && type.equals(id.type) && Objects.equals(name, id.name);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Objects.hashCode(name);
  }

  @Override
  public String toString() {
    return name == null ? type : type + "/" + name;
  }
}
