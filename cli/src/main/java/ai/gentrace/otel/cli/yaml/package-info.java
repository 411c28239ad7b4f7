/**
 * Lossless YAML: bytes become text and a tree whose every node knows its exact place; edits become
 * bytes only after a proof that nothing else changed. Knows nothing of collectors.
 */
@NullMarked
package ai.gentrace.otel.cli.yaml;

import org.jspecify.annotations.NullMarked;
