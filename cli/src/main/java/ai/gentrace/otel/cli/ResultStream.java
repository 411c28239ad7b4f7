package ai.gentrace.otel.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers whether the result arrived; a full disk must not look like a
 * success.
 */
final class ResultStream extends FilterOutputStream {
  private @Nullable IOException failure;

  ResultStream(OutputStream out) {
    super(new BufferedOutputStream(out));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Says what kept the result from arriving, unless the reader had simply seen enough. */
  boolean delivered(Console console) {
    if (failure == null) {
      return true;
    }
    String message = String.valueOf(failure.getMessage());
    if (!message.contains("Broken pipe")) {
      console.error("cannot write the result to standard output: " + message);
    }
    return false;
  }
}
