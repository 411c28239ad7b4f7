package ai.gentrace.otel.cli.run.verify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What the runs came to. Immutable. */
record Results(Map<Scenario, RunResult> byScenario) {
  Results {
    byScenario = Collections.unmodifiableMap(new EnumMap<>(byScenario));
  }

  /**
   * The result of a run.
   *
   * @throws IllegalStateException if it was not run
   */
  RunResult get(Scenario scenario) {
    RunResult result = byScenario.get(scenario);
    if (result == null) {
      throw new IllegalStateException("not run: " + scenario);
    }
    return result;
  }

  Set<Scenario> scenarios() {
    return byScenario.keySet();
  }

  /** The same with newer results. */
  Results with(Results newer) {
    Map<Scenario, RunResult> changed = new EnumMap<>(byScenario);
    changed.putAll(newer.byScenario);
    return new Results(changed);
  }
}
