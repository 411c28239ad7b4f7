package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RefusingPortTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void waitsUntilWhoStillListensIsGone() throws Exception {
    CompletableFuture<RefusingPort> taken;
    int port;
    try (ServerSocket stillOpen = new ServerSocket(0, 1, LOOPBACK)) {
      port = stillOpen.getLocalPort();
      int wanted = port;
      taken = CompletableFuture.supplyAsync(() -> takeOver(wanted));
      // It is accepted only by who still listens.
      new Socket(LOOPBACK, port).close();
    }

    assertThat(taken).succeedsWithin(Duration.ofSeconds(10));
    assertThatThrownBy(() -> new Socket(LOOPBACK, port)).isInstanceOf(ConnectException.class);
    taken.join().close();
  }

  private static RefusingPort takeOver(int port) {
    try {
      return RefusingPort.takeOver(LOOPBACK, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
