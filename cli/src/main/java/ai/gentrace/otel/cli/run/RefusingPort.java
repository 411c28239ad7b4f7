package ai.gentrace.otel.cli.run;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A port that is bound but not listened on: the system refuses, and nobody else can take it. */
final class RefusingPort implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Socket socket;

  private RefusingPort(Socket socket) {
    this.socket = socket;
  }

  /**
   * Takes a port over from a server that was just closed. Where another thread starts a program at
   * that moment, the child has the server's socket too until it runs the program, and the port is
   * in use that long.
   *
   * @throws IOException if the port is still in use after 5 s
   */
  static RefusingPort takeOver(InetAddress address, int port) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      Socket socket = new Socket();
      try {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port));
        return new RefusingPort(socket);
      } catch (BindException e) {
        socket.close();
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
