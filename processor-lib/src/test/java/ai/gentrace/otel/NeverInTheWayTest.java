package ai.gentrace.otel;

import static ai.gentrace.otel.RecordingSdk.args;
import static ai.gentrace.otel.RecordingSdk.eventNames;
import static ai.gentrace.otel.RecordingSdk.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever throws in telemetry: the body runs once, its result or error comes back untouched. */
@SuppressWarnings("NullAway")
class NeverInTheWayTest {
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void leavesNoContextBehind() {
    assertThat(Context.current()).isSameAs(Context.root());
  }

  /** An instance of an interface of OpenTelemetry of which every method throws. */
  private static <T> T throwing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new NoClassDefFoundError("telemetry");
            }));
  }

  private static OpenTelemetry telemetryWith(Tracer tracer) {
    return new OpenTelemetry() {
      @Override
      public TracerProvider getTracerProvider() {
        return new TracerProvider() {
          @Override
          public Tracer get(String scope) {
            return tracer;
          }

          @Override
          public Tracer get(String scope, String version) {
            return tracer;
          }
        };
      }

      @Override
      public ContextPropagators getPropagators() {
        return ContextPropagators.noop();
      }
    };
  }

  private static final class ThrowingProcessor implements SpanProcessor {
    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      throw new IllegalStateException("telemetry");
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  private static final class ThrowingSampler implements Sampler {
    @Override
    public SamplingResult shouldSample(
        Context parentContext,
        String traceId,
        String name,
        SpanKind spanKind,
        Attributes attributes,
        List<LinkData> parentLinks) {
      throw new IllegalStateException("telemetry");
    }

    @Override
    public String getDescription() {
      return "ThrowingSampler";
    }
  }

  private static OpenTelemetry sdk(SpanProcessor processor) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(processor).build())
        .build();
  }

  static Stream<Arguments> brokenTelemetry() {
    return Stream.of(
        Arguments.argumentSet("no SDK", OpenTelemetry.noop()),
        Arguments.argumentSet("OpenTelemetry", throwing(OpenTelemetry.class)),
        Arguments.argumentSet("tracer", telemetryWith(throwing(Tracer.class))),
        Arguments.argumentSet("span", telemetryWith(name -> brokenSpanBuilder())),
        Arguments.argumentSet(
            "sampler",
            OpenTelemetrySdk.builder()
                .setTracerProvider(
                    SdkTracerProvider.builder().setSampler(new ThrowingSampler()).build())
                .build()),
        Arguments.argumentSet("processor", sdk(new ThrowingProcessor())));
  }

  private static SpanBuilder brokenSpanBuilder() {
    Span broken = throwing(Span.class);
    return (SpanBuilder)
        Proxy.newProxyInstance(
            Span.class.getClassLoader(),
            new Class<?>[] {SpanBuilder.class},
            (proxy, method, arguments) -> method.getName().equals("startSpan") ? broken : proxy);
  }

  @ParameterizedTest
  @MethodSource("brokenTelemetry")
  void theBodyRunsOnceAndReturns(OpenTelemetry telemetry) {
    Interaction interaction = GentraceTracer.create(telemetry).interaction("i").arg("a", 1);
    Object result = new Object();
    assertThat(interaction.<Object, RuntimeException>call(() -> counted(result))).isSameAs(result);
    assertThat(interaction.callAsync(() -> CompletableFuture.completedFuture(counted(result))))
        .isCompletedWithValue(result);
    Iterator<Object> iterator = interaction.callIterator(() -> List.of(counted(result)).iterator());
    assertThat(iterator.next()).isSameAs(result);
    assertThat(iterator.hasNext()).isFalse();
    try (Stream<Object> stream = interaction.callStream(() -> Stream.of(counted(result)))) {
      assertThat(stream).containsExactly(result);
    }
    try (GentraceScope scope = interaction.open()) {
      scope.span().getSpanContext();
      scope.output(result);
      scope.fail(new IllegalStateException());
    } catch (NoClassDefFoundError e) {
      // The broken span, which is the application's own to touch.
    }
    assertThat(runs).hasValue(4);
  }

  @ParameterizedTest
  @MethodSource("brokenTelemetry")
  void theBodysErrorComesBack(OpenTelemetry telemetry) {
    Interaction interaction = GentraceTracer.create(telemetry).interaction("i");
    RuntimeException error = new RuntimeException("x");
    assertThatThrownBy(() -> interaction.call(() -> fail(error))).isSameAs(error);
    assertThatThrownBy(() -> interaction.callAsync(() -> fail(error))).isSameAs(error);
    assertThatThrownBy(() -> interaction.callIterator(() -> fail(error))).isSameAs(error);
    assertThatThrownBy(() -> interaction.callStream(() -> fail(error))).isSameAs(error);
    assertThat(runs).hasValue(4);
  }

  private <T> T counted(T result) {
    runs.incrementAndGet();
    return result;
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // it returns nothing at all
  private <T> T fail(RuntimeException error) {
    runs.incrementAndGet();
    throw error;
  }

  @Test
  void survivesAnExceptionWithoutManners() {
    class Rude extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new IllegalStateException("rude");
      }

      @Override
      public synchronized Throwable getCause() {
        throw new IllegalStateException("rude");
      }

      @Override
      public String toString() {
        throw new IllegalStateException("rude");
      }
    }
    Rude rude = new Rude();
    try (RecordingSdk sdk = RecordingSdk.create()) {
      assertThatThrownBy(() -> sdk.gentrace().traced("s").call(() -> fail(rude))).isSameAs(rude);
      assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
      assertThat(sdk.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(sdk.onlySpan().getAttributes().asMap().values())
          .containsExactly(Rude.class.getName());
    }
  }

  @Test
  void writesPlaceholdersForValuesThatThrow() {
    class Rude {
      @Override
      public String toString() {
        throw new OutOfMemoryError("rude");
      }
    }
    try (RecordingSdk sdk = RecordingSdk.create()) {
      Rude rude = new Rude();
      Object result = sdk.gentrace().traced("s").arg("a", rude).call(() -> counted(rude));
      assertThat(result).isSameAs(rude);
      String placeholder = "\"[Unserializable: " + Rude.class.getName() + "]\"";
      assertThat(args(sdk.onlySpan())).isEqualTo("[{\"a\":" + placeholder + "}]");
      assertThat(output(sdk.onlySpan())).isEqualTo(placeholder);
    }
  }
}
