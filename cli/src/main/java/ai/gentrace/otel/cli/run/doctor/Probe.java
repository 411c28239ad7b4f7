package ai.gentrace.otel.cli.run.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Posts an empty export to Gentrace as the exporter would, and reads the answer. */
final class Probe {
  private final URI url;
  private final String key;
  private final HttpLook http;
  private final Optional<URI> proxy;

  /**
   * @param key well formed; never shown
   * @param proxy what to connect through
   */
  Probe(URI url, String key, Optional<URI> proxy) {
    this.url = url;
    this.key = key;
    this.proxy = proxy;
    this.http = new HttpLook(proxy.map(Probe::selector).orElse(null));
  }

  /**
   * What a probe came to.
   *
   * @param accepted whether Gentrace takes exports as the collector sends them
   * @param decided false where nothing answered that could be judged
   */
  record Result(boolean decided, boolean accepted, String finding, String next) {
    static Result accepted(String finding) {
      return new Result(true, true, finding, "");
    }

    static Result refused(String finding, String next) {
      return new Result(true, false, finding, next);
    }

    static Result open(String finding, String next) {
      return new Result(false, false, finding, next);
    }
  }

  /** Gzip first, as the exporter does, and then plain. */
  Result run() throws InterruptedException {
    Result gzip = judge(post(true));
    if (gzip.accepted() || !gzip.decided()) {
      return gzip;
    }
    Result plain = judge(post(false));
    return plain.accepted()
        ? Result.refused(
            url + " takes plain requests but not gzip: " + gzip.finding(),
            "set `compression: none` on the exporter, or let what stands before Gentrace pass gzip")
        : gzip;
  }

  private Observation<HttpResponse<byte[]>> post(boolean compressed) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(HttpLook.LIMIT)
            .header("Content-Type", "application/x-protobuf")
            .header("User-Agent", "gentrace-otel doctor")
            .header("Authorization", "Bearer " + key);
    if (compressed) {
      request.header("Content-Encoding", "gzip");
    }
    return http.send(
        request
            .POST(HttpRequest.BodyPublishers.ofByteArray(compressed ? emptyGzip() : new byte[0]))
            .build());
  }

  private static byte[] emptyGzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new GZIPOutputStream(bytes).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Result judge(Observation<HttpResponse<byte[]>> answer) {
    if (answer instanceof Observation.Unseen<HttpResponse<byte[]>> unseen) {
      return unreached(unseen.reason());
    }
    HttpResponse<byte[]> response = ((Observation.Seen<HttpResponse<byte[]>>) answer).value();
    int status = response.statusCode();
    String said = url + " answers " + status;
    if (status / 100 == 2) {
      return success(said, response);
    }
    if (status / 100 == 3) {
      return Result.refused(
          said
              + ", a redirect"
              + response.headers().firstValue("Location").map(to -> " to " + to).orElse(""),
          "write the final URL as `traces_endpoint`: a redirected POST loses its spans, and its key"
              + " may go to another host");
    }
    return Result.refused(
        said,
        switch (status) {
          case 400 -> "read what the answer says; a proxy may have changed the request";
          case 401 ->
              "the key is not known: create one in Gentrace and set it where the collector"
                  + " runs";
          case 403 -> "the key lacks the right to send traces: create one that has it";
          case 404 ->
              "nothing takes traces there: correct the URL, or --base-url if it is"
                  + " self-hosted";
          case 405 -> "the URL takes no POST: correct its path";
          case 407 -> "the proxy asks for a user and password: add them to its URL";
          case 413 ->
              "the request is too large for what stands before Gentrace: raise its limit,"
                  + " or send smaller batches";
          case 415 -> "it takes neither gzip nor protobuf: correct the URL";
          case 429 ->
              "Gentrace limits the rate: the exporter repeats by itself; send less if it"
                  + " stays so";
          default ->
              status >= 500
                  ? "the server is in trouble; the exporter repeats after 502, 503 and 504, after"
                      + " others the spans are lost"
                  : "read what the answer says";
        });
  }

  private static Result success(String said, HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String body = new String(response.body(), StandardCharsets.UTF_8);
    boolean html = type.contains("html") || body.stripLeading().startsWith("<");
    return html
        ? Result.refused(
            said + " with a web page, which the exporter takes for success",
            "correct the URL: a site answers there, not the API")
        : Result.accepted(said + " and takes exports with this key");
  }

  private Result unreached(String reason) {
    if (proxy.isPresent()) {
      return Result.refused(
          "Gentrace cannot be reached through the proxy: it " + reason,
          "check proxy_url, HTTPS_PROXY and NO_PROXY where the collector runs");
    }
    if (reason.startsWith("fails in TLS")) {
      return Result.refused(
          url + " " + reason,
          "check the certificate; behind a proxy that opens TLS give its authority as"
              + " tls.ca_file");
    }
    return Result.open(
        url + " " + reason, "check name and port, and whether a proxy is needed from here");
  }

  private static ProxySelector selector(URI proxy) {
    int port = proxy.getPort() > 0 ? proxy.getPort() : 80;
    return ProxySelector.of(new InetSocketAddress(proxy.getHost(), port));
  }
}
