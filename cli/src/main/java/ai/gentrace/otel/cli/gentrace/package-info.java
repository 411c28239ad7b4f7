/**
 * What Gentrace needs in a collector configuration: the parts, a plan to add them, their removal.
 *
 * <p>{@link ai.gentrace.otel.cli.gentrace.GentracePath} says what of it is there by meaning. The
 * planners ({@link ai.gentrace.otel.cli.gentrace.MergePlanner}, {@link
 * ai.gentrace.otel.cli.gentrace.RemovalPlanner}, {@link
 * ai.gentrace.otel.cli.gentrace.UpdatePlanner}) only decide: their plans are plain data, a refusal
 * among them, and {@link ai.gentrace.otel.cli.gentrace.ConfigEdits} turns them into changes of the
 * file. What is inserted stands in the templates, which {@code Templates} reads.
 */
@NullMarked
package ai.gentrace.otel.cli.gentrace;

import org.jspecify.annotations.NullMarked;
