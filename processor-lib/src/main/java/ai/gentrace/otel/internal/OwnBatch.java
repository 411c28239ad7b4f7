package ai.gentrace.otel.internal;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives the exporter named {@code gentrace} a batch processor of its own. Autoconfigure puts all
 * exporters into one, which waits for the slowest of each batch: trouble at Gentrace would fill the
 * queue of the other backends.
 *
 * <p>One instance belongs to one SDK that is being configured, on one thread. What other
 * customizers do to exporters and processors holds for Gentrace's as well: the exporter is taken
 * out after the last of them, and its processor stands beside the shared one before the first.
 */
final class OwnBatch {
  private static final SpanExporter NOTHING = SpanExporter.composite();

  private boolean named;
  private @Nullable SpanExporter exporter;

  /** Sees each exporter before all other customizers. */
  SpanExporter recognize(SpanExporter configured, ConfigProperties config) {
    named = configured instanceof NamedSpanExporter;
    return configured;
  }

  /** Sees the same exporter after all other customizers, and leaves nothing in its place. */
  SpanExporter takeOut(SpanExporter customized, ConfigProperties config) {
    if (!named) {
      return customized;
    }
    named = false;
    exporter = customized;
    return NOTHING;
  }

  /** Puts the processor beside the shared one, or in its place where nothing else is in that. */
  SpanProcessor putBeside(SpanProcessor shared, ConfigProperties config) {
    SpanExporter ours = exporter;
    if (ours == null || !(shared instanceof BatchSpanProcessor)) {
      return shared;
    }
    exporter = null;
    SpanProcessor own = processor(ours, config);
    if (((BatchSpanProcessor) shared).getSpanExporter() == NOTHING) {
      shared.shutdown();
      return own;
    }
    return SpanProcessor.composite(shared, own);
  }

  /** Adds the processor where no shared one came by. */
  SdkTracerProviderBuilder addLeft(SdkTracerProviderBuilder builder, ConfigProperties config) {
    SpanExporter ours = exporter;
    if (ours == null) {
      return builder;
    }
    exporter = null;
    return builder.addSpanProcessor(processor(ours, config));
  }

  private static SpanProcessor processor(SpanExporter exporter, ConfigProperties config) {
    BatchSpanProcessorBuilder builder = BatchSpanProcessor.builder(exporter);
    Duration delay = config.getDuration("otel.bsp.schedule.delay");
    if (delay != null) {
      builder.setScheduleDelay(delay);
    }
    Integer queueSize = config.getInt("otel.bsp.max.queue.size");
    if (queueSize != null) {
      builder.setMaxQueueSize(queueSize);
    }
    Integer batchSize = config.getInt("otel.bsp.max.export.batch.size");
    if (batchSize != null) {
      builder.setMaxExportBatchSize(batchSize);
    }
    Duration timeout = config.getDuration("otel.bsp.export.timeout");
    if (timeout != null) {
      builder.setExporterTimeout(timeout);
    }
    return new MarkedSpanProcessor(builder.build());
  }
}
