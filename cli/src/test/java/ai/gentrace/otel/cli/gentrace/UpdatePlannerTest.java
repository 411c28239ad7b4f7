package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.EditResult;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatePlannerTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      exporters:
        debug: {}
      service:
        pipelines:
          traces: {receivers: [otlp], exporters: [debug]}
      """;
  private static final MergeRequest OLD =
      new MergeRequest(
          CollectorRelease.UNKNOWN,
          new GentraceEndpoint("https://gentrace.example.com/api"),
          "K",
          List.of(),
          null);
  private static final MergeRequest NEW =
      OLD.with(new CollectorRelease(new Release(0, 161, 0), null, null, "test"));

  @Test
  void theOtherVariantIsWhatMergeWouldHaveWritten() {
    String old = merged(CONFIG, OLD, Templates.shipped());
    String now = merged(CONFIG, NEW, Templates.shipped());

    assertThat(updated(old, NEW, Templates.shipped())).isEqualTo(now);
    assertThat(updated(now, OLD, Templates.shipped())).isEqualTo(old);
  }

  @Test
  void aSecondUpdateHasNothingToDo() {
    String now = merged(CONFIG, NEW, Templates.shipped());

    assertThat(UpdatePlanner.plan(located(now), NEW).changes()).isEmpty();
  }

  @Test
  void whatTheUserSetStays() {
    String old =
        merged(CONFIG, OLD, Templates.shipped())
            .replace("queue_size: 50", "queue_size: 700 # ours")
            .replace("    timeout: 2s", "    timeout: 2s # slow line")
            .replace("    headers:", "    proxy_url: http://proxy:3128\n    headers:");

    String now = updated(old, NEW, Templates.shipped());

    assertThat(now)
        .contains(
            "otlp_http/gentrace:",
            "exporters: [otlp_http/gentrace]",
            "queue_size: 700 # ours",
            "sizer: bytes",
            "timeout: 500ms # slow line",
            "proxy_url: http://proxy:3128")
        .doesNotContain("otlphttp", "134217728");
    assertThat(UpdatePlanner.plan(located(old), NEW).kept())
        .extracting(Difference::toString)
        .anyMatch(text -> text.contains("queue_size: 700 (template: 50)"));
  }

  @Test
  void anOlderReleasesTemplateIsKnownMovedAndRemoved() {
    String earlier =
        Templates.text("gentrace-current.yaml")
            .replace("send_batch_size: 32", "send_batch_size: 512")
            .replace("# Only spans marked", "# Once worded otherwise: only spans marked")
            .replace("        flush_timeout: 1s\n", "");
    Templates templates =
        new Templates(
            Templates.shipped().current(),
            List.of(Template.read(Variant.CURRENT, "0.0.9-current.yaml", earlier)));
    Templates then =
        new Templates(
            List.of(templates.earlier().get(0), templates.of(Variant.COMPATIBLE)), List.of());
    String old = merged(CONFIG, NEW, then);
    assertThat(old).contains("send_batch_size: 512", "# Once worded otherwise");

    assertThat(MergePlanner.plan(located(old), NEW, templates))
        .isInstanceOfSatisfying(
            MergePlan.Present.class, present -> assertThat(present.differences()).isEmpty());
    assertThat(updated(old, NEW, templates))
        .contains("send_batch_size: 32", "flush_timeout: 1s")
        .doesNotContain("512");
    RemovalPlan removal = RemovalPlanner.plan(located(old), templates);
    assertThat(removal.edits()).isEmpty();
    assertThat(edited(ConfigEdits.of(located(old), removal))).isEqualTo(CONFIG);
  }

  private static LocatedConfig located(String text) {
    return ConfigFinder.plain(YamlStream.parse(YamlSource.ofText("c.yaml", text)));
  }

  private static String merged(String text, MergeRequest request, Templates templates) {
    LocatedConfig config = located(text);
    MergePlan.Add plan = (MergePlan.Add) MergePlanner.plan(config, request, templates);
    return edited(ConfigEdits.of(config, plan));
  }

  private static String updated(String text, MergeRequest request, Templates templates) {
    return edited(UpdatePlanner.plan(located(text), request, templates).changes());
  }

  private static String edited(List<Change> changes) {
    EditResult result = Editor.edit(changes);
    assertThat(result).isInstanceOf(Edited.class);
    return ((Edited) result).output().source().text();
  }
}
