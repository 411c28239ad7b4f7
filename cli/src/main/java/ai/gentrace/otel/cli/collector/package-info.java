/**
 * What a collector configuration means: its sections, ids, pipelines and the ways between them, the
 * release that reads it, several files read as one, and where it sits in a Kubernetes file.
 */
@NullMarked
package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.NullMarked;
