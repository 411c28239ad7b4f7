package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.gentrace.gate.FilterStyle;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GentraceKeys;

/** The gate that is right, as text. */
final class GateText {
  private static final String VALUE = "attributes[\"" + GentraceKeys.SAMPLE + "\"]";

  private GateText() {}

  /** The condition in the style that the gate has. */
  static String right(Gate gate) {
    boolean prefixed =
        gate.filter().traceConditions().stream()
            .anyMatch(
                condition ->
                    condition.style() == FilterStyle.INFERRED && condition.stated() == null);
    String path = (prefixed ? "span." : "") + VALUE;
    return path + " != \"true\" and " + path + " != true";
  }
}
