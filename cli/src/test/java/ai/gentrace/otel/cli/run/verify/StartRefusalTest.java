package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartRefusalTest {
  private static final CollectorConfig CONFIG = Configs.read(Configs.MERGED);

  @Test
  void missingComponentsAreNamedAtTheirLines() {
    StartRefusal refusal =
        refusal(
            "'processors' unknown type: \"filter\" for id: \"filter/gentrace_sample\" (valid values:"
                + " [batch])");

    assertThat(refusal.lacksComponents()).isTrue();
    assertThat(refusal.lines()).hasSize(1);
    assertThat(refusal.lines().get(0).text())
        .isEqualTo("this collector has no processor of type filter (filter/gentrace_sample)");
    assertThat(refusal.lines().get(0).place()).hasToString("collector.yaml:9:3");
  }

  @Test
  void aPathIsFollowedAsFarAsItIsWritten() {
    assertThat(place("Error: processors::batch::send_batch_size: must not be negative"))
        .isEqualTo("collector.yaml:8:3");
    assertThat(place("service::pipelines::traces: references processor \"x\""))
        .isEqualTo("collector.yaml:28:5");
  }

  @Test
  void namedComponentsAndPipelinesAreFound() {
    assertThat(place("failed to create \"debug\" exporter for data type \"traces\""))
        .isEqualTo("collector.yaml:16:3");
    assertThat(place("error reading configuration for \"batch/gentrace\": decoding failed"))
        .isEqualTo("collector.yaml:13:3");
  }

  @Test
  void aMessageWithoutAPlaceIsStillShown() {
    StartRefusal refusal = refusal("panic: oops");

    assertThat(refusal.lines()).containsExactly(new StartRefusal.Line("panic: oops", null));
  }

  private static String place(String message) {
    return String.valueOf(refusal(message).lines().get(0).place());
  }

  private static StartRefusal refusal(String message) {
    return StartRefusal.of(
        new CollectorException(Reason.ENDED_AT_START, message, List.of()), CONFIG);
  }
}
