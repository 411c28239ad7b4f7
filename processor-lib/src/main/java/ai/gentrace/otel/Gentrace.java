package ai.gentrace.otel;

import static ai.gentrace.otel.GentraceAttributes.GENTRACE_SAMPLE;

import ai.gentrace.otel.internal.Mark;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/**
 * The short way in: spans on the global OpenTelemetry, which is looked up for each span, so that
 * what is kept in a constant works whenever the SDK is installed. Without an SDK everything runs
 * and nothing is recorded.
 *
 * <p>Arguments and results become span events. Every exporter that gets the span gets them too.
 */
public final class Gentrace {
  private static final GentraceTracer TRACER = GentraceTracer.global();

  private Gentrace() {}

  /**
   * Returns an interaction of that name: the span that, with all below it, goes to Gentrace.
   *
   * @param name the span's name
   * @return the interaction, to be given arguments and run
   */
  public static Interaction interaction(String name) {
    return TRACER.interaction(name);
  }

  /**
   * Returns a traced step of that name: it goes to Gentrace when it runs in an interaction.
   *
   * @param name the span's name
   * @return the step, to be given arguments and run
   */
  public static Traced traced(String name) {
    return TRACER.traced(name);
  }

  /**
   * Returns the tracer on the global OpenTelemetry, to set a mapper or a length.
   *
   * @return the tracer
   */
  public static GentraceTracer tracer() {
    return TRACER;
  }

  /**
   * Returns {@code context} with {@code gentrace.sample=true} in its baggage: spans that are
   * started in it are marked. Other entries stay.
   *
   * @param context the context to mark
   * @return the marked context
   */
  public static Context mark(Context context) {
    try {
      return Mark.set(context == null ? Context.root() : context);
    } catch (Throwable e) {
      Trouble.log("marking a context", e);
      return context;
    }
  }

  /**
   * Marks the current span, which was started before anything was marked: call it in the handler of
   * a request, so that Gentrace gets the server's span, the root of the trace, as well.
   */
  public static void markCurrentSpan() {
    try {
      Span.current().setAttribute(GENTRACE_SAMPLE, Mark.TRUE);
    } catch (Throwable e) {
      Trouble.log("marking the current span", e);
    }
  }
}
