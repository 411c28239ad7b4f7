/**
 * What a collector configuration means: its sections, ids, pipelines and the ways between them, the
 * release that reads it, several files read as one, and where it sits in a Kubernetes file. Knows
 * nothing of Gentrace.
 *
 * <p>{@link ai.gentrace.otel.cli.collector.ConfigFinder} finds configs in a file, {@link
 * ai.gentrace.otel.cli.collector.LocatedConfig} is one with its place, {@link
 * ai.gentrace.otel.cli.collector.CollectorConfig} its content, and {@link
 * ai.gentrace.otel.cli.collector.PipelineGraph} the ways through it. What releases and
 * distributions hold is asked of {@link ai.gentrace.otel.cli.collector.KnownComponents}.
 */
@NullMarked
package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.NullMarked;
