package ai.gentrace.otel.cli.run;

import java.util.List;

/** A collector that could not be run; the message says what, why and what to do next. */
public final class CollectorException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it was. */
  public enum Reason {
    /** No binary, no Docker, or no image. */
    NOT_AVAILABLE,
    /** The collector ended before it was ready, because of its configuration or a defect. */
    ENDED_AT_START,
    /** A listener's port belongs to somebody else. */
    PORT_IN_USE,
    /** It neither ended nor became ready in time. */
    NOT_READY
  }

  private final Reason reason;
  private final transient List<String> log;

  /**
   * @param message what happened and what to do next
   * @param log what the collector has written so far, possibly nothing
   */
  public CollectorException(Reason reason, String message, List<String> log) {
    super(message);
    this.reason = reason;
    this.log = List.copyOf(log);
  }

  /** Returns the kind of trouble. */
  public Reason reason() {
    return reason;
  }

  /** Returns what the collector had written, oldest line first. */
  public List<String> log() {
    return log;
  }
}
