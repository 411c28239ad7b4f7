/** Edits of YAML files, judged by the collector's own parser. */
@NullMarked
package ai.gentrace.otel.it.oracle;

import org.jspecify.annotations.NullMarked;
