package ai.gentrace.otel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The future that stands for a stage whose span it ends, just before it completes itself. */
final class StageFuture<T> extends CompletableFuture<T> {
  private final CompletionStage<T> stage;

  private StageFuture(CompletionStage<T> stage) {
    this.stage = stage;
  }

  /** Returns null for a null stage, whose span has ended already. */
  static <T> CompletableFuture<T> of(@Nullable CompletionStage<T> stage, StartedSpan span) {
    if (stage == null) {
      return nullStage();
    }
    StageFuture<T> future = new StageFuture<>(stage);
    try {
      // The outcome of whenComplete is not needed: what the callback completes is the future.
      CompletionStage<T> unused =
          stage.whenComplete(
              (value, error) -> {
                end(span, value, error);
                if (error == null) {
                  future.complete(value);
                } else {
                  future.completeExceptionally(error);
                }
              });
    } catch (Throwable e) {
      // A stage that takes no callback: its span cannot wait for it.
      end(span, null, e);
      return stage.toCompletableFuture();
    }
    return future;
  }

  @SuppressWarnings("NullAway") // what the body returned comes back untouched
  private static <T> CompletableFuture<T> nullStage() {
    return null;
  }

  private static void end(StartedSpan span, @Nullable Object value, @Nullable Throwable error) {
    if (error == null) {
      span.recordOutput(value);
    } else {
      span.recordStageFailure(error);
    }
    span.end();
  }

  /** Cancels the stage first: its callback ends the span and completes this future. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (stage instanceof Future) {
      try {
        ((Future<?>) stage).cancel(mayInterruptIfRunning);
      } catch (RuntimeException e) {
        // Stages that only their maker may complete refuse; this future is cancelled all the same.
        Trouble.log("cancelling a stage", e);
      }
    }
    return super.cancel(mayInterruptIfRunning);
  }
}
