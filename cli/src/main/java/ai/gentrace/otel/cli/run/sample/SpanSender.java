package ai.gentrace.otel.cli.run.sample;

import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends spans as an application does: with the SDK's own OTLP exporter, and with the SDK's habit of
 * repeating a whole request that was answered 429, 502, 503 or 504, or not at all. The repeats come
 * faster than an SDK's, and each refusal is seen.
 */
public final class SpanSender implements AutoCloseable {
  /** As the SDK's default retry policy. */
  private static final int ATTEMPTS = 5;

  private static final String NO_ANSWER = "no answer";

  /** An SDK would go on; the second attempt shows what comes of it. */
  private static final int UNANSWERED_ATTEMPTS = 2;

  private static final int LONGEST_ANSWER = 160;
  private static final Set<Integer> REPEATED = Set.of(429, 502, 503, 504);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * The SDK reports each failure; here a failure is a result. A logger without owner is forgotten.
   */
  private final Logger log = Logger.getLogger("io.opentelemetry.exporter");

  private final OtlpHttpSpanExporter exporter;
  private final Duration answerLimit;

  /**
   * @param url where to POST
   * @param answerLimit how long a request may take
   */
  public SpanSender(String url, Duration answerLimit) {
    log.setLevel(Level.OFF);
    this.answerLimit = answerLimit;
    this.exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(url)
            .setTimeout(answerLimit)
            .setConnectTimeout(answerLimit)
            .setRetryPolicy(null)
            .setCompression("none")
            .build();
  }

  /**
   * What became of one request.
   *
   * @param attempts how often it was sent
   * @param delivered whether the last attempt was answered with success
   * @param refusal the last refusal in words, if there was one
   */
  public record Outcome(int attempts, boolean delivered, Optional<String> refusal) {
    /** Whether nobody answered. */
    public boolean isUnanswered() {
      return !delivered && refusal.filter(NO_ANSWER::equals).isPresent();
    }

    /** How often it was refused. */
    public int refusals() {
      return delivered ? attempts - 1 : attempts;
    }
  }

  /** Sends one request, and repeats it as an SDK would. */
  public Outcome send(Collection<SpanData> spans) throws InterruptedException {
    Optional<String> refusal = Optional.empty();
    for (int attempt = 1; ; attempt++) {
      CompletableResultCode result = exporter.export(spans);
      result.join(answerLimit.toMillis() * 2, TimeUnit.MILLISECONDS);
      if (result.isSuccess()) {
        return new Outcome(attempt, true, refusal);
      }
      Optional<HttpResponse> response = response(result);
      refusal = Optional.of(response.map(SpanSender::words).orElse(NO_ANSWER));
      boolean repeat = response.map(r -> REPEATED.contains(r.getStatusCode())).orElse(true);
      int attempts = response.isPresent() ? ATTEMPTS : UNANSWERED_ATTEMPTS;
      if (!repeat || attempt >= attempts) {
        return new Outcome(attempt, false, refusal);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }

  private static Optional<HttpResponse> response(CompletableResultCode result) {
    return result.getFailureThrowable() instanceof HttpExportException e
        ? Optional.ofNullable(e.getResponse())
        : Optional.empty();
  }

  private static String words(HttpResponse response) {
    // The receiver answers in protobuf: a code and a text, which is all that is printable in it.
    String text = new String(response.getResponseBody(), StandardCharsets.UTF_8);
    String printable =
        text.replaceAll("[^\\x20-\\x7E]+", " ")
            .replaceAll("127\\.0\\.0\\.1:[0-9]+", "gentrace")
            .strip();
    String shown =
        printable.length() <= LONGEST_ANSWER
            ? printable
            : printable.substring(0, LONGEST_ANSWER) + "...";
    return (response.getStatusCode() + " " + shown).strip();
  }

  @Override
  public void close() {
    exporter.close();
  }
}
