package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_PIPELINE_ID;
import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static ai.gentrace.otel.RecordingSdk.args;
import static ai.gentrace.otel.RecordingSdk.eventNames;
import static ai.gentrace.otel.RecordingSdk.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // nulls are what half of these tests are about
class TracedTest {
  private final RecordingSdk sdk = RecordingSdk.with(GentraceSpanProcessor.create());
  private final GentraceTracer gentrace = sdk.gentrace();

  @AfterEach
  void close() {
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void recordsArgumentsAndResult() {
    String answer =
        gentrace.traced("step").arg("question", "why?").arg("n", 2).call(() -> "because");
    assertThat(answer).isEqualTo("because");
    SpanData span = sdk.onlySpan();
    assertThat(span.getName()).isEqualTo("step");
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("gentrace");
    assertThat(span.getInstrumentationScopeInfo().getVersion()).isNull();
    assertThat(eventNames(span)).containsExactly("gentrace.fn.args", "gentrace.fn.output");
    assertThat(args(span)).isEqualTo("[{\"question\":\"why?\"},{\"n\":2}]");
    assertThat(output(span)).isEqualTo("\"because\"");
    assertThat(span.getAttributes().isEmpty()).isTrue();
  }

  @Test
  void keepsOrderAndRepeatsOfArguments() {
    gentrace.traced("s").arg("b", 1).arg("a", null).arg("b", 2).run(() -> {});
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"b\":1},{\"a\":null},{\"b\":2}]");
    assertThat(output(sdk.onlySpan())).isEqualTo("null");
  }

