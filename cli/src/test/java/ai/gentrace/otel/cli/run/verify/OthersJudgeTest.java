package ai.gentrace.otel.cli.run.verify;

import static ai.gentrace.otel.cli.run.verify.OthersRuns.SENT;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.everySpan;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.everySpanBut;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OthersJudgeTest {
  @Test
  void everyOtherExporterHasAProofThatHoldsWhereNothingDiffers() {
    assertThat(new OthersJudge(OthersRuns.REHEARSAL, OthersRuns.results()).all())
        .allSatisfy(
            proof -> {
              assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
              assertThat(proof.counts()).isEqualTo(SENT.size() + " spans");
            })
        .extracting(Proof::subject)
        .containsExactly("otlp/tempo", "debug");
  }

  @Test
  void aSpanThatIsMissingOnlyWithTheGentracePartsFails() {
    Proof proof = tempo(run(Scenario.HEALTHY, everySpanBut(SENT.get(0), 0)));

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.counts()).isEqualTo((SENT.size() - 1) + " of " + SENT.size() + " spans");
    assertThat(proof.details())
        .singleElement()
        .asString()
        .startsWith("1 span missing: ")
        .contains(SENT.get(0).spanId());
  }

  @Test
  void whatDiffersWithoutGentraceTooIsNotComparable() {
    Proof proof =
        tempo(
            run(Scenario.HEALTHY, everySpanBut(SENT.get(1), 0)),
            run(Scenario.WITHOUT_AGAIN, everySpanBut(SENT.get(0), 0)));

    assertThat(proof.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(proof.details())
        .singleElement()
        .asString()
        .startsWith("two runs without Gentrace differ, ");
  }

  @Test
  void spansThatAreNotThereWithoutGentraceFail() {
    Proof proof =
        tempo(
            run(Scenario.WITHOUT, everySpanBut(SENT.get(0), 0)),
            run(Scenario.WITHOUT_AGAIN, everySpanBut(SENT.get(0), 0)),
            run(Scenario.HEALTHY, everySpan()));

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).singleElement().asString().contains("not there without Gentrace");
  }

  private static Proof tempo(RunResult... runs) {
    return new OthersJudge(OthersRuns.REHEARSAL, OthersRuns.results(runs)).all().get(0);
  }
}
