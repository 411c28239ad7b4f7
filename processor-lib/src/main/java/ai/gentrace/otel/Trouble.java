package ai.gentrace.otel;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes what went wrong in telemetry and was kept away from the application. Only the type of the
 * error is logged: its message may hold what the application works on.
 */
final class Trouble {
  private static final Logger logger = Logger.getLogger(Gentrace.class.getName());

  private Trouble() {}

  static void log(String during, Throwable error) {
    try {
      logger.log(
          Level.FINE,
          "Telemetry trouble while {0}: {1}",
          new Object[] {during, error.getClass().getName()});
    } catch (Throwable e) {
      // A log handler that fails must not fail the application either.
    }
  }

  static void warn(String message) {
    try {
      logger.warning(message);
    } catch (Throwable e) {
      // As above.
    }
  }
}
