/** Each sentence of Gentrace's guide to the collector, on the real collector. */
@NullMarked
package ai.gentrace.otel.it.guide;

import org.jspecify.annotations.NullMarked;
