package ai.gentrace.otel.cli.run.exporter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ${...}} in a config's text, as the collector expands it.
 *
 * @param scheme what it is read from, {@code env} where nothing is written
 * @param name behind the scheme, without a default
 * @param fallback behind {@code :-}, possibly empty; null without one, and for other schemes
 */
public record Expression(String scheme, String name, @Nullable String fallback) {
  private static final String DEFAULT = ":-";

  /** Whether it names an environment variable. */
  public boolean isVariable() {
    return scheme.equals("env");
  }

  /** Whether the collector would ask another machine for it. */
  public boolean isRemote() {
    return !isVariable() && !scheme.equals("file") && !scheme.equals("yaml");
  }

  @Override
  public String toString() {
    return "${" + scheme + ":" + name + "}";
  }

  /** The expressions of a text, the outer before those inside it. */
  public static List<Expression> in(String text) {
    List<Expression> found = new ArrayList<>();
    replace(
        text,
        expression -> {
          found.add(expression);
          if (expression.fallback() != null) {
            found.addAll(in(expression.fallback()));
          }
          return "";
        });
    return List.copyOf(found);
  }

  /**
   * Puts another text in the place of each outermost expression. A doubled dollar becomes a literal
   * one, as in the collector.
   */
  public static String replace(String text, Function<Expression, String> replacement) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = text.startsWith("${", at) ? closing(text, at) : -1;
      if (text.startsWith("$$", at)) {
        result.append('$');
        at += 2;
      } else if (end > 0) {
        result.append(replacement.apply(parse(text.substring(at + 2, end))));
        at = end + 1;
      } else {
        result.append(text.charAt(at++));
      }
    }
    return result.toString();
  }

  /** Where the expression that begins at {@code start} ends; -1 for an unclosed one. */
  private static int closing(String text, int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      if (text.startsWith("${", at)) {
        depth++;
      } else if (text.charAt(at) == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static Expression parse(String inside) {
    int colon = inside.indexOf(':');
    boolean bare = colon < 0 || inside.startsWith(DEFAULT, colon);
    String scheme = bare ? "env" : inside.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = bare ? inside : inside.substring(colon + 1);
    int fallback = scheme.equals("env") ? rest.indexOf(DEFAULT) : -1;
    return fallback < 0
        ? new Expression(scheme, rest, null)
        : new Expression(
            scheme, rest.substring(0, fallback), rest.substring(fallback + DEFAULT.length()));
  }
}
