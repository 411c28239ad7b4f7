package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.LazyPattern;

/** The environment variable that holds the API key where the collector runs. */
public final class KeyVariable {
  /** The name unless the user chooses another. */
  public static final String DEFAULT = "GENTRACE_API_KEY";

  /** What the collector's environment provider takes. */
  private static final LazyPattern NAME = LazyPattern.of("[a-zA-Z_][a-zA-Z0-9_]*");

  private KeyVariable() {}

  /** Whether the collector takes a variable's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
