package ai.gentrace.otel.cli.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An OTLP/HTTP server that records what it gets on any path and answers as told, by default with
 * success. Thread-safe.
 */
public final class CaptureServer implements AutoCloseable {
  private final InetAddress address;
  private final int port;
  private final @Nullable SSLContext tls;
  private final Script script = new Script();
  private final Recording recording;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "capture-server");
            thread.setDaemon(true);
            return thread;
          });
  private volatile CountDownLatch held = new CountDownLatch(1);

  // Exactly one of the two is there until the server is closed: who refuses holds the port too.
  private @Nullable HttpServer server;
  private @Nullable RefusingPort refusing;

  private CaptureServer(
      InetAddress address, int port, @Nullable SSLContext tls, Recording recording)
      throws IOException {
    this.address = address;
    this.tls = tls;
    this.recording = recording;
    HttpServer first = create(port);
    this.port = first.getAddress().getPort();
    this.server = first;
    first.start();
  }

  /**
   * Starts a server that keeps every export.
   *
   * @param address where it listens; loopback for a collector of this machine
   */
  public static CaptureServer start(InetAddress address) throws IOException {
    return new CaptureServer(address, 0, null, new Recording(export -> {}, true));
  }

  /** Starts a server that speaks TLS and keeps every export. */
  public static CaptureServer startTls(InetAddress address, SSLContext tls) throws IOException {
    return new CaptureServer(address, 0, tls, new Recording(export -> {}, true));
  }

  /**
   * Starts a server that keeps nothing, for loads that do not fit in memory.
   *
   * @param sink gets each export, from several threads at once
   */
  public static CaptureServer startStreaming(InetAddress address, Consumer<Export> sink)
      throws IOException {
    return new CaptureServer(address, 0, null, new Recording(sink, false));
  }

  private HttpServer create(int wanted) throws IOException {
    InetSocketAddress socket = new InetSocketAddress(address, wanted);
    HttpServer created;
    if (tls == null) {
      created = HttpServer.create(socket, 0);
    } else {
      HttpsServer https = HttpsServer.create(socket, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(tls));
      created = https;
    }
    created.setExecutor(threads);
    created.createContext("/", this::handle);
    return created;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Map<String, List<String>> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      CountDownLatch release = held;
      Answer answer = script.take();
      recording.add(
          Export.decode(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(headers),
              body,
              answer));
      send(exchange, answer, release);
    } catch (InterruptedException e) {
      // The server closes; the client sees the connection end.
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer, CountDownLatch release)
      throws IOException, InterruptedException {
    if (answer.hangs()) {
      release.await();
    }
    if (!answer.delay().isZero()) {
      TimeUnit.NANOSECONDS.sleep(answer.delay().toNanos());
    }
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    int length = answer.body().size();
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      answer.body().writeTo(exchange.getResponseBody());
    }
  }

  /** Returns the port that it listens on; the same while it refuses. */
  public int port() {
    return port;
  }

  /**
   * Returns the server's URL.
   *
   * @param host name under which the client reaches it, see {@link Collector#hostName()}
   * @param path starts with a slash, or is empty
   */
  public String url(String host, String path) {
    return (tls == null ? "http://" : "https://") + host + ":" + port + path;
  }

  /** Answers everything like this from now on. */
  public void answer(Answer answer) {
    script.always(answer);
  }

  /** Answers the next exports with these, in order, and then goes on as before. */
  public void answerNext(Answer... answers) {
    script.next(List.of(answers));
  }

  /** Lets all answers that hang go on. */
  public void release() {
    CountDownLatch latch = held;
    held = new CountDownLatch(1);
    latch.countDown();
  }

  /** Refuses connections, and ends those that are open, until {@link #accept()}. */
  public synchronized void refuse() throws IOException {
    HttpServer running = server;
    if (running != null) {
      running.stop(0);
      server = null;
      refusing = RefusingPort.takeOver(address, port);
    }
  }

  /** Accepts connections again, on the same port. */
  public synchronized void accept() throws IOException {
    RefusingPort refused = refusing;
    if (refused != null) {
      refused.close();
      refusing = null;
      HttpServer again = create(port);
      again.start();
      server = again;
    }
  }

  /** Returns all exports so far, in the order of their arrival, whatever they were answered. */
  public List<Export> exports() {
    return recording.exports();
  }

  /** Returns the spans of all exports that were answered with success. */
  public List<CapturedSpan> spans() {
    List<CapturedSpan> spans = new ArrayList<>();
    for (Export export : exports()) {
      if (export.answer().isSuccess()) {
        spans.addAll(export.spans());
      }
    }
    return spans;
  }

  /** Forgets what it has recorded. */
  public void clear() {
    recording.clear();
  }

  /**
   * Waits until the exports so far are as wanted; asks again at each arrival.
   *
   * @return false if the limit has passed
   */
  public boolean await(Predicate<List<Export>> wanted, Duration limit) throws InterruptedException {
    return recording.await(wanted, limit);
  }

  /** Ends the server; hanging answers are dropped. Idempotent. */
  @Override
  public synchronized void close() throws IOException {
    threads.shutdownNow();
    HttpServer running = server;
    if (running != null) {
      running.stop(0);
      server = null;
    }
    RefusingPort refused = refusing;
    if (refused != null) {
      refused.close();
      refusing = null;
    }
  }
}
