/**
 * A real collector as a process or a container, and servers that record what it exports.
 *
 * <p>A {@link ai.gentrace.otel.cli.run.Collector} runs what a {@link
 * ai.gentrace.otel.cli.run.CollectorSetup} says; {@link ai.gentrace.otel.cli.run.LaunchPlan} is
 * what processes and containers have in common. {@link ai.gentrace.otel.cli.run.CaptureServer}
 * stands in for backends. {@code verify} and {@code doctor} are built on these.
 */
@NullMarked
package ai.gentrace.otel.cli.run;

import org.jspecify.annotations.NullMarked;
