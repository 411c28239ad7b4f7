package ai.gentrace.otel.cli;

import java.util.Properties;

/**
 * What is known of the user's terminal.
 *
 * <p>The launcher finds this out, because a shell tells it for free while the JVM would load a
 * console library for it. Started without the launcher, nothing is taken for a terminal.
 *
 * @param output whether standard output is a terminal
 * @param errors whether standard error is a terminal
 * @param columns its width in characters; {@value #DEFAULT_COLUMNS} where unknown
 * @param asciiOnly whether the user's locale, which the launcher may have replaced, shows no UTF-8
 */
public record Terminal(boolean output, boolean errors, int columns, boolean asciiOnly) {
  private static final int DEFAULT_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 20;

  /** Files and pipes on all sides. */
  public static final Terminal NONE = new Terminal(false, false, DEFAULT_COLUMNS, false);

  /** Corrects a width that nothing could be printed in. */
  public Terminal {
    columns = columns < LEAST_COLUMNS ? DEFAULT_COLUMNS : columns;
  }

  /**
   * Reads {@code gentrace.otel.terminal} (a list of {@code out}, {@code err} and {@code ascii}) and
   * {@code gentrace.otel.columns}.
   */
  static Terminal of(Properties properties) {
    String streams = properties.getProperty("gentrace.otel.terminal", "");
    return new Terminal(
        streams.contains("out"),
        streams.contains("err"),
        columns(properties.getProperty("gentrace.otel.columns", "")),
        streams.contains("ascii"));
  }

  private static int columns(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; i < text.length(); i++) {
      digits &= '0' <= text.charAt(i) && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : 0;
  }
}
