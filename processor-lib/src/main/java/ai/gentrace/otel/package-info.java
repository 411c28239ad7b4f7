/**
 * Marks the spans of LLM interactions for Gentrace.
 *
 * <p>The mark is the baggage entry {@code gentrace.sample=true}. {@link
 * ai.gentrace.otel.GentraceSpanProcessor} copies it to spans; {@link
 * ai.gentrace.otel.GentraceSampler} and {@link ai.gentrace.otel.GentraceSpanExporter} select by it;
 * {@link ai.gentrace.otel.GentracePropagator} keeps callers from setting it. {@link
 * ai.gentrace.otel.Gentrace} and {@link ai.gentrace.otel.GentraceTracer} start the spans that set
 * it, and those below them.
 *
 * <p>Of what is not public: {@code StartedSpan} is the span behind each of these and where nothing
 * may throw; {@code Content} turns arguments and results into JSON, {@code Json*} writes it within
 * a length, and {@code Jackson*} is all that knows of the optional Jackson.
 */
package ai.gentrace.otel;
