package ai.gentrace.otel.cli.run;

import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one message why a collector did not become ready. */
final class StartFailure {
  private static final Pattern PORT_IN_USE =
      Pattern.compile("listen tcp[46]? (\\S+): bind: address already in use");

  private StartFailure() {}

  static CollectorException of(
      LaunchPlan plan, String description, boolean ended, List<String> log) {
    for (String line : log) {
      Matcher port = PORT_IN_USE.matcher(line);
      if (port.find()) {
        return new CollectorException(
            Reason.PORT_IN_USE,
            "collector could not start ("
                + description
                + "): address "
                + port.group(1)
                + " is in use; end the program that listens there, or choose another port",
            log);
      }
    }
    if (!ended) {
      return new CollectorException(
          Reason.NOT_READY,
          "collector was not ready within "
              + plan.setup().startLimit().toSeconds()
              + " s ("
              + description
              + "); its last line was: "
              + (log.isEmpty() ? "(none)" : log.get(log.size() - 1)),
          log);
    }
    return new CollectorException(
        Reason.ENDED_AT_START,
        "collector ended before it was ready (" + description + "): " + ownMessage(log),
        log);
  }

  /** The collector prints {@code Error: ...} first and repeats it, prefixed, at the end. */
  private static String ownMessage(List<String> log) {
    List<String> message = new ArrayList<>();
    for (String line : log) {
      if (line.contains("collector server run finished with error")) {
        break;
      }
      if (!message.isEmpty() || line.startsWith("Error: ") || line.startsWith("panic: ")) {
        message.add(line);
      }
    }
    if (message.isEmpty()) {
      return log.isEmpty() ? "it wrote nothing" : log.get(log.size() - 1);
    }
    return String.join("\n", message);
  }
}
