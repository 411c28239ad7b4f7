/** What an OTLP exporter's settings come to: its URL, its key, its times. */
@NullMarked
package ai.gentrace.otel.cli.run.exporter;

import org.jspecify.annotations.NullMarked;
