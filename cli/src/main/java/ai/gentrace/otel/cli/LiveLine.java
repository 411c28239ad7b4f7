package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.run.verify.Progress;
import ai.gentrace.otel.cli.run.verify.Scenario;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line on the terminal that says how far the runs are, and is gone at the end. Without a
 * terminal that can go back there is none. Thread-safe.
 */
final class LiveLine implements Progress, AutoCloseable {
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  private final Console console;
  private final boolean shown;
  private final Map<Scenario, Phase> phases = new EnumMap<>(Scenario.class);

  private LiveLine(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  static LiveLine on(Console console) {
    boolean quiet = console.manners().volume() == Console.Volume.QUIET;
    boolean canGoBack = !"dumb".equals(console.environment().get("TERM"));
    return new LiveLine(console, console.terminal().errors() && canGoBack && !quiet);
  }

  @Override
  public synchronized void phase(Scenario scenario, Phase phase) {
    phases.put(scenario, phase);
    if (shown) {
      StringBuilder text = new StringBuilder();
      for (Phase each : Phase.values()) {
        long runs = phases.values().stream().filter(p -> p == each).count();
        if (runs > 0) {
          text.append(text.isEmpty() ? "" : ", ")
              .append(each.name().toLowerCase(Locale.ROOT))
              .append(' ')
              .append(runs);
        }
      }
      console.err().print(BACK_AND_CLEAR + "runs of the collector: " + text);
      console.err().flush();
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      console.err().print(BACK_AND_CLEAR);
      console.err().flush();
    }
  }
}
