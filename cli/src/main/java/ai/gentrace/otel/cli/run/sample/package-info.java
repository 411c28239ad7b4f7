/** An application as it sends spans: the real SDK, its propagators, its exporter. */
@NullMarked
package ai.gentrace.otel.cli.run.sample;

import org.jspecify.annotations.NullMarked;
