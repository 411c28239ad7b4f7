package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs of {@link Configs#MERGED} in which {@code debug} gets every span, and Tempo as told. */
final class OthersRuns {
  static final Rehearsal REHEARSAL = Configs.rehearsal(Configs.MERGED);
  static final List<SpanKey> SENT = List.copyOf(REHEARSAL.samples().spans().keySet());
  static final Refusals NONE = new Refusals(0, 0, Optional.empty(), false);

  private OthersRuns() {}

  /** Every span came once. */
  static Map<SpanKey, Arrivals> everySpan() {
    Map<SpanKey, Arrivals> spans = new HashMap<>();
    SENT.forEach(key -> spans.put(key, new Arrivals(1, 1)));
    return spans;
  }

  /** Every span came as often as wanted, but for one that came some other number of times. */
  static Map<SpanKey, Arrivals> everySpanBut(SpanKey other, int count) {
    Map<SpanKey, Arrivals> spans = everySpan();
    if (count == 0) {
      spans.remove(other);
    } else {
      spans.put(other, new Arrivals(count, count));
    }
    return spans;
  }

  static RunResult run(Scenario scenario, Map<SpanKey, Arrivals> atTempo) {
    return run(scenario, atTempo, NONE, true, false);
  }

  static RunResult run(
      Scenario scenario,
      Map<SpanKey, Arrivals> atTempo,
      Refusals refusals,
      boolean queueFull,
      boolean memoryLimited) {
    return new RunResult(
        scenario,
        Map.of(
            ComponentId.of("otlp/tempo"), new Received(atTempo, Map.of(), Map.of()),
            ComponentId.of("debug"), new Received(everySpan(), Map.of(), Map.of())),
        Map.of(),
        Set.copyOf(SENT),
        refusals,
        queueFull,
        memoryLimited);
  }

  /** Healthy runs in which everything is the same, with these in their place or beside them. */
  static Results results(RunResult... others) {
    Map<Scenario, RunResult> results = new EnumMap<>(Scenario.class);
    for (Scenario scenario : List.of(Scenario.HEALTHY, Scenario.WITHOUT, Scenario.WITHOUT_AGAIN)) {
      results.put(scenario, run(scenario, everySpan()));
    }
    for (RunResult other : others) {
      results.put(other.scenario(), other);
    }
    return new Results(results);
  }
}
