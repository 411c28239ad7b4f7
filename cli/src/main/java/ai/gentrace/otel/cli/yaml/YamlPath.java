package ai.gentrace.otel.cli.yaml;

import java.util.ArrayList;
import java.util.List;

/** The way from a document's root to a node. */
public record YamlPath(List<Step> steps) {
  /** The document's root. */
  public static final YamlPath ROOT = new YamlPath(List.of());

  public YamlPath {
    steps = List.copyOf(steps);
  }

  /** One level down. */
  public sealed interface Step {}

  /** Into a mapping. */
  public record Key(String name) implements Step {}

  /** Into a list, counted from 0. */
  public record Index(int index) implements Step {}

  /** A path of keys. */
  public static YamlPath of(String... keys) {
    YamlPath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /**
   * Reads what {@link #toString()} writes: keys joined by dots, a key that holds a dot in double
   * quotes, list items as {@code [0]}.
   *
   * @throws IllegalArgumentException if a quote or bracket is not closed or a key is empty
   */
  public static YamlPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        int close = text.indexOf(']', at);
        if (close < 0 || !text.substring(at + 1, close).matches("\\d{1,9}")) {
          throw malformed(text);
        }
        steps.add(new Index(Integer.parseInt(text.substring(at + 1, close))));
        at = close + 1;
      } else {
        if (!steps.isEmpty()) {
          if (text.charAt(at) != '.') {
            throw malformed(text);
          }
          at++;
        }
        int end = keyEnd(text, at);
        String key =
            text.startsWith("\"", at) ? text.substring(at + 1, end - 1) : text.substring(at, end);
        if (key.isEmpty()) {
          throw malformed(text);
        }
        steps.add(new Key(key));
        at = end;
      }
    }
    return new YamlPath(steps);
  }

  private static int keyEnd(String text, int start) {
    if (text.startsWith("\"", start)) {
      int close = text.indexOf('"', start + 1);
      if (close < 0) {
        throw malformed(text);
      }
      return close + 1;
    }
    int end = start;
    while (end < text.length() && ".[\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "Not a path: " + text + ". Write keys with dots between: a.b.\"c.d\"[0]");
  }

  /** This path and one key more. */
  public YamlPath key(String name) {
    return plus(new Key(name));
  }

  /** This path and one list item more. */
  public YamlPath index(int index) {
    return plus(new Index(index));
  }

  /** This path and all steps of another. */
  public YamlPath resolve(YamlPath rest) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(rest.steps);
    return new YamlPath(all);
  }

  /** Whether this is the document's root. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The first {@code length} steps. */
  public YamlPath first(int length) {
    return new YamlPath(steps.subList(0, length));
  }

  /** All steps but the first {@code length}. */
  public YamlPath from(int length) {
    return new YamlPath(steps.subList(length, steps.size()));
  }

  /**
   * The path without its last step.
   *
   * @throws IllegalStateException at the root
   */
  public YamlPath parent() {
    return first(lastIndex());
  }

  /**
   * The last step.
   *
   * @throws IllegalStateException at the root
   */
  public Step last() {
    return steps.get(lastIndex());
  }

  private int lastIndex() {
    if (isRoot()) {
      throw new IllegalStateException("The root has no last step.");
    }
    return steps.size() - 1;
  }

  private YamlPath plus(Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new YamlPath(all);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Index item) {
        text.append('[').append(item.index()).append(']');
      } else if (step instanceof Key key) {
        String name = key.name();
        boolean quoted = name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('[') >= 0;
        text.append(text.isEmpty() ? "" : ".");
        text.append(quoted ? '"' + name + '"' : name);
      }
    }
    return text.toString();
  }
}
