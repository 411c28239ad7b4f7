package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written into a mapping.
 *
 * @param comments lines above the key, each with its hash sign; left out in flow style
 * @param comment behind the key of a collection or behind a scalar, with its hash sign; left out in
 *     flow style
 */
public record NewEntry(List<String> comments, String key, NewNode value, @Nullable String comment) {
  public NewEntry {
    comments = List.copyOf(comments);
  }

  /** An entry without comments. */
  public static NewEntry of(String key, NewNode value) {
    return new NewEntry(List.of(), key, value, null);
  }

  /**
   * Takes an entry over from a file, with the comment lines directly above it and the comments
   * inside it.
   *
   * @throws IllegalArgumentException if it holds an alias, an anchor or a tag
   */
  public static NewEntry of(YamlSource source, YamlEntry entry) {
    YamlNode value = entry.value();
    return new NewEntry(
        TextLines.commentsAbove(source, entry.start()),
        entry.name(),
        NewNode.of(source, value),
        commentBehind(source, entry));
  }

  /** The comment behind an entry of a file, null where there is none. */
  public static @Nullable String commentBehind(YamlSource source, YamlEntry entry) {
    return TextLines.commentBehind(source, textEnd(entry));
  }

  /** Where an entry's first line of text ends: its key's, or its value's if that begins there. */
  private static int textEnd(YamlEntry entry) {
    int keyEnd = entry.key().extent().end();
    return Children.isBlock(entry.value())
        ? keyEnd
        : Math.max(keyEnd, entry.value().extent().end());
  }

  /** The same with another value. */
  public NewEntry withValue(NewNode newValue) {
    return new NewEntry(comments, key, newValue, comment);
  }

  /** The same with {@code {}} in place of every null, for files where null deletes. */
  public NewEntry withoutNulls() {
    return withValue(value.withoutNulls());
  }
}
