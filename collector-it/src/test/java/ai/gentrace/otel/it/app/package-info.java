/** Applications as a customer writes them: the real SDK, real propagation, real exporters. */
@NullMarked
package ai.gentrace.otel.it.app;

import org.jspecify.annotations.NullMarked;
