package ai.gentrace.otel.cli.run.verify;

import static ai.gentrace.otel.cli.run.verify.OthersRuns.NONE;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.SENT;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.everySpan;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.everySpanBut;
import static ai.gentrace.otel.cli.run.verify.OthersRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BadDayJudgeTest {
  @Test
  void holdsWhereTheOthersGetEverythingOnce() {
    Proof proof = judge(run(Scenario.SERVER_ERROR, everySpan()));

    assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(proof.subject()).isEqualTo("server-error");
    assertThat(proof.counts()).isEqualTo(2 * SENT.size() + " spans, no request refused");
  }

  @Test
  void repeatedSpansFailAndAreExplained() {
    Proof proof = judge(run(Scenario.SERVER_ERROR, everySpanBut(SENT.get(0), 2)));

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("otlp/tempo: 1 span more often than without trouble at Gentrace: ");
    assertThat(proof.details().get(1)).contains("senders repeat a refused request to all");
  }

  @Test
  void refusedRequestsFailThoughNothingIsLost() {
    Refusals refusals = new Refusals(2, 0, Optional.of("503 sending queue is full"), false);

    Proof proof = judge(run(Scenario.REFUSED, everySpan(), refusals, true, false));

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details())
        .containsExactly("2 requests refused, 0 for good: 503 sending queue is full");
  }

  @Test
  void aQueueThatNeverFilledProvesNothing() {
    assertThat(judge(run(Scenario.FULL_QUEUE, everySpan(), NONE, false, false)).verdict())
        .isEqualTo(Verdict.NO_VERDICT);
    assertThat(judge(run(Scenario.FULL_QUEUE, everySpan(), NONE, true, false)).verdict())
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aCollectorShortOfMemoryProvesNothing() {
    Refusals refusals = new Refusals(2, 1, Optional.of("503 data refused"), false);

    Proof proof = judge(run(Scenario.SERVER_ERROR, everySpan(), refusals, true, true));

    assertThat(proof.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(proof.details()).singleElement().asString().startsWith("memory_limiter refused");
  }

  @Test
  void whatDiffersByChanceIsLeftOutAndNamed() {
    Proof proof =
        judge(
            run(Scenario.WITHOUT_AGAIN, everySpanBut(SENT.get(0), 0)),
            run(Scenario.SERVER_ERROR, everySpanBut(SENT.get(1), 0)));

    assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(proof.details()).containsExactly("otlp/tempo is not comparable");
  }

  private static Proof judge(RunResult... runs) {
    return new BadDayJudge(OthersRuns.REHEARSAL, OthersRuns.results(runs)).all().get(0);
  }
}
