package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import ai.gentrace.otel.cli.run.verify.RunResult.RequestSeen;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results of runs in which only {@code otlp_http/gentrace} sent something. */
final class HealthyRun {
  static final ComponentId GENTRACE = ComponentId.of("otlp_http/gentrace");

  private HealthyRun() {}

  static RunResult thatReceived(Collection<SpanKey> spans) {
    return thatReceived(
        spans.stream().collect(Collectors.toMap(Function.identity(), key -> new Arrivals(1, 1))));
  }

  static RunResult thatReceived(Map<SpanKey, Arrivals> spans) {
    return result(Map.of(GENTRACE, new Received(spans, Map.of(), Map.of())), Map.of());
  }

  static RunResult thatSaw(RequestSeen... requests) {
    return result(Map.of(), Map.of(GENTRACE, List.of(requests)));
  }

  private static RunResult result(
      Map<ComponentId, Received> received, Map<ComponentId, List<RequestSeen>> requests) {
    return new RunResult(
        Scenario.HEALTHY,
        received,
        requests,
        Set.of(),
        new Refusals(0, 0, Optional.empty(), false),
        false,
        false);
  }
}
