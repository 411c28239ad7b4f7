package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.ARGS;
import static ai.gentrace.otel.GentraceAttributes.EVENT_FN_ARGS;
import static ai.gentrace.otel.GentraceAttributes.EVENT_FN_OUTPUT;
import static ai.gentrace.otel.GentraceAttributes.OUTPUT;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A span that was started for a {@link Traced}. None of its methods throws. */
final class StartedSpan {
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final int MAX_CAUSES = 16;

  private final Traced traced;
  private final Span span;
  private final Context context;
  // Null: nothing is mapped or serialised.
  private final @Nullable Content content;

  private StartedSpan(Traced traced, Span span, Context context) {
    this.traced = traced;
    this.span = span;
    this.context = context;
    this.content = contentFor(traced, span);
  }

  static StartedSpan start(Traced traced) {
    Context context = Context.root();
    try {
      context = Context.current();
      context = traced.prepare(context);
      SpanBuilder builder = traced.tracer.spanBuilder(traced.name, context);
      traced.prepare(builder);
      Span span = builder.startSpan();
      return new StartedSpan(traced, span, context.with(span));
    } catch (Throwable e) {
      Trouble.log("starting a span", e);
      return new StartedSpan(traced, Span.getInvalid(), context);
    }
  }

  private static @Nullable Content contentFor(Traced traced, Span span) {
    try {
      return span.isRecording() && Content.Defaults.CAPTURE ? traced.tracer.content() : null;
    } catch (Throwable e) {
      Trouble.log("starting a span", e);
      return null;
    }
  }

  Span span() {
    return span;
  }

  CurrentSpan enter() {
    return CurrentSpan.enter(context);
  }

  /** Returns where the items of an iterator or stream go, null where none are wanted. */
  @Nullable JsonItems items() {
    return content == null || !traced.captureOutput ? null : content.items();
  }

  void recordArguments() {
    if (content != null && traced.arguments.length > 0) {
      try {
        span.addEvent(EVENT_FN_ARGS, Attributes.of(ARGS, content.arguments(traced.arguments)));
      } catch (Throwable e) {
        Trouble.log("recording arguments", e);
      }
    }
  }

  void recordOutput(@Nullable Object output) {
    if (content != null && traced.captureOutput) {
      try {
        recordOutputJson(content.output(output));
      } catch (Throwable e) {
        Trouble.log("recording an output", e);
      }
    }
  }

  void recordOutputJson(String json) {
    try {
      span.addEvent(EVENT_FN_OUTPUT, Attributes.of(OUTPUT, json));
    } catch (Throwable e) {
      Trouble.log("recording an output", e);
    }
  }

  void recordFailure(Throwable error) {
    recordException(error);
    try {
      span.setAttribute(ERROR_TYPE, error.getClass().getName());
    } catch (Throwable e) {
      Trouble.log("recording a failure", e);
    }
    try {
      String message = message(error);
      if (message == null) {
        span.setStatus(StatusCode.ERROR);
      } else {
        span.setStatus(StatusCode.ERROR, message);
      }
    } catch (Throwable e) {
      Trouble.log("recording a failure", e);
    }
  }

  private void recordException(Throwable error) {
    try {
      span.recordException(error);
    } catch (Throwable e) {
      // The SDK asks the exception for its message and its stack trace; either may throw.
      try {
        span.addEvent("exception", Attributes.of(EXCEPTION_TYPE, error.getClass().getName()));
      } catch (Throwable again) {
        Trouble.log("recording a failure", again);
      }
    }
  }

  private static @Nullable String message(Throwable error) {
    try {
      return error.getMessage();
    } catch (Throwable e) {
      return null;
    }
  }

  /** Records what made a stage fail, without the wrapper that dependent stages put around it. */
  void recordStageFailure(Throwable error) {
    Throwable cause = error;
    try {
      for (int i = 0; i < MAX_CAUSES && cause instanceof CompletionException; i++) {
        if (cause.getCause() == null) {
          break;
        }
        cause = cause.getCause();
      }
    } catch (Throwable e) {
      Trouble.log("unwrapping a failure", e);
    }
    recordFailure(cause);
  }

  void end() {
    try {
      span.end();
    } catch (Throwable e) {
      Trouble.log("ending a span", e);
    }
  }
}
