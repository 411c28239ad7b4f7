package ai.gentrace.otel.it.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Sends a load over OTLP/HTTP as the exporters of SDKs do: what is answered with 429, 502, 503 or
 * 504, or not at all, is sent again as a whole, five times at most.
 */
public final class Loader {
  private static final int NO_ANSWER = 0;
  private static final Set<Integer> RETRYABLE = Set.of(NO_ANSWER, 429, 502, 503, 504);
  private static final int ATTEMPTS = 5;

  private final List<URI> urls;
  private final int threads;
  private final Duration pause;
  private final Duration interval;

  /**
   * @param url where traces are posted
   * @param threads how many requests are under way at once
   */
  public Loader(URI url, int threads) {
    this(List.of(url), threads, Duration.ZERO);
  }

  /**
   * @param urls where traces are posted: request n goes to number n of these, and around again
   * @param threads how many requests are under way at once
   * @param pause how long it waits before it sends a request again
   */
  public Loader(List<URI> urls, int threads, Duration pause) {
    this(urls, threads, pause, Duration.ZERO);
  }

  private Loader(List<URI> urls, int threads, Duration pause, Duration interval) {
    this.urls = List.copyOf(urls);
    this.threads = threads;
    this.pause = pause;
    this.interval = interval;
  }

  /** Returns a loader whose requests begin at this interval, or later where answers take longer. */
  public Loader withInterval(Duration between) {
    return new Loader(urls, threads, pause, between);
  }

  /**
   * What the application saw.
   *
   * @param answers HTTP status to how many answers had it, repeats included; 0 for no answer
   * @param median milliseconds until an answer
   * @param p99 milliseconds within which 99 of 100 answers came
   */
  public record Result(Map<Integer, Integer> answers, double median, double p99) {
    /** Returns how many answers were no success. */
    public int refused() {
      return answers.entrySet().stream()
          .filter(answer -> answer.getKey() != 200)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /** Sends all requests and waits for all answers. */
  public Result send(LoadShape shape) throws InterruptedException {
    Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Long>>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(shape, next, began, answers)));
      }
      List<Long> nanos = new ArrayList<>();
      for (Future<List<Long>> worker : workers) {
        nanos.addAll(worker.get());
      }
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Result(Map.copyOf(answers), millis(sorted, 0.5), millis(sorted, 0.99));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static double millis(long[] sortedNanos, double share) {
    return LongStream.of(sortedNanos)
            .skip((long) Math.floor(share * (sortedNanos.length - 1)))
            .findFirst()
            .orElse(0)
        / 1e6;
  }

  private List<Long> work(
      LoadShape shape, AtomicInteger next, long began, Map<Integer, Integer> answers)
      throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Long> nanos = new ArrayList<>();
    for (int i = next.getAndIncrement(); i < shape.requests(); i = next.getAndIncrement()) {
      HttpRequest request =
          HttpRequest.newBuilder(urls.get(i % urls.size()))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/x-protobuf")
              .POST(HttpRequest.BodyPublishers.ofByteArray(shape.request(i).toByteArray()))
              .build();
      TimeUnit.NANOSECONDS.sleep(began + i * interval.toNanos() - System.nanoTime());
      int status = send(client, request, nanos, answers);
      for (int again = 1; again < ATTEMPTS && RETRYABLE.contains(status); again++) {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        status = send(client, request, nanos, answers);
      }
    }
    return nanos;
  }

  private static int send(
      HttpClient client, HttpRequest request, List<Long> nanos, Map<Integer, Integer> answers)
      throws InterruptedException {
    long began = System.nanoTime();
    int status;
    try {
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      nanos.add(System.nanoTime() - began);
    } catch (IOException e) {
      status = NO_ANSWER;
    }
    answers.merge(status, 1, Integer::sum);
    return status;
  }
}
