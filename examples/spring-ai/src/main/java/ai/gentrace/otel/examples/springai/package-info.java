/** A web service that answers questions with a model, through Spring AI. */
package ai.gentrace.otel.examples.springai;
