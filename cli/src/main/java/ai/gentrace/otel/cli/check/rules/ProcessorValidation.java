package ai.gentrace.otel.cli.check.rules;

import java.util.List;
import java.util.OptionalDouble;

/** What the batch processor and the memory limiter refuse. */
final class ProcessorValidation {
  private static final double DEFAULT_BATCH_SIZE = 8192;

  private ProcessorValidation() {}

  static void check(ComponentSettings settings) {
    switch (settings.component().id().type()) {
      case "batch" -> batch(settings);
      case "memory_limiter" -> memoryLimiter(settings);
      default -> {}
    }
  }

  private static void batch(ComponentSettings settings) {
    OptionalDouble max = settings.number("send_batch_max_size");
    OptionalDouble size = settings.number("send_batch_size");
    boolean open = settings.find("send_batch_size") != null && size.isEmpty();
    double least = size.orElse(DEFAULT_BATCH_SIZE);
    if (max.isPresent() && !open && max.getAsDouble() > 0 && max.getAsDouble() < least) {
      settings.refuse(
          "send_batch_max_size",
          "It is less than `send_batch_size`, which is "
              + ComponentSettings.text(least)
              + (size.isEmpty() ? " unless it is set." : "."),
          "Make both the same.");
    }
    settings.negative("timeout");
  }

  private static void memoryLimiter(ComponentSettings settings) {
    boolean interval = settings.find("check_interval") != null;
    if (!interval) {
      settings.missing(
          settings.key(),
          "`check_interval` is missing: the collector refuses 0.",
          "Add `check_interval: 1s`.");
    } else if (settings.isZeroDuration("check_interval") || settings.isNegative("check_interval")) {
      settings.refuse("check_interval", "It has to be greater than zero.", "Write 1s.");
    }
    boolean mib = settings.find("limit_mib") != null;
    boolean percentage = settings.find("limit_percentage") != null;
    if (!mib && !percentage) {
      settings.missing(
          settings.key(),
          "Neither `limit_mib` nor `limit_percentage` is set.",
          "Add `limit_percentage: 80`.");
    }
    spike(settings, "limit_mib", "spike_limit_mib");
    spike(settings, "limit_percentage", "spike_limit_percentage");
    for (String name : List.of("limit_percentage", "spike_limit_percentage")) {
      if (settings.number(name).orElse(0) > 100) {
        settings.refuse(name, "A percentage is 100 at most.", "");
      }
    }
  }

  private static void spike(ComponentSettings settings, String limit, String spike) {
    OptionalDouble most = settings.number(limit);
    if (most.isPresent()
        && most.getAsDouble() > 0
        && settings.number(spike).orElse(-1) >= most.getAsDouble()) {
      settings.refuse(spike, "It has to be less than `" + limit + "`.", "A fifth of it is usual.");
    }
  }
}
