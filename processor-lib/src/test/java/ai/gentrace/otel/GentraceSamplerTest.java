package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GentraceSamplerTest {
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private static SamplingResult sample(Sampler sampler, Context context, Attributes attributes) {
    return sampler.shouldSample(
        context, TRACE_ID, "s", SpanKind.INTERNAL, attributes, List.<LinkData>of());
  }

  private static Context baggage(String value) {
    return Context.root().with(Baggage.builder().put("gentrace.sample", value).build());
  }

  private static Context parent(TraceFlags flags, TraceState state) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(TRACE_ID, "b7ad6b7169203331", flags, state)));
  }

  @Test
  void keepsWhatBaggageMarks() {
    assertThat(sample(GentraceSampler.create(), baggage("true"), Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "false", "1", "true ", ""})
  void dropsEveryOtherValue(String value) {
    assertThat(sample(GentraceSampler.create(), baggage(value), Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.DROP);
    assertThat(
            sample(GentraceSampler.create(), Context.root(), Attributes.of(GENTRACE_SAMPLE, value))
                .getDecision())
        .isEqualTo(SamplingDecision.DROP);
  }

  @Test
  void keepsWhatTheBuilderMarks() {
    Attributes asString = Attributes.of(GENTRACE_SAMPLE, "true");
    Attributes asBoolean = Attributes.of(AttributeKey.booleanKey("gentrace.sample"), true);
    Attributes falseBoolean = Attributes.of(AttributeKey.booleanKey("gentrace.sample"), false);
    Sampler sampler = GentraceSampler.create();
    assertThat(sample(sampler, Context.root(), asString).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    assertThat(sample(sampler, Context.root(), asBoolean).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    assertThat(sample(sampler, Context.root(), falseBoolean).getDecision())
        .isEqualTo(SamplingDecision.DROP);
  }

  @Test
  void takesNoNoticeOfTheParentsFlag() {
    Context sampled = parent(TraceFlags.getSampled(), TraceState.getDefault());
    assertThat(sample(GentraceSampler.create(), sampled, Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.DROP);
    Context marked =
        parent(TraceFlags.getDefault(), TraceState.getDefault())
            .with(Baggage.builder().put("gentrace.sample", "true").build());
    assertThat(sample(GentraceSampler.create(), marked, Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
  }

  @Test
  void keepsTraceStateAndAddsNoAttributes() {
    TraceState state = TraceState.builder().put("vendor", "1").build();
    SamplingResult result = sample(GentraceSampler.create(), baggage("true"), Attributes.empty());
    assertThat(result.getUpdatedTraceState(state)).isSameAs(state);
    assertThat(result.getAttributes().isEmpty()).isTrue();
    assertThat(result)
        .isSameAs(sample(GentraceSampler.create(), baggage("true"), Attributes.empty()));
  }

  @Test
  void leavesTheUnmarkedToTheOther() {
    Sampler sampler = GentraceSampler.orElse(Sampler.alwaysOn());
    assertThat(sample(sampler, Context.root(), Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    sampler = GentraceSampler.orElse(Sampler.traceIdRatioBased(0));
    assertThat(sample(sampler, Context.root(), Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.DROP);
    assertThat(sample(sampler, baggage("true"), Attributes.empty()).getDecision())
        .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
  }

  @Test
  void shutsTheOtherDown() {
    AtomicInteger shutdowns = new AtomicInteger();
    Sampler other =
        new Sampler() {
          @Override
          public SamplingResult shouldSample(
              Context parentContext,
              String traceId,
              String name,
              SpanKind spanKind,
              Attributes attributes,
              List<LinkData> parentLinks) {
            return SamplingResult.drop();
          }

          @Override
          public String getDescription() {
            return "Other";
          }

          @Override
          public CompletableResultCode shutdown() {
            shutdowns.incrementAndGet();
            return CompletableResultCode.ofFailure();
          }
        };
    assertThat(GentraceSampler.orElse(other).shutdown().isSuccess()).isFalse();
    assertThat(shutdowns).hasValue(1);
  }

  @Test
  void describesItself() {
    assertThat(GentraceSampler.create().getDescription()).isEqualTo("GentraceSampler");
    assertThat(GentraceSampler.orElse(Sampler.alwaysOn()).getDescription())
        .isEqualTo("GentraceSampler{orElse:AlwaysOnSampler}");
    assertThat(GentraceSampler.orElse(Sampler.alwaysOn()))
        .hasToString("GentraceSampler{orElse:AlwaysOnSampler}");
  }

  @Test
  @SuppressWarnings("NullAway")
  void needsAnOther() {
    assertThatNullPointerException().isThrownBy(() -> GentraceSampler.orElse(null));
  }
}
