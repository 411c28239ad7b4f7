package ai.gentrace.otel;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

/** Reads the global OpenTelemetry without setting it where the API allows that (1.57 and newer). */
final class GlobalTelemetry {
  // A missing method is an error at each call, not only at the first: so it is asked for once.
  private static final boolean HAS_GET_OR_NOOP = hasGetOrNoop();

  private GlobalTelemetry() {}

  static OpenTelemetry get() {
    // get() would make the no-op the global one, and the SDK that comes later would fail to start.
    return HAS_GET_OR_NOOP ? GlobalOpenTelemetry.getOrNoop() : GlobalOpenTelemetry.get();
  }

  private static boolean hasGetOrNoop() {
    try {
      GlobalOpenTelemetry.getOrNoop();
      return true;
    } catch (NoSuchMethodError e) {
      return false;
    }
  }
}
