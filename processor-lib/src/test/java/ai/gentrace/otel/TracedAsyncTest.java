package ai.gentrace.otel;

import static ai.gentrace.otel.RecordingSdk.eventNames;
import static ai.gentrace.otel.RecordingSdk.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class TracedAsyncTest {
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final RecordingSdk sdk = RecordingSdk.create();
  private final Traced traced = sdk.gentrace().traced("async").arg("a", 1);

  @AfterEach
  void close() {
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void endsTheSpanWhenTheStageCompletesAndBeforeTheFuture() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    List<Integer> endedSpansSeen = new ArrayList<>();
    Span[] current = new Span[1];
    CompletableFuture<String> future =
        traced.callAsync(
            () -> {
              current[0] = Span.current();
              return stage;
            });
    CompletableFuture<Void> seen =
        future.thenAccept(value -> endedSpansSeen.add(sdk.spans().size()));
    assertThat(current[0].getSpanContext().isValid()).isTrue();
    assertThat(Span.current()).isSameAs(Span.getInvalid());
    assertThat(sdk.spans()).isEmpty();
    stage.complete("done");
    assertThat(seen).isCompleted();
    assertThat(future).isCompletedWithValue("done");
    assertThat(endedSpansSeen).containsExactly(1);
    assertThat(eventNames(sdk.onlySpan()))
        .containsExactly("gentrace.fn.args", "gentrace.fn.output");
    assertThat(output(sdk.onlySpan())).isEqualTo("\"done\"");
  }

  @Test
  void recordsTheCauseAndPassesOnWhatCallbacksGet() {
    IOException cause = new IOException("late");
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> stage = source.thenApply(x -> x);
    CompletableFuture<String> future = traced.callAsync(() -> stage);
    List<Throwable> direct = new ArrayList<>();
    List<Throwable> ours = new ArrayList<>();
    CompletableFuture<?> a = stage.whenComplete((value, error) -> direct.add(error));
    CompletableFuture<?> b = future.whenComplete((value, error) -> ours.add(error));
    source.completeExceptionally(cause);
    assertThat(a.isDone() && b.isDone()).isTrue();
    assertThat(ours.get(0)).isInstanceOf(CompletionException.class).isSameAs(direct.get(0));
    assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCause(cause);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.args", "exception");
    assertThat(sdk.onlySpan().getStatus().getDescription()).isEqualTo("late");
    assertThat(sdk.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("java.io.IOException");
  }

  @Test
  void cancelsAStageThatIsAFuture() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    CompletableFuture<String> future = traced.callAsync(() -> stage);
    List<Integer> endedSpansSeen = new ArrayList<>();
    CompletableFuture<?> seen =
        future.whenComplete((v, e) -> endedSpansSeen.add(sdk.spans().size()));
    assertThat(future.cancel(true)).isTrue();
    assertThat(stage).isCancelled();
    assertThat(future).isCancelled();
    assertThat(seen).isDone();
    assertThat(endedSpansSeen).containsExactly(1);
    assertThat(sdk.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo(CancellationException.class.getName());
  }

  @Test
  void isCancelledEvenIfTheStageCannotBe() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletionStage<String> minimal = source.minimalCompletionStage();
    CompletableFuture<String> future = traced.callAsync(() -> minimal);
    assertThat(future.cancel(true)).isTrue();
    assertThat(future).isCancelled();
    assertThat(sdk.spans()).isEmpty();
    source.complete("late");
    assertThat(output(sdk.onlySpan())).isEqualTo("\"late\"");
  }

  @Test
  void returnsANullStage() {
    assertThat(traced.callAsync(() -> (CompletionStage<String>) null)).isNull();
    assertThat(output(sdk.onlySpan())).isEqualTo("null");
  }

  @Test
  void endsTheSpanWhenTheBodyThrows() {
    IOException failure = new IOException("early");
    assertThatThrownBy(
            () ->
                traced.<String, IOException>callAsync(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(sdk.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void completesOnAnotherThread() throws Exception {
    Thread[] thread = new Thread[1];
    CompletableFuture<String> future =
        traced.callAsync(
            () -> {
              CompletableFuture<String> stage = new CompletableFuture<>();
              thread[0] = new Thread(() -> stage.complete("elsewhere"));
              return stage;
            });
    thread[0].start();
    assertThat(future.get()).isEqualTo("elsewhere");
    assertThat(output(sdk.onlySpan())).isEqualTo("\"elsewhere\"");
  }
}
