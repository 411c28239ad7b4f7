package ai.gentrace.otel.cli.collector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is compiled when it is first used. Every rule is there at every start, most of
 * their patterns are never asked, and compiling all of them costs milliseconds. Safe for use by
 * several threads.
 */
public final class LazyPattern {
  private final String regex;
  private final int flags;
  private volatile @Nullable Pattern pattern;

  private LazyPattern(String regex, int flags) {
    this.regex = regex;
    this.flags = flags;
  }

  /** As {@link Pattern#compile(String)}, later. */
  public static LazyPattern of(String regex) {
    return new LazyPattern(regex, 0);
  }

  /** As {@link Pattern#compile(String, int)}, later. */
  public static LazyPattern of(String regex, int flags) {
    return new LazyPattern(regex, flags);
  }

  /** As {@link Pattern#matcher(CharSequence)}. */
  public Matcher matcher(CharSequence text) {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(regex, flags);
      pattern = compiled;
    }
    return compiled.matcher(text);
  }
}
