/** The way into the collector: what its receiver refuses, and what an application loses then. */
@NullMarked
package ai.gentrace.otel.it.wayin;

import org.jspecify.annotations.NullMarked;
