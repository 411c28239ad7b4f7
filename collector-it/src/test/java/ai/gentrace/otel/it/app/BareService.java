package ai.gentrace.otel.it.app;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A program that answers HTTP requests and knows nothing of telemetry: an agent has to. */
public final class BareService {
  private BareService() {}

  /** Prints its port, then serves until its standard input ends. */
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // Until the end.
    }
    // Requests that are being answered may end.
    server.stop(10);
    System.exit(0);
  }
}
