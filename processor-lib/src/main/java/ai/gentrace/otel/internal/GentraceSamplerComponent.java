package ai.gentrace.otel.internal;

import ai.gentrace.otel.GentraceSampler;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sampler {@code gentrace} of declarative configuration. What is not marked is dropped, or left
 * to the sampler that {@code or_else} names as {@code otel.traces.sampler} would, with the ratio
 * {@code or_else_ratio}; that ratio alone stands for {@code parentbased_traceidratio}.
 *
 * <p>Internal: it may change or vanish in any release.
 */
public final class GentraceSamplerComponent implements ComponentProvider {
  private static final Logger logger = Logger.getLogger(GentraceSamplerComponent.class.getName());

  private static final String OR_ELSE = "or_else";
  private static final String OR_ELSE_RATIO = "or_else_ratio";

  /** Called by the SDK's service loader. */
  public GentraceSamplerComponent() {}

  @Override
  public Class<?> getType() {
    return Sampler.class;
  }

  @Override
  public String getName() {
    return "gentrace";
  }

  @Override
  public Object create(DeclarativeConfigProperties properties) {
    Keys.check("sampler gentrace", properties, OR_ELSE, OR_ELSE_RATIO);
    boolean hasRatio = properties.getPropertyKeys().contains(OR_ELSE_RATIO);
    if (!properties.getPropertyKeys().contains(OR_ELSE) && !hasRatio) {
      return GentraceSampler.create();
    }
    double ratio = hasRatio ? ratio(properties) : 1;
    String name = properties.getString(OR_ELSE, hasRatio ? "parentbased_traceidratio" : "");
    if (name.equals("gentrace")) {
      return GentraceSampler.create();
    }
    Sampler other = sampler(name, ratio);
    if (other == null) {
      logger.warning(
          OR_ELSE
              + " of the sampler gentrace names none of always_on, always_off, traceidratio,"
              + " parentbased_always_on, parentbased_always_off and parentbased_traceidratio."
              + " parentbased_always_on decides instead.");
      other = Sampler.parentBased(Sampler.alwaysOn());
    }
    return GentraceSampler.orElse(other);
  }

  private static double ratio(DeclarativeConfigProperties properties) {
    Double ratio = properties.getDouble(OR_ELSE_RATIO);
    if (ratio == null) {
      // 0 and 1 are whole numbers in YAML.
      Long whole = properties.getLong(OR_ELSE_RATIO);
      ratio = whole == null ? Double.NaN : whole.doubleValue();
    }
    if (ratio >= 0 && ratio <= 1) {
      return ratio;
    }
    logger.warning(
        OR_ELSE_RATIO + " of the sampler gentrace is no number from 0 to 1. 1 is used instead.");
    return 1;
  }

  private static @Nullable Sampler sampler(String name, double ratio) {
    switch (name) {
      case "always_on":
        return Sampler.alwaysOn();
      case "always_off":
        return Sampler.alwaysOff();
      case "traceidratio":
        return Sampler.traceIdRatioBased(ratio);
      case "parentbased_always_on":
        return Sampler.parentBased(Sampler.alwaysOn());
      case "parentbased_always_off":
        return Sampler.parentBased(Sampler.alwaysOff());
      case "parentbased_traceidratio":
        return Sampler.parentBased(Sampler.traceIdRatioBased(ratio));
      default:
        return null;
    }
  }
}
