package ai.gentrace.otel.compatibility.jvm.app;

import ai.gentrace.otel.Gentrace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a URL in an interaction, with the library on its own class path, and ends. */
public final class Helper {
  private Helper() {}

  /** Calls the URL of the first argument. */
  public static void main(String[] args) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    int status =
        Gentrace.interaction("answer")
            .arg("question", "why?")
            .call(
                () ->
                    client
                        .send(
                            HttpRequest.newBuilder(URI.create(args[0])).build(),
                            HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    System.out.println("status " + status);
  }
}
