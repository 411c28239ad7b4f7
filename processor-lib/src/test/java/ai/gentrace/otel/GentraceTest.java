package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GentraceTest {
  private static final Traced CONSTANT = Gentrace.traced("constant");

  private final RecordingSdk sdk = RecordingSdk.with(GentraceSpanProcessor.create());

  @BeforeEach
  @AfterEach
  void reset() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void neverSetsTheGlobal() {
    AtomicInteger runs = new AtomicInteger();
    Gentrace.interaction("i").arg("a", 1).run(runs::incrementAndGet);
    CONSTANT.run(runs::incrementAndGet);
    Gentrace.markCurrentSpan();
    assertThat(runs).hasValue(2);
    assertThat(GlobalOpenTelemetry.isSet()).isFalse();
  }

  @Test
  void findsAnSdkThatComesLater() {
    GentraceTracer tracer = Gentrace.tracer();
    Interaction kept = tracer.interaction("kept");
    kept.run(() -> {});
    GlobalOpenTelemetry.set(sdk.openTelemetry());
    kept.run(() -> CONSTANT.run(() -> {}));
    Gentrace.interaction("new").run(() -> {});
    assertThat(sdk.spans()).hasSize(3);
    assertThat(sdk.span("constant").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
  }

  @Test
  void marksAContext() {
    Context before =
        Context.root()
            .with(Baggage.builder().put("user", "a", BaggageEntryMetadata.create("m")).build());
    Context marked = Gentrace.mark(before);
    assertThat(Baggage.fromContext(marked).getEntryValue("gentrace.sample")).isEqualTo("true");
    assertThat(Baggage.fromContext(marked).getEntry("user").getMetadata().getValue())
        .isEqualTo("m");
    assertThat(Gentrace.mark(marked)).isSameAs(marked);
    assertThat(Baggage.fromContext(before).size()).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("NullAway")
  void marksNoContextAsTheRoot() {
    assertThat(Baggage.fromContext(Gentrace.mark(null)).size()).isEqualTo(1);
  }

  @Test
  void marksTheCurrentSpanOnly() {
    Span server = sdk.tracer().spanBuilder("server").startSpan();
    Context.current()
        .with(server)
        .wrap(
            () -> {
              Gentrace.markCurrentSpan();
              sdk.tracer().spanBuilder("child").startSpan().end();
            })
        .run();
    server.end();
    assertThat(sdk.span("server").getAttributes().get(GENTRACE_SAMPLE)).isEqualTo("true");
    assertThat(sdk.span("child").getAttributes().get(GENTRACE_SAMPLE)).isNull();
  }
}
