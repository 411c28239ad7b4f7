/** Marks the spans of LLM interactions for Gentrace. */
package ai.gentrace.otel;
