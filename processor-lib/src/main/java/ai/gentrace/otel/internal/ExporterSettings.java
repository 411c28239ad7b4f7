package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentraceSpanExporter;
import ai.gentrace.otel.GentraceSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds the exporter from configuration. Whatever is wrong with it, the SDK starts. */
final class ExporterSettings {
  private static final Logger logger = Logger.getLogger(ExporterSettings.class.getName());

  private final GentraceSpanExporterBuilder builder = GentraceSpanExporter.builder();
  private boolean malformed;

  ExporterSettings apiKey(String setting, @Nullable String value) {
    return set(setting, value, builder::setApiKey);
  }

  ExporterSettings baseUrl(String setting, @Nullable String value) {
    return set(setting, value, builder::setBaseUrl);
  }

  ExporterSettings compression(String setting, @Nullable String value) {
    return set(setting, value, builder::setCompression);
  }

  private ExporterSettings set(String setting, @Nullable String value, Consumer<String> setter) {
    String trimmed = value == null ? "" : value.trim();
    // The first one is said; more would be repetition.
    if (!trimmed.isEmpty() && !malformed) {
      try {
        setter.accept(trimmed);
      } catch (IllegalArgumentException e) {
        malformed = true;
        logger.warning(setting + ": " + e.getMessage() + " Nothing is sent to Gentrace.");
      }
    }
    return this;
  }

  SpanExporter build() {
    if (malformed) {
      return nothing();
    }
    try {
      return builder.build();
    } catch (IllegalStateException e) {
      // It says which dependency is missing.
      logger.warning(e.getMessage() + " Nothing is sent to Gentrace.");
      return nothing();
    } catch (RuntimeException | LinkageError e) {
      logger.warning(
          "The Gentrace exporter cannot be built: "
              + e.getClass().getName()
              + ". Nothing is sent to Gentrace.");
      return nothing();
    }
  }

  private static SpanExporter nothing() {
    return GentraceSpanExporter.filtering(SpanExporter.composite());
  }
}
