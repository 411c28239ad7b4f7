package ai.gentrace.otel;

import static ai.gentrace.otel.RecordingSdk.args;
import static ai.gentrace.otel.RecordingSdk.eventNames;
import static ai.gentrace.otel.RecordingSdk.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class GentraceScopeTest {
  private final RecordingSdk sdk = RecordingSdk.create();
  private final Traced traced = sdk.gentrace().traced("scope").arg("a", 1);

  @AfterEach
  void close() {
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void endsWhenClosed() {
    try (GentraceScope scope = traced.open()) {
      assertThat(Span.current()).isSameAs(scope.span());
      scope.span().setAttribute("k", "v");
      scope.output("first");
      scope.output("last");
      assertThat(sdk.spans()).isEmpty();
    }
    assertThat(eventNames(sdk.onlySpan()))
        .containsExactly("gentrace.fn.args", "gentrace.fn.output");
    assertThat(args(sdk.onlySpan())).isEqualTo("[{\"a\":1}]");
    assertThat(output(sdk.onlySpan())).isEqualTo("\"last\"");
    assertThat(sdk.onlySpan().getAttributes().size()).isEqualTo(1);
  }

  @Test
  void hasNoOutputUnlessItIsSet() {
    traced.open().close();
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.args");
  }

  @Test
  void writesANullOutput() {
    try (GentraceScope scope = traced.open()) {
      scope.output(null);
    }
    assertThat(output(sdk.onlySpan())).isEqualTo("null");
  }

  @Test
  void keepsTheFirstFailureAndThenNoOutput() {
    try (GentraceScope scope = traced.open()) {
      scope.output("partial");
      scope.fail(null);
      scope.fail(new IllegalStateException("first"));
      scope.fail(new IllegalArgumentException("second"));
      scope.output("more");
    }
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.args", "exception");
    assertThat(sdk.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(sdk.onlySpan().getStatus().getDescription()).isEqualTo("first");
  }

  @Test
  void closesOnce() {
    GentraceScope scope = traced.open();
    scope.close();
    scope.output("late");
    scope.fail(new IllegalStateException());
    scope.close();
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.args");
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // the leak is the point
  void restoresTheContextOverALeakedScope() {
    ContextKey<String> key = ContextKey.named("k");
    try (GentraceScope scope = traced.open()) {
      Context.current().with(key, "leaked").makeCurrent();
      assertThat(scope.span()).isSameAs(Span.current());
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void leavesAnotherThreadsContextAlone() throws Exception {
    GentraceScope scope = traced.open();
    Context[] after = new Context[1];
    Context other = Context.root().with(ContextKey.named("other"), "context");
    Thread thread =
        new Thread(
            other.wrap(
                () -> {
                  scope.close();
                  after[0] = Context.current();
                }));
    thread.start();
    thread.join();
    assertThat(after[0]).isSameAs(other);
    assertThat(sdk.spans()).hasSize(1);
    // The opening thread still has it; nobody else can take it off.
    resetThisThread();
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static void resetThisThread() {
    Context.root().makeCurrent();
  }
}
