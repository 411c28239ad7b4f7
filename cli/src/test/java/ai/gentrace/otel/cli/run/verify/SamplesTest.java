package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.sample.SampleService.Mark;
import ai.gentrace.otel.cli.run.verify.SampleSpans.Load;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final ComponentId OTLP = ComponentId.of("otlp");
  private static final Samples SAMPLES =
      Samples.make(List.of(OTLP), 1_000_000_000L, new Load(2, 3, 4));

  @Test
  void theMarkCrossesFromOneServiceToTheOther() {
    Map<Object, Set<String>> marked =
        SAMPLES.spans().values().stream()
            .filter(Mark::isOn)
            .collect(
                Collectors.groupingBy(
                    span -> span.getResource().getAttribute(AttributeKey.stringKey("service.name")),
                    Collectors.mapping(SpanData::getName, Collectors.toSet())));

    assertThat(marked.get("shop")).contains("answer question", "POST /answer");
    assertThat(marked.get("assistant")).contains("POST /answer", "chat gpt-4o", "vector search");
  }

  @Test
  void theUsersRequestIsNotMarked() {
    assertThat(SAMPLES.spans().values())
        .filteredOn(
            span -> span.getName().equals("POST /chat") || span.getName().equals("load basket"))
        .hasSize(20)
        .noneMatch(Mark::isOn);
  }

  @Test
  void eachOddMarkIsThereOnceAndCountsAsUnmarked() {
    assertThat(SAMPLES.spans().keySet().stream().map(SAMPLES::oddMark).filter(odd -> odd != null))
        .containsExactlyInAnyOrder(OddMark.values());
    assertThat(SAMPLES.marked(List.of(OTLP))).noneMatch(key -> SAMPLES.oddMark(key) != null);
  }

  @Test
  void idsAreTheSameEachTime() {
    Samples again = Samples.make(List.of(OTLP), 2_000_000_000L, new Load(2, 3, 4));

    assertThat(again.spans().keySet()).containsExactlyElementsOf(SAMPLES.spans().keySet());
  }

  @Test
  void receiversGetTracesOfTheirOwn() {
    ComponentId second = ComponentId.of("otlp/2");
    Samples two = Samples.make(List.of(OTLP, second), 1_000_000_000L, new Load(0, 0, 0));

    assertThat(two.spans()).hasSize(two.count(List.of(OTLP)) + two.count(List.of(second)));
  }

  @Test
  void roundsFollowTheTraces() {
    assertThat(SAMPLES.requests().get(OTLP))
        .filteredOn(request -> request.round() > 0)
        .hasSize(6)
        .allSatisfy(request -> assertThat(request.spans()).hasSize(5));
  }
}
