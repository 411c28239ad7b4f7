package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.doctor.DoctorReport;
import ai.gentrace.otel.cli.run.doctor.Step;
import ai.gentrace.otel.cli.run.doctor.Step.Question;
import ai.gentrace.otel.cli.run.doctor.StepVerdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorJsonTest {
  @Test
  void namesTheCulpritAndEachStep() {
    DoctorReport report =
        new DoctorReport(
            List.of(
                new Step(Question.MARKED, StepVerdict.NO_VERDICT, "no counters", "give --metrics"),
                new Step(Question.CONFIGURED, StepVerdict.FAIL, "GT101 in line 9", "fix it")),
            Optional.of("9 of 9 arrived"));

    assertThat(DoctorJson.of(report, "1.2.3"))
        .isEqualTo(
            """
            {
              "version" : 1,
              "tool" : {
                "name" : "gentrace-otel",
                "version" : "1.2.3"
              },
              "verdict" : "fail",
              "culprit" : 2,
              "testSpans" : "9 of 9 arrived",
              "steps" : [
                {
                  "step" : 1,
                  "question" : "are spans marked?",
                  "verdict" : "no-verdict",
                  "finding" : "no counters",
                  "next" : "give --metrics"
                },
                {
                  "step" : 2,
                  "question" : "is the configuration right?",
                  "verdict" : "fail",
                  "finding" : "GT101 in line 9",
                  "next" : "fix it"
                }
              ]
            }
            """);
  }

  @Test
  void theCulpritIsNullWhereNoStepFailed() {
    DoctorReport report =
        new DoctorReport(
            List.of(new Step(Question.KEY, StepVerdict.NOT_LOOKED_AT, "no config", "")),
            Optional.empty());

    assertThat(DoctorJson.of(report, "1.2.3"))
        .contains("\"verdict\" : \"ok\"", "\"culprit\" : null", "\"not-looked-at\"")
        .doesNotContain("testSpans");
  }
}
