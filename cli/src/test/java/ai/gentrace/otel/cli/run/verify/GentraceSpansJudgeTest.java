package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GentraceSpansJudgeTest {
  private static final Rehearsal REHEARSAL = Configs.rehearsal(Configs.MERGED);
  private static final Set<SpanKey> MARKED = REHEARSAL.markedForGentrace();

  @Test
  void holdsWhereJustTheMarkedSpansArrive() {
    GentraceSpansJudge judge = judge(MARKED);

    assertThat(judge.everyMarkedSpan().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(judge.everyMarkedSpan().counts()).isEqualTo(MARKED.size() + " of " + MARKED.size());
    assertThat(judge.noUnmarkedSpan().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(judge.noUnmarkedSpan().counts()).startsWith("0 of ");
  }

  @Test
  void namesTheFirstMissingSpansAndBlamesTheGate() {
    List<SpanKey> marked = List.copyOf(MARKED);

    Proof proof = judge(marked.subList(4, marked.size())).everyMarkedSpan();

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.counts()).isEqualTo((marked.size() - 4) + " of " + marked.size());
    assertThat(proof.details())
        .singleElement()
        .asString()
        .startsWith("missing: ")
        .contains(marked.get(0).spanId(), marked.get(2).spanId())
        .doesNotContain(marked.get(3).spanId())
        .endsWith(", ...");
    assertThat(Configs.blamed(proof))
        .isEqualTo("'span.attributes[\"gentrace.sample\"] != \"true\"'");
  }

  @Test
  void failsWhereNoReceiverFeedsAWayToGentrace() {
    Rehearsal unfed =
        Configs.rehearsal(
            Configs.MERGED.replace(
                "traces/gentrace:\n      receivers: [otlp]",
                "traces/gentrace:\n      receivers: [zipkin]"));

    Proof proof =
        new GentraceSpansJudge(unfed, HealthyRun.thatReceived(List.of())).everyMarkedSpan();

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).containsExactly("no OTLP receiver feeds a pipeline to Gentrace");
    assertThat(Configs.blamed(proof)).isEqualTo("otlp_http/gentrace");
  }

  @Test
  void namesAnUnmarkedSpanThatArrives() {
    SpanKey unmarked = spanNamed("load basket");

    Proof proof = judge(with(unmarked)).noUnmarkedSpan();

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.counts()).startsWith("1 of ");
    assertThat(proof.details())
        .containsExactly("arrived although unmarked: \"load basket\" (" + unmarked.spanId() + ")");
    assertThat(proof.remedy()).contains("the gate filter/gentrace_sample lets unmarked spans pass");
  }

  @Test
  void theStringFalseIsNoMark() {
    assertThat(judge(with(spanNamed(OddMark.STRING_FALSE.spanName()))).noUnmarkedSpan().verdict())
        .isEqualTo(Verdict.FAILS);
  }

  @Test
  void aBooleanMarkMayArrive() {
    assertThat(judge(with(spanNamed(OddMark.BOOLEAN_TRUE.spanName()))).noUnmarkedSpan().verdict())
        .isEqualTo(Verdict.HOLDS);
  }

  private static GentraceSpansJudge judge(Collection<SpanKey> arrived) {
    return new GentraceSpansJudge(REHEARSAL, HealthyRun.thatReceived(arrived));
  }

  private static List<SpanKey> with(SpanKey more) {
    List<SpanKey> keys = new ArrayList<>(MARKED);
    keys.add(more);
    return keys;
  }

  private static SpanKey spanNamed(String name) {
    return REHEARSAL.samples().spans().values().stream()
        .filter(span -> span.getName().equals(name))
        .map(Samples::key)
        .findFirst()
        .orElseThrow();
  }
}
