/**
 * Conditions of the OpenTelemetry Transformation Language: text to tree, what a context knows, and
 * three-valued evaluation. Follows the grammar of {@code pkg/ottl} in
 * opentelemetry-collector-contrib, release 0.161.
 */
@NullMarked
package ai.gentrace.otel.cli.gentrace.ottl;

import org.jspecify.annotations.NullMarked;
