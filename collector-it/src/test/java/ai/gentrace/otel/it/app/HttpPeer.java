package ai.gentrace.otel.it.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A service that is called over HTTP, instrumented as a server and its callers as clients are. */
public final class HttpPeer implements AutoCloseable {
  private final HttpServer server;

  private HttpPeer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param service whose spans it makes
   * @param work what a request does, inside the server span
   */
  public static HttpPeer start(Service service, Runnable work) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(service, work, exchange));
    server.start();
    return new HttpPeer(server);
  }

  private static void serve(Service service, Runnable work, HttpExchange exchange)
      throws IOException {
    try (exchange) {
      Context caller = service.propagator().extract(Context.current(), exchange, new Headers());
      service.serve("GET /", caller, work);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** Calls it, inside a client span of the caller. */
  public void call(Service caller) throws IOException, InterruptedException {
    Span span = caller.tracer().spanBuilder("GET").setSpanKind(SpanKind.CLIENT).startSpan();
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
      caller
          .propagator()
          .inject(
              Context.current().with(span),
              request,
              (carrier, key, value) -> {
                if (carrier != null) {
                  carrier.header(key, value);
                }
              });
      HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    } finally {
      span.end();
    }
  }

  /** Calls it without any telemetry, as a browser does. */
  public void callFromOutside() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static final class Headers implements TextMapGetter<HttpExchange> {
    @Override
    public Iterable<String> keys(HttpExchange carrier) {
      return carrier.getRequestHeaders().keySet();
    }

    @Override
    public @Nullable String get(@Nullable HttpExchange carrier, String key) {
      return carrier == null ? null : carrier.getRequestHeaders().getFirst(key);
    }
  }
}
