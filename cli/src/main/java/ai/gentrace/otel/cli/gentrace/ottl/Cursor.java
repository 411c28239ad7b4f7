package ai.gentrace.otel.cli.gentrace.ottl;

import ai.gentrace.otel.cli.gentrace.ottl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place in a condition's tokens, and how alternatives are tried there. A rule is a supplier
 * that returns null where it does not match; then it may leave the cursor anywhere.
 */
final class Cursor {
  /** More than any condition needs; keeps the recursion clear of the stack's end. */
  private static final int MAX_DEPTH = 200;

  /** A function that is never closed is tried twice at each level of nesting. */
  private static final int MAX_STEPS = 200_000;

  private final List<Token> tokens;
  private int position;
  private int furthest;
  private int depth;
  private int steps;
  private boolean exhausted;

  /** Stands at the first of tokens, of which the last is {@link Kind#END}. */
  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether a limit was met, so that what was found says nothing. */
  boolean isExhausted() {
    return exhausted;
  }

  /** Says why the tokens match no rule. */
  OttlParse.Refused diagnosis() {
    return Diagnosis.ofTokens(tokens, furthest);
  }

  Token token() {
    return tokens.get(position);
  }

  /** The token behind a number of words, such as make up a name. */
  Token behind(int words) {
    return tokens.get(position + words);
  }

  boolean at(Kind kind) {
    return token().is(kind);
  }

  /** Returns the token, and goes on. */
  Token next() {
    Token token = token();
    if (position < tokens.size() - 1) {
      position++;
      furthest = Math.max(furthest, position);
    }
    return token;
  }

  /** Goes on if the token is of that kind. */
  boolean accept(Kind kind) {
    boolean accepted = at(kind);
    if (accepted) {
      next();
    }
    return accepted;
  }

  boolean accept(char punctuation) {
    boolean accepted = token().is(punctuation);
    if (accepted) {
      next();
    }
    return accepted;
  }

  /**
   * The first alternative that matches; each begins at the same place, as does what follows none.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> @Nullable T firstOf(Supplier<? extends @Nullable T>... alternatives) {
    int before = position;
    for (Supplier<? extends @Nullable T> alternative : alternatives) {
      position = before;
      T found = alternative.get();
      if (found != null) {
        return found;
      }
    }
    position = before;
    return null;
  }

  /** As many as there are, empty if none. A separator with nothing behind it is left alone. */
  <T> List<T> separated(Supplier<Boolean> separator, Supplier<? extends @Nullable T> part) {
    List<T> parts = new ArrayList<>();
    T next = part.get();
    while (next != null) {
      parts.add(next);
      next = firstOf(() -> separator.get() ? part.get() : null);
    }
    return parts;
  }

  /** A rule that may hold itself. */
  <T> @Nullable T nested(Supplier<? extends @Nullable T> rule) {
    steps++;
    exhausted |= steps > MAX_STEPS || depth >= MAX_DEPTH;
    if (exhausted) {
      return null;
    }
    depth++;
    T found = rule.get();
    depth--;
    return found;
  }
}
