package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentracePropagator;
import ai.gentrace.otel.GentraceSampler;
import ai.gentrace.otel.GentraceSpanProcessor;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collections;
import java.util.Locale;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the jar does next to autoconfigure: it installs the processor, first of all, and obeys
 * {@code gentrace.always.sample} and {@code gentrace.drop.inbound}.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceCustomizerProvider implements AutoConfigurationCustomizerProvider {
  private static final Logger logger = Logger.getLogger(GentraceCustomizerProvider.class.getName());

  /** Called by the SDK's service loader. */
  public GentraceCustomizerProvider() {}

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    OwnBatch ownBatch = new OwnBatch();
    customizer.addSpanExporterCustomizer(ownBatch::recognize);
    customizer.addSpanProcessorCustomizer(ownBatch::putBeside);
    // Properties are read when all providers have been here, so what is added then comes last:
    // around whatever sampler, exporter and propagators the others have made.
    customizer.addPropertiesCustomizer(
        config -> {
          customizer.addSpanExporterCustomizer(ownBatch::takeOut);
          customizer.addSamplerCustomizer(GentraceCustomizerProvider::sampler);
          customizer.addPropagatorCustomizer(GentraceCustomizerProvider::propagator);
          customizer.addTracerProviderCustomizer(ownBatch::addLeft);
          customizer.addTracerProviderCustomizer(GentraceCustomizerProvider::tracerProvider);
          return Collections.emptyMap();
        });
  }

  /** Before all others, see {@link OwnBatch}. */
  @Override
  public int order() {
    return Integer.MIN_VALUE;
  }

  private static Sampler sampler(Sampler configured, ConfigProperties config) {
    return isTrue("gentrace.always.sample", config)
        ? GentraceSampler.orElse(configured)
        : configured;
  }

  private static TextMapPropagator propagator(
      TextMapPropagator configured, ConfigProperties config) {
    return isTrue("gentrace.drop.inbound", config)
        ? GentracePropagator.dropInbound(configured)
        : configured;
  }

  private static SdkTracerProviderBuilder tracerProvider(
      SdkTracerProviderBuilder builder, ConfigProperties config) {
    handOver("gentrace.capture.content", config);
    handOver("gentrace.max.content.length", config);
    return builder.addSpanProcessorFirst(GentraceSpanProcessor.create());
  }

  /**
   * Makes a system property of a setting that came from elsewhere, such as an agent's configuration
   * file or Spring's: whoever reads it may be a copy of this library in another class loader.
   */
  private static void handOver(String setting, ConfigProperties config) {
    String value = value(setting, config);
    try {
      if (value != null && System.getProperty(setting) == null) {
        System.setProperty(setting, value);
      }
    } catch (SecurityException e) {
      logger.warning(setting + " can only be set as a system property here, and was not.");
    }
  }

  private static boolean isTrue(String setting, ConfigProperties config) {
    String value = value(setting, config);
    if (value == null) {
      return false;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (!lower.equals("true") && !lower.equals("false")) {
      logger.warning(setting + " is neither true nor false and is ignored.");
    }
    return lower.equals("true");
  }

  private static @Nullable String value(String setting, ConfigProperties config) {
    String value = config.getString(setting);
    return value == null || value.trim().isEmpty() ? null : value.trim();
  }
}
