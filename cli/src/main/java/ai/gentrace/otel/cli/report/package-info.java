/** How results look: text, diffs and machine-readable formats. */
@NullMarked
package ai.gentrace.otel.cli.report;

import org.jspecify.annotations.NullMarked;
