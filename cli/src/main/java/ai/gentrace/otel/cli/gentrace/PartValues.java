package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.List;

/**
 * What differs from one config to another in the same template.
 *
 * @param keyVariable the environment variable that holds the API key
 * @param receivers of the pipeline
 * @param before processors in front of the gate: a memory_limiter or none
 * @param copied processors between the gate and the wall
 * @param exporter the id that the pipeline exports to
 */
record PartValues(
    GentraceEndpoint endpoint,
    String keyVariable,
    List<ComponentId> receivers,
    List<ComponentId> before,
    List<ComponentId> copied,
    ComponentId exporter) {
  private static final String AUTHORIZATION_START = "Bearer ${env:";
  private static final String AUTHORIZATION_END = "}";

  PartValues {
    receivers = List.copyOf(receivers);
    before = List.copyOf(before);
    copied = List.copyOf(copied);
  }

  /** The header's value for a key in an environment variable. */
  static String authorization(String keyVariable) {
    return AUTHORIZATION_START + keyVariable + AUTHORIZATION_END;
  }

  /** The variable in a header's value, or an empty text if it is not of that form. */
  static String keyVariable(String authorization) {
    return authorization.startsWith(AUTHORIZATION_START)
            && authorization.endsWith(AUTHORIZATION_END)
        ? authorization.substring(
            AUTHORIZATION_START.length(), authorization.length() - AUTHORIZATION_END.length())
        : "";
  }
}
