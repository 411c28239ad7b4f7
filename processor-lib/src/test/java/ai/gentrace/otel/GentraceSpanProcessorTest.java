package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_IN_EXPERIMENT;
import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GentraceSpanProcessorTest {
  private final RecordingSdk sdk = RecordingSdk.with(GentraceSpanProcessor.create());

  @AfterEach
  void close() {
    sdk.close();
  }

  private static Context context(String key, String value) {
    return Context.root().with(Baggage.builder().put(key, value).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "TRUE", "", "ünïcode"})
  void copiesTheMarkVerbatim(String value) {
    sdk.tracer().spanBuilder("s").setParent(context("gentrace.sample", value)).startSpan().end();
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_SAMPLE)).isEqualTo(value);
  }

  @Test
  void copiesTheExperimentMark() {
    sdk.tracer()
        .spanBuilder("s")
        .setParent(context("gentrace.in_experiment", "true"))
        .startSpan()
        .end();
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_IN_EXPERIMENT)).isEqualTo("true");
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_SAMPLE)).isNull();
  }

  @Test
  void copiesNothingElse() {
    sdk.tracer().spanBuilder("s").setParent(context("gentrace.other", "1")).startSpan().end();
    assertThat(sdk.onlySpan().getAttributes().isEmpty()).isTrue();
  }

  @Test
  void copiesNoValueOfMoreThan256Characters() {
    sdk.tracer()
        .spanBuilder("long")
        .setParent(context("gentrace.sample", "x".repeat(257)))
        .startSpan()
        .end();
    sdk.tracer()
        .spanBuilder("longest")
        .setParent(context("gentrace.sample", "x".repeat(256)))
        .startSpan()
        .end();
    assertThat(sdk.span("long").getAttributes().isEmpty()).isTrue();
    assertThat(sdk.span("longest").getAttributes().get(GENTRACE_SAMPLE)).hasSize(256);
  }

  @Test
  void winsOverTheBuilderAndLosesToWhatIsSetLater() {
    Span span =
        sdk.tracer()
            .spanBuilder("s")
            .setAttribute(GENTRACE_SAMPLE, "builder")
            .setAttribute(GENTRACE_IN_EXPERIMENT, "builder")
            .setParent(
                Context.root()
                    .with(
                        Baggage.builder()
                            .put("gentrace.sample", "baggage")
                            .put("gentrace.in_experiment", "baggage")
                            .build()))
            .startSpan();
    span.setAttribute(GENTRACE_SAMPLE, "later");
    span.end();
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("later");
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_IN_EXPERIMENT)).isEqualTo("baggage");
  }

  @Test
  void looksAtTheParentContextAndNotAtTheCurrentOne() {
    context("gentrace.sample", "true")
        .wrap(
            () -> {
              sdk.tracer().spanBuilder("elsewhere").setParent(Context.root()).startSpan().end();
              sdk.tracer().spanBuilder("rootless").setNoParent().startSpan().end();
              sdk.tracer().spanBuilder("here").startSpan().end();
            })
        .run();
    assertThat(sdk.span("elsewhere").getAttributes().isEmpty()).isTrue();
    assertThat(sdk.span("rootless").getAttributes().isEmpty()).isTrue();
    assertThat(sdk.span("here").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
  }

  @Test
  void findsTheMarkAmongThousandsOfEntries() {
    BaggageBuilder baggage = Baggage.builder();
    for (int i = 0; i < 5000; i++) {
      baggage.put("key" + i, "value" + i);
    }
    baggage.put("gentrace.sample", "true");
    sdk.tracer().spanBuilder("s").setParent(Context.root().with(baggage.build())).startSpan().end();
    assertThat(sdk.onlySpan().getAttributes().size()).isEqualTo(1);
    assertThat(sdk.onlySpan().getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
  }

  @Test
  void isForStartsOnly() {
    assertThat(GentraceSpanProcessor.create().isStartRequired()).isTrue();
    assertThat(GentraceSpanProcessor.create().isEndRequired()).isFalse();
    assertThat(GentraceSpanProcessor.create()).hasToString("GentraceSpanProcessor");
  }
}
