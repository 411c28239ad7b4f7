package ai.gentrace.otel.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of this machine that nobody used a moment ago. */
public final class FreePort {
  private FreePort() {}

  /** Returns one; who binds it has to expect that somebody else was faster. */
  public static int find() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free TCP port on this machine", e);
    }
  }
}
