/** Which sentence of the documentation a test proves, and the table of all of them. */
@NullMarked
package ai.gentrace.otel.it.claim;

import org.jspecify.annotations.NullMarked;
