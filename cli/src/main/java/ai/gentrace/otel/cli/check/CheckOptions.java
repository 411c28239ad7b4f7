package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.KeyVariable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of a check.
 *
 * @param endpoint where Gentrace is
 * @param keyVariable the environment variable that holds the API key
 * @param baseline the config before Gentrace's parts, or null
 * @param disabled ids of rules that do not run
 * @param levels levels that rules have instead of their own, by id
 */
public record CheckOptions(
    GentraceEndpoint endpoint,
    String keyVariable,
    @Nullable CollectorConfig baseline,
    Set<String> disabled,
    Map<String, Severity> levels) {
  /** What counts unless the user says otherwise. */
  public static final CheckOptions DEFAULT =
      new CheckOptions(GentraceEndpoint.HOSTED, KeyVariable.DEFAULT, null, Set.of(), Map.of());

  public CheckOptions {
    disabled = Set.copyOf(disabled);
    levels = Map.copyOf(levels);
  }
}
