package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.run.verify.Proof;
import ai.gentrace.otel.cli.run.verify.Scenario;
import ai.gentrace.otel.cli.run.verify.Verdict;
import ai.gentrace.otel.cli.run.verify.VerifyReport;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyJsonTest {
  private static final Place SECOND_LINE =
      new Place(YamlSource.ofText("collector.yaml", "exporters:\n  debug:\n"), new Extent(13, 18));

  @Test
  void holdsProofsAndRemarksWithTheLinesThatTheyMean() {
    VerifyReport report =
        new VerifyReport(
            "process otelcol",
            List.of(
                new Proof(
                    "others-unchanged",
                    "debug",
                    "debug gets what it gets without the Gentrace parts",
                    Verdict.NOT_COMPARABLE,
                    "3 spans",
                    List.of("two runs differ"),
                    SECOND_LINE,
                    "look at it",
                    Scenario.HEALTHY)),
            List.of(new Remark("a remark", null)),
            List.of(new Remark("a change", SECOND_LINE)));

    assertThat(VerifyJson.of(report, List.of("collector.yaml"), "1.2.3"))
        .isEqualTo(
            """
            {
              "version" : 1,
              "tool" : {
                "name" : "gentrace-otel",
                "version" : "1.2.3"
              },
              "files" : [
                "collector.yaml"
              ],
              "collector" : "process otelcol",
              "verdict" : "holds",
              "proofs" : [
                {
                  "id" : "others-unchanged",
                  "subject" : "debug",
                  "statement" : "debug gets what it gets without the Gentrace parts",
                  "verdict" : "not-comparable",
                  "counts" : "3 spans",
                  "details" : [
                    "two runs differ"
                  ],
                  "file" : "collector.yaml",
                  "line" : 2,
                  "column" : 3,
                  "remedy" : "look at it"
                }
              ],
              "remarks" : [
                {
                  "text" : "a remark"
                }
              ],
              "copy" : [
                {
                  "text" : "a change",
                  "file" : "collector.yaml",
                  "line" : 2,
                  "column" : 3
                }
              ]
            }
            """);
  }
}
