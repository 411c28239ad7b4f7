package ai.gentrace.otel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs while it is open. */
public final class Logs implements AutoCloseable {
  // Kept here, because the log manager forgets loggers that nobody holds.
  private final Logger logger = Logger.getLogger("ai.gentrace.otel");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Logs() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  public static Logs capture() {
    return new Logs();
  }

  public List<String> warnings() {
    return records.stream()
        .filter(r -> r.getLevel().intValue() >= Level.WARNING.intValue())
        .map(r -> new SimpleFormatter().formatMessage(r))
        .toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
