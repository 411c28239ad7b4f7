package ai.gentrace.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An OTLP/HTTP endpoint on the loopback interface that keeps what it was sent. */
public final class CaptureServer implements AutoCloseable {
  /** One request as it came in. */
  public record Request(
      String path,
      @Nullable String authorization,
      @Nullable String encoding,
      @Nullable String contentType,
      List<Span> spans) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Request> arrived = new LinkedBlockingQueue<>();
  private final List<Request> all = new CopyOnWriteArrayList<>();
  private final CountDownLatch open;

  private CaptureServer(CountDownLatch open) {
    this.open = open;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static CaptureServer start() {
    return new CaptureServer(new CountDownLatch(0));
  }

  /** A server that answers nothing until {@link #answer()}. */
  public static CaptureServer startHanging() {
    return new CaptureServer(new CountDownLatch(1));
  }

  public void answer() {
    open.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
      InputStream body = exchange.getRequestBody();
      ExportTraceServiceRequest request =
          ExportTraceServiceRequest.parseFrom(
              "gzip".equals(encoding) ? new GZIPInputStream(body) : body);
      Request seen =
          new Request(
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              encoding,
              exchange.getRequestHeaders().getFirst("Content-Type"),
              request.getResourceSpansList().stream()
                  .flatMap(resource -> resource.getScopeSpansList().stream())
                  .flatMap(scope -> scope.getSpansList().stream())
                  .toList());
      all.add(seen);
      arrived.add(seen);
      open.await();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the next request. */
  public Request next() {
    try {
      Request request = arrived.poll(30, TimeUnit.SECONDS);
      assertThat(request).as("a request within 30 s").isNotNull();
      return request;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<String> spanNames() {
    return all.stream().flatMap(r -> r.spans().stream()).map(Span::getName).toList();
  }

  @Override
  public void close() {
    answer();
    server.stop(0);
    threads.shutdownNow();
  }
}
