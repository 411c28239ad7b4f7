/** The recipe for not losing a span: a queue on disk. */
@NullMarked
package ai.gentrace.otel.it.durable;

import org.jspecify.annotations.NullMarked;
