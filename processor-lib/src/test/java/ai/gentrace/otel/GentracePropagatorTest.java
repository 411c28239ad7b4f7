package ai.gentrace.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GentracePropagatorTest {
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private final TextMapPropagator propagator =
      GentracePropagator.dropInbound(
          TextMapPropagator.composite(
              W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()));

  private Baggage extract(Context context, String header) {
    return Baggage.fromContext(propagator.extract(context, Map.of("baggage", header), GETTER));
  }

  @Test
  void dropsForgedEntriesAndKeepsTheOthers() {
    Baggage baggage =
        extract(
            Context.root(),
            "user=alice;tier=gold,gentrace.sample=true,gentrace.in_experiment=true,gentrace2=x");
    assertThat(baggage.asMap()).containsOnlyKeys("user", "gentrace2");
    assertThat(baggage.getEntryValue("user")).isEqualTo("alice");
    assertThat(baggage.getEntry("user").getMetadata())
        .isEqualTo(BaggageEntryMetadata.create("tier=gold"));
  }

  @Test
  void keepsWhatTheGivenContextHad() {
    Context ours =
        Context.root()
            .with(
                Baggage.builder()
                    .put("gentrace.sample", "true", BaggageEntryMetadata.create("m"))
                    .put("mine", "1")
                    .build());
    Baggage baggage = extract(ours, "gentrace.sample=false,gentrace.in_experiment=true,user=bob");
    assertThat(baggage.asMap()).containsOnlyKeys("gentrace.sample", "user");
    assertThat(baggage.getEntryValue("gentrace.sample")).isEqualTo("true");
    assertThat(baggage.getEntry("gentrace.sample").getMetadata().getValue()).isEqualTo("m");
  }

  @Test
  void keepsTheTrace() {
    Context context =
        propagator.extract(
            Context.root(),
            Map.of(
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "baggage", "gentrace.sample=true"),
            GETTER);
    assertThat(Span.fromContext(context).getSpanContext().getTraceId())
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(Baggage.fromContext(context).isEmpty()).isTrue();
  }

  @Test
  void leavesContextsAloneThatCarryNothing() {
    Context context = Context.root().with(Baggage.builder().put("a", "1").build());
    assertThat(propagator.extract(context, Map.of(), GETTER)).isSameAs(context);
  }

  @Test
  @SuppressWarnings("NullAway")
  void survivesNulls() {
    assertThat(propagator.extract(null, null, GETTER)).isSameAs(Context.root());
  }

  @Test
  void injectsAsItsDelegate() {
    Map<String, String> headers = new HashMap<>();
    propagator.inject(
        Context.root().with(Baggage.builder().put("gentrace.sample", "true").build()),
        headers,
        Map::put);
    assertThat(headers).containsEntry("baggage", "gentrace.sample=true");
    assertThat(propagator.fields()).contains("traceparent", "tracestate", "baggage");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesItsDelegate() {
    assertThat(GentracePropagator.dropInbound(W3CBaggagePropagator.getInstance()))
        .hasToString("GentracePropagator{dropInbound:W3CBaggagePropagator}");
    assertThatNullPointerException().isThrownBy(() -> GentracePropagator.dropInbound(null));
  }
}