  @Test
  void recordsArgumentsBeforeTheBodyRuns() {
    StringBuilder argument = new StringBuilder("before");
    gentrace.traced("s").arg("a", argument).run(() -> argument.append(" and after"));
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"a\":\"before\"}]");
  }

  @Test
  void hasNoArgumentsEventWithoutArguments() {
    gentrace.traced("s").call(() -> null);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.output");
    assertThat(output(sdk.onlySpan())).isEqualTo("null");
  }

  @Test
  void leavesTheOutputOutWhenToldTo() {
    gentrace.traced("s").captureOutput(false).call(() -> "secret");
    assertThat(eventNames(sdk.onlySpan())).isEmpty();
  }

  @Test
  void isACopyWithEachSetter() {
    Traced base = gentrace.traced("s").arg("a", 1);
    base.arg("b", 2);
    base.attribute("k", "v");
    base.captureOutput(false);
    base.run(() -> {});
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"a\":1}]");
    assertThat(output(sdk.onlySpan())).isEqualTo("null");
    assertThat(sdk.onlySpan().getAttributes().isEmpty()).isTrue();
  }

  @Test
  void setsAttributesOnTheBuilder() {
    try (RecordingSdk sampling = RecordingSdk.with(GentraceSampler.create())) {
      sampling
          .gentrace()
          .traced("s")
          .attribute(AttributeKey.longKey("n"), 3L)
          .attribute("gentrace.sample", "true")
          .attribute("nothing", null)
          .attribute((String) null, "x")
          .attribute((AttributeKey<String>) null, "x")
          .run(() -> {});
      assertThat(sampling.onlySpan().getAttributes().get(AttributeKey.longKey("n"))).isEqualTo(3);
      assertThat(sampling.onlySpan().getAttributes().size()).isEqualTo(2);
    }
  }

  @Test
  void isCurrentWhileTheBodyRunsAndAChildOfTheCurrentSpan() {
    Span outer = sdk.tracer().spanBuilder("outer").startSpan();
    Context.current()
        .with(outer)
        .wrap(
            () -> {
              gentrace
                  .traced("step")
                  .run(() -> sdk.tracer().spanBuilder("inner").startSpan().end());
              assertThat(Span.current()).isSameAs(outer);
            })
        .run();
    outer.end();
    assertThat(sdk.span("step").getParentSpanId()).isEqualTo(sdk.span("outer").getSpanId());
    assertThat(sdk.span("inner").getParentSpanId()).isEqualTo(sdk.span("step").getSpanId());
  }

  @Test
  void recordsAFailureOnceAndThrowsTheSame() {
    IOException failure = new IOException("no network");
    assertThatThrownBy(
            () ->
                gentrace
                    .traced("s")
                    .call(
                        () -> {
                          throw failure;
                        }))
        .isSameAs(failure);
    SpanData span = sdk.onlySpan();
    assertThat(eventNames(span)).containsExactly("exception");
    EventData event = span.getEvents().get(0);
    assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.message")))
        .isEqualTo("no network");
    assertThat(span.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, "no network"));
    assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("java.io.IOException");
  }

  @Test
  void recordsAFailureWithoutAMessage() {
    Error failure = new StackOverflowError();
    assertThatThrownBy(
            () ->
                gentrace
                    .traced("s")
                    .run(
                        () -> {
                          throw failure;
                        }))
        .isSameAs(failure);
    assertThat(sdk.onlySpan().getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, ""));
    assertThat(sdk.onlySpan().getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void marksInteractionsAndAllBelow() {
    gentrace
        .interaction("answer")
        .run(
            () -> {
              gentrace.traced("step").run(() -> {});
              sdk.tracer().spanBuilder("http").startSpan().end();
              assertThat(Baggage.current().getEntryValue("gentrace.sample")).isEqualTo("true");
            });
    sdk.tracer().spanBuilder("after").startSpan().end();
    assertThat(sdk.span("answer").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(sdk.span("answer").getAttributes().get(GENTRACE_PIPELINE_ID)).isEqualTo("default");
    assertThat(sdk.span("step").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(sdk.span("step").getAttributes().get(GENTRACE_PIPELINE_ID)).isNull();
    assertThat(sdk.span("http").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(sdk.span("after").getAttributes().get(GENTRACE_SAMPLE)).isNull();
  }

  @Test
  void marksInteractionsWithoutAProcessor() {
    try (RecordingSdk plain = RecordingSdk.create()) {
      plain.gentrace().interaction("answer").run(() -> {});
      assertThat(plain.onlySpan().getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    }
  }

  @Test
  void isKeptByTheSampler() {
    try (RecordingSdk sampling = RecordingSdk.with(GentraceSampler.create())) {
      sampling.gentrace().interaction("answer").run(() -> {});
      sampling.gentrace().traced("unmarked").run(() -> {});
      assertThat(sampling.onlySpan().getName()).isEqualTo("answer");
    }
  }

  @Test
  void keepsOtherBaggage() {
    Context before =
        Context.root()
            .with(
                Baggage.builder()
                    .put(
                        "user",
                        "alice",
                        io.opentelemetry.api.baggage.BaggageEntryMetadata.create("m"))
                    .put("gentrace.sample", "false")
                    .build());
    before
        .wrap(
            () -> {
              gentrace
                  .interaction("answer")
                  .run(
                      () -> {
                        assertThat(Baggage.current().getEntryValue("user")).isEqualTo("alice");
                        assertThat(Baggage.current().getEntry("user").getMetadata().getValue())
                            .isEqualTo("m");
                        assertThat(Baggage.current().getEntryValue("gentrace.sample"))
                            .isEqualTo("true");
                      });
              assertThat(Context.current()).isSameAs(before);
            })
        .run();
  }

  @Test
  void pipelineIdWinsOverAnAttribute() {
    String id = "7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978";
    try (Logs logs = Logs.capture()) {
      gentrace
          .interaction("a")
          .attribute(GENTRACE_PIPELINE_ID, "other")
          .attribute(GENTRACE_SAMPLE, "false")
          .pipelineId(id)
          .run(() -> {});
      gentrace.interaction("b").pipelineId(null).run(() -> {});
      assertThat(logs.warnings()).isEmpty();
    }
    assertThat(sdk.span("a").getAttributes().get(GENTRACE_PIPELINE_ID)).isEqualTo(id);
    assertThat(sdk.span("a").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(sdk.span("b").getAttributes().get(GENTRACE_PIPELINE_ID)).isEqualTo("default");
  }

  @Test
  void usesAnIdThatIsNoUuidAndWarnsOnce() {
    try (Logs logs = Logs.capture()) {
      gentrace.interaction("a").pipelineId("my-pipeline").run(() -> {});
      gentrace.interaction("b").pipelineId("1-1-1-1-1").run(() -> {});
      assertThat(logs.warnings()).hasSize(1);
      assertThat(logs.warnings().get(0)).contains("pipeline id").doesNotContain("my-pipeline");
    }
    assertThat(sdk.span("a").getAttributes().get(GENTRACE_PIPELINE_ID)).isEqualTo("my-pipeline");
    assertThat(sdk.span("b").getAttributes().get(GENTRACE_PIPELINE_ID)).isEqualTo("1-1-1-1-1");
  }

  @Test
  void settersOfAnInteractionReturnInteractions() {
    Interaction interaction =
        gentrace
            .interaction("a")
            .arg("x", 1)
            .attribute("k", "v")
            .attribute(AttributeKey.booleanKey("b"), true)
            .captureOutput(true)
            .pipelineId(null);
    interaction.run(() -> {});
    assertThat(sdk.onlySpan().getAttributes().size()).isEqualTo(4);
    assertThat(interaction).hasToString("Interaction{name=a}");
  }

  @Test
  void writesWhatTheMapperReturns() {
    GentraceTracer redacting =
        gentrace.withContentMapper(
            (name, value) -> name.equals("password") ? "***" : List.of(name, value));
    redacting.traced("s").arg("password", "hunter2").arg("a", 1).call(() -> "result");
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"password\":\"***\"},{\"a\":[\"a\",1]}]");
    assertThat(output(sdk.onlySpan())).isEqualTo("[\"output\",\"result\"]");
  }

  @Test
  void writesNoValueThatTheMapperFailsOn() {
    GentraceTracer failing =
        gentrace.withContentMapper(
            (name, value) -> {
              throw new InterruptedException(String.valueOf(value));
            });
    String result = failing.traced("s").arg("a", "secret").arg("b", null).call(() -> "secret");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo("secret");
    assertThat(args(sdk.onlySpan()))
        .isEqualTo(
            "[{\"a\":\"[Unserializable: java.lang.String]\"},{\"b\":\"[Unserializable: null]\"}]");
    assertThat(output(sdk.onlySpan())).isEqualTo("\"[Unserializable: java.lang.String]\"");
  }

  @Test
  void mapsAndSerialisesNothingForASpanThatDoesNotRecord() {
    AtomicInteger calls = new AtomicInteger();
    Object argument =
        new Object() {
          @Override
          public String toString() {
            calls.incrementAndGet();
            return "";
          }
        };
    try (RecordingSdk off = RecordingSdk.with(Sampler.alwaysOff())) {
      off.gentrace()
          .withContentMapper(
              (name, value) -> {
                calls.incrementAndGet();
                return value;
              })
          .traced("s")
          .arg("a", argument)
          .call(() -> argument);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void capsTheContent() {
    GentraceTracer short256 = gentrace.withMaxContentLength(256);
    short256.traced("s").arg("a", "x".repeat(1000)).arg("b", "y").call(() -> "z".repeat(1000));
    assertThat(args(sdk.onlySpan())).hasSizeLessThanOrEqualTo(256).endsWith("]");
    assertThat(output(sdk.onlySpan())).hasSizeBetween(250, 256).endsWith(" chars]\"");
    assertThatIllegalArgumentException().isThrownBy(() -> gentrace.withMaxContentLength(255));
  }

  @Test
  void needsBodyOpenTelemetryAndMapper() {
    Traced traced = gentrace.traced("s");
    assertThatNullPointerException().isThrownBy(() -> traced.call(null));
    assertThatNullPointerException().isThrownBy(() -> traced.run(null));
    assertThatNullPointerException().isThrownBy(() -> traced.callAsync(null));
    assertThatNullPointerException().isThrownBy(() -> traced.callIterator(null));
    assertThatNullPointerException().isThrownBy(() -> traced.callStream(null));
    assertThatNullPointerException().isThrownBy(() -> GentraceTracer.create(null));
    assertThatNullPointerException().isThrownBy(() -> gentrace.withContentMapper(null));
    assertThat(sdk.spans()).isEmpty();
  }

  @Test
  void runsWithoutNames() {
    assertThat(gentrace.interaction(null).arg(null, 1).<String, RuntimeException>call(() -> "x"))
        .isEqualTo("x");
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"null\":1}]");
    assertThat(sdk.onlySpan().getName()).isNotEmpty();
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // the leak is the point
  void restoresTheContextThatABodyLeaksOver() {
    ContextKey<String> key = ContextKey.named("k");
    gentrace.traced("s").run(() -> Context.current().with(key, "leaked").makeCurrent());
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void infersUncheckedAndCheckedExceptions() throws IOException {
    // Compiles without throws clauses of Exception: the type of the body's exception is kept.
    String unchecked = gentrace.traced("a").call(() -> "x");
    String checked = gentrace.traced("b").call(TracedTest::readsAFile);
    assertThat(unchecked + checked).isEqualTo("xy");
  }

  private static String readsAFile() throws IOException {
    return "y";
  }
}
