/** Many spans, each of them accounted for. */
@NullMarked
package ai.gentrace.otel.it.soak;

import org.jspecify.annotations.NullMarked;
