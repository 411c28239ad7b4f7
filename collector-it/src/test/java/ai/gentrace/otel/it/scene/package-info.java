/** A collector between applications and the servers that take the place of its backends. */
@NullMarked
package ai.gentrace.otel.it.scene;

import org.jspecify.annotations.NullMarked;
