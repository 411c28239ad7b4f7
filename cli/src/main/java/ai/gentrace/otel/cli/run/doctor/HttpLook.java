package ai.gentrace.otel.cli.run.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks an HTTP server once, with a limit on the whole exchange. Follows no redirect. */
final class HttpLook {
  /** For everything that may hang. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient client;

  /**
   * @param proxies how to get there; null for a direct connection
   */
  HttpLook(@Nullable ProxySelector proxies) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    this.client =
        (proxies == null ? builder.proxy(HttpClient.Builder.NO_PROXY) : builder.proxy(proxies))
            .build();
  }

  Observation<HttpResponse<byte[]>> get(URI url) throws InterruptedException {
    return send(HttpRequest.newBuilder(url).timeout(LIMIT).GET().build());
  }

  Observation<HttpResponse<byte[]>> send(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return new Observation.Seen<>(answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Observation.Unseen<>("does not answer within " + LIMIT.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Observation.Unseen<>(words(e.getCause()));
    }
  }

  private static String words(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "has no address: its host name is not known here";
      }
      if (cause instanceof HttpTimeoutException) {
        return "does not answer within " + LIMIT.toSeconds() + " s";
      }
      if (cause instanceof SSLException) {
        return "fails in TLS: " + cause.getMessage();
      }
    }
    if (failure instanceof ConnectException) {
      return "refuses connections";
    }
    return failure instanceof IOException && failure.getMessage() != null
        ? "does not answer in HTTP: " + failure.getMessage()
        : "does not answer in HTTP";
  }
}
