package ai.gentrace.otel.examples.springai;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for the model's HTTP API: it gives the same answer to everything. */
final class StubModel implements AutoCloseable {
  static final String ANSWER = "A span is one unit of work.";

  private final HttpServer server;

  private StubModel(HttpServer server) {
    this.server = server;
  }

  static StubModel start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] completion =
        """
        {"id": "chatcmpl-1", "object": "chat.completion", "created": 1764000000,
         "model": "gpt-4o-mini-2024-07-18",
         "choices": [{"index": 0, "finish_reason": "stop", "logprobs": null,
                      "message": {"role": "assistant", "content": "%s", "refusal": null}}],
         "usage": {"prompt_tokens": 21, "completion_tokens": 8, "total_tokens": 29}}
        """
            .formatted(ANSWER)
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, completion.length);
            exchange.getResponseBody().write(completion);
          }
        });
    server.start();
    return new StubModel(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
