/**
 * What Gentrace needs in a collector configuration: the parts, a plan to add them, their removal.
 */
@NullMarked
package ai.gentrace.otel.cli.gentrace;

import org.jspecify.annotations.NullMarked;
