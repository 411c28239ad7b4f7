package ai.gentrace.otel.cli.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a child process when this JVM ends, also one that is just being started: the hook is there
 * before the child is. Thread-safe.
 */
final class ExitGuard {
  private final Thread hook = new Thread(this::exit, "collector-end");
  private @Nullable Process child;
  private @Nullable Runnable end;
  private boolean exiting;

  /**
   * Starts a child.
   *
   * @throws IOException if it cannot be started, or the JVM is ending
   */
  Process start(ProcessBuilder builder) throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new IOException("this program is ending", e);
    }
    boolean started = false;
    try {
      Process process = startUnlessExiting(builder);
      started = true;
      return process;
    } finally {
      if (!started) {
        remove();
      }
    }
  }

  private synchronized Process startUnlessExiting(ProcessBuilder builder) throws IOException {
    if (exiting) {
      throw new IOException("this program is ending");
    }
    Process process = builder.start();
    child = process;
    return process;
  }

  /** Says how to end the child; until then it is only killed. */
  synchronized void endBy(Runnable how) {
    end = how;
  }

  private synchronized void exit() {
    exiting = true;
    if (end != null) {
      end.run();
    } else if (child != null) {
      child.destroyForcibly();
    }
  }

  /** Forgets the child, which has ended. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending and runs the hook by itself.
      return;
    }
  }
}
