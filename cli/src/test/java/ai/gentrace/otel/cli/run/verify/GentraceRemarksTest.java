package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GentraceRemarksTest {
  private static final Rehearsal REHEARSAL = Configs.rehearsal(Configs.MERGED);
  private static final Set<SpanKey> MARKED = REHEARSAL.markedForGentrace();

  @Test
  void aHealthyRunSaysWhereBooleanMarksGoAndWhichParentsAreMissing() {
    assertThat(remarks(REHEARSAL, HealthyRun.thatReceived(MARKED)))
        .containsExactly(
            "a span marked with boolean true does not reach Gentrace; \"false\" and \"TRUE\" count as"
                + " unmarked",
            "10 marked spans have a parent that Gentrace will not get, as it is not marked: \"answer"
                + " question\" under \"POST /chat\"");
  }

  @Test
  void noParentIsMissingWhereAllSpansArrive() {
    assertThat(remarks(REHEARSAL, HealthyRun.thatReceived(REHEARSAL.samples().spans().keySet())))
        .singleElement()
        .asString()
        .startsWith("a span marked with boolean true reaches Gentrace too");
  }

  @Test
  void countsTheSpansThatCameMoreThanOnce() {
    Map<SpanKey, Arrivals> spans = new HashMap<>();
    Set<SpanKey> twice = new HashSet<>(List.copyOf(MARKED).subList(0, 2));
    MARKED.forEach(key -> spans.put(key, new Arrivals(twice.contains(key) ? 2 : 1, 1)));

    assertThat(remarks(REHEARSAL, HealthyRun.thatReceived(spans)))
        .contains("2 spans came to Gentrace more than once; each is counted once here");
  }

  @Test
  void namesReceiversThatNoPipelineToGentraceHas() {
    Rehearsal rehearsal =
        Configs.rehearsal(
            Configs.MERGED
                .replace("  zipkin: {}", "  otlp/edge: {protocols: {grpc: }}")
                .replace("[otlp, zipkin]", "[otlp, otlp/edge]"));

    assertThat(remarks(rehearsal, HealthyRun.thatReceived(rehearsal.markedForGentrace())))
        .contains(
            "marked spans that come to otlp/edge do not reach Gentrace: no pipeline to it has that"
                + " receiver");
  }

  private static List<String> remarks(Rehearsal rehearsal, RunResult run) {
    return new GentraceRemarks(rehearsal, run).all();
  }
}
