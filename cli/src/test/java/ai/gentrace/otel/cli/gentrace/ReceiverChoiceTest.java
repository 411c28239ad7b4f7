package ai.gentrace.otel.cli.gentrace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverChoiceTest {
  @Test
  void theReceiversOfAllTracesPipelinesInOrder() {
    assertThat(
            receivers(
                """
                traces/b: {receivers: [zipkin, otlp/2], exporters: [debug]}
                metrics: {receivers: [prometheus], exporters: [debug]}
                traces/a: {receivers: [otlp, zipkin], exporters: [forward]}
                traces/c: {receivers: [forward], exporters: [debug]}
                """))
        .containsExactly("zipkin", "otlp/2", "otlp");
  }

  @Test
  void whatOnlyHandsOnIsLeftOut() {
    ReceiverChoice choice =
        choice(
            """
            traces/in: {receivers: [otlp/agent], exporters: [forward, spanmetrics]}
            traces/out: {receivers: [forward], exporters: [load_balancing]}
            traces/own: {receivers: [otlp], exporters: [debug, kafka]}
            metrics: {receivers: [spanmetrics], exporters: [debug]}
            """);

    assertThat(choice.receivers()).containsExactly(ComponentId.of("otlp"));
    assertThat(choice.handingOn())
        .containsExactly(ComponentId.of("traces/in"), ComponentId.of("traces/out"));
    assertThat(choice.onlyHandsOn()).isFalse();
  }

  @Test
  void aRingOfConnectorsThatLeadsNowhereElseOnlyHandsOn() {
    ReceiverChoice choice =
        choice(
            """
            traces/a: {receivers: [otlp, forward], exporters: [spanmetrics]}
            traces/b: {receivers: [spanmetrics], exporters: [forward]}
            traces/c: {receivers: [zipkin], exporters: [debug]}
            """);

    assertThat(choice.receivers()).containsExactly(ComponentId.of("zipkin"));
  }

  @Test
  void aChainOfThousandsOfConnectorsIsFollowedToItsEnd() {
    StringBuilder text = new StringBuilder("receivers: {otlp: }\nconnectors:\n  forward/0:\n");
    StringBuilder pipelines =
        new StringBuilder("    traces: {receivers: [otlp], exporters: [forward/0]}\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  forward/%d:%n".formatted(i + 1));
      pipelines.append(
          "    traces/%d: {receivers: [forward/%<d], exporters: [forward/%d]}%n"
              .formatted(i, i + 1));
    }
    text.append("service:\n  pipelines:\n").append(pipelines);

    assertThat(
            choiceOf(text + "    traces/end: {receivers: [forward/20000], exporters: [kafka]}\n"))
        .matches(ReceiverChoice::onlyHandsOn);
    assertThat(
            choiceOf(text + "    traces/end: {receivers: [forward/20000], exporters: [debug]}\n"))
        .matches(choice -> !choice.onlyHandsOn() && choice.handingOn().isEmpty());
  }

  @Test
  void whereAllHandOnAllAreTakenWithAWarning() {
    ReceiverChoice choice =
        choice("traces: {receivers: [otlp], exporters: [kafka/spans, loadbalancing]}\n");

    assertThat(choice.receivers()).containsExactly(ComponentId.of("otlp"));
    assertThat(choice.onlyHandsOn()).isTrue();
  }

  @Test
  void withoutTracesPipelinesTheOtlpReceiversServe() {
    assertThat(receivers("metrics: {receivers: [otlp/named], exporters: [debug]}\n"))
        .containsExactly("otlp", "otlp/named");
  }

  private static List<String> receivers(String pipelines) {
    return choice(pipelines).receivers().stream().map(ComponentId::toString).toList();
  }

  private static ReceiverChoice choice(String pipelines) {
    String text =
        "receivers: {otlp: {}}\nconnectors: {forward: {}, spanmetrics: {}}\nservice:\n  pipelines:\n"
            + pipelines.indent(4);
    return choiceOf(text);
  }

  private static ReceiverChoice choiceOf(String text) {
    return ReceiverChoice.of(
        ConfigFinder.plain(YamlStream.parse(YamlSource.ofText("c.yaml", text))).config());
  }
}
