package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth knowing about the spans at Gentrace although it proves nothing wrong. */
final class GentraceRemarks {
  private final Rehearsal rehearsal;
  private final Samples samples;
  private final GentraceArrivals arrivals;

  /**
   * @param run a healthy one
   */
  GentraceRemarks(Rehearsal rehearsal, RunResult run) {
    this.rehearsal = rehearsal;
    this.samples = rehearsal.samples();
    this.arrivals = GentraceArrivals.of(rehearsal, run);
  }

  List<String> all() {
    return Stream.of(booleanMark(), repeated(), orphans(), receiversWithoutWay())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> booleanMark() {
    return samples.spans().keySet().stream()
        .filter(key -> samples.oddMark(key) == OddMark.BOOLEAN_TRUE)
        .findFirst()
        .map(
            key ->
                "a span marked with boolean true "
                    + (arrivals.contains(key) ? "reaches Gentrace too" : "does not reach Gentrace")
                    + "; \"false\" and \"TRUE\" count as unmarked");
  }

  private Optional<String> repeated() {
    long repeated = arrivals.repeated();
    return repeated == 0
        ? Optional.empty()
        : Optional.of(
            repeated + " spans came to Gentrace more than once; each is counted once here");
  }

  private Optional<String> orphans() {
    List<SpanData> orphans =
        rehearsal.markedForGentrace().stream()
            .filter(arrivals::contains)
            .map(samples.spans()::get)
            .filter(span -> span.getParentSpanContext().isValid())
            .filter(span -> !arrivals.contains(parent(span)))
            .toList();
    return orphans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            orphans.size()
                + " marked spans have a parent that Gentrace will not get, as it is not marked: "
                + orphans.stream()
                    .map(this::withParent)
                    .distinct()
                    .collect(Collectors.joining(", ")));
  }

  private static SpanKey parent(SpanData span) {
    return new SpanKey(span.getTraceId(), span.getParentSpanId());
  }

  private String withParent(SpanData span) {
    SpanData parent = samples.spans().get(parent(span));
    return "\""
        + span.getName()
        + "\""
        + (parent == null ? "" : " under \"" + parent.getName() + "\"");
  }

  private Optional<String> receiversWithoutWay() {
    Set<ComponentId> feeding = rehearsal.gentraceReceivers();
    Set<ComponentId> others = new LinkedHashSet<>(samples.requests().keySet());
    others.removeAll(feeding);
    return others.isEmpty() || feeding.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "marked spans that come to "
                + others.stream().map(ComponentId::toString).collect(Collectors.joining(", "))
                + " do not reach Gentrace: no pipeline to it has that receiver");
  }
}
