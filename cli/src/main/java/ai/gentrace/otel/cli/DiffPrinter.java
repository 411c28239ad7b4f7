package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.report.UnifiedDiff;
import org.jspecify.annotations.Nullable;

/** Prints differences on standard output, in colour for a person. */
final class DiffPrinter {
  private DiffPrinter() {}

  /**
   * Prints one.
   *
   * @param before null where there was no file
   */
  static void print(Console console, String file, @Nullable String before, String after) {
    Style style = console.style();
    for (UnifiedDiff.Line line : UnifiedDiff.between(file, before, after)) {
      String text = line.text();
      console.result(
          switch (line.kind()) {
            case HEADER -> style.bold(text);
            case HUNK -> style.cyan(text);
            case ADDED -> style.green(text);
            case REMOVED -> style.red(text);
            case CONTEXT -> text;
          });
    }
  }
}
