/** The library in applications, with the real collector and without one. */
@NullMarked
package ai.gentrace.otel.it.library;

import org.jspecify.annotations.NullMarked;
