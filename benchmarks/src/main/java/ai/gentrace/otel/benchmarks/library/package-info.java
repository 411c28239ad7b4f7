/** What the library costs, beside contrib's baggage processor and hand-written code. */
package ai.gentrace.otel.benchmarks.library;
