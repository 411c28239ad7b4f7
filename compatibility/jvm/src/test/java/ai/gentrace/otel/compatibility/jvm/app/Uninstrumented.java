package ai.gentrace.otel.compatibility.jvm.app;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/** A web service that knows nothing of telemetry: {@code /front} asks {@code /model}. */
public final class Uninstrumented {
  private Uninstrumented() {}

  /** Serves on a free port, which it prints, until its standard input ends. */
  public static void main(String[] args) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String self = "http://127.0.0.1:" + server.getAddress().getPort();
    // It asks itself, so one thread does not do.
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/front")) {
              client.send(
                  HttpRequest.newBuilder(URI.create(self + "/model")).build(),
                  HttpResponse.BodyHandlers.discarding());
            }
            exchange.sendResponseHeaders(204, -1);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    server.start();
    System.out.println("listening on " + self);
    while (System.in.read() >= 0) {
      // Until the end.
    }
    // Requests that are being answered may end.
    server.stop(10);
    System.exit(0);
  }
}
