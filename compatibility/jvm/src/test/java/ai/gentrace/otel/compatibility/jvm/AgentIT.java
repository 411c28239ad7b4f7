package ai.gentrace.otel.compatibility.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.compatibility.jvm.app.Helper;
import ai.gentrace.otel.compatibility.jvm.app.Uninstrumented;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest Java agent with the library as its extension. */
class AgentIT {
  @TempDir Path folder;
  private CaptureServer gentrace;
  private CaptureServer other;

  @BeforeEach
  void start() throws IOException {
    gentrace = CaptureServer.start(InetAddress.getLoopbackAddress());
    other = CaptureServer.start(InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    gentrace.close();
    other.close();
  }

  /** The flags of docs/java.md, with the jars where they are here, and further settings. */
  private static List<String> agent(String... settings) throws IOException {
    String page = Files.readString(Path.of("../../docs/java.md"));
    Matcher command =
        Pattern.compile("```sh\\njava (.*?)-jar app.jar", Pattern.DOTALL).matcher(page);
    assertThat(command.find()).isTrue();
    List<String> options = new ArrayList<>();
    for (String flag : command.group(1).replace("\\", " ").trim().split("\\s+", -1)) {
      options.add(
          flag.replace("opentelemetry-javaagent.jar", Jvm.AGENT.toString())
              .replace("gentrace-otel-processor.jar", Jvm.LIBRARY.toString()));
    }
    for (String setting : settings) {
      options.add("-D" + setting);
    }
    return options;
  }

  private String[] exporters() {
    return new String[] {
      "otel.traces.exporter=otlp,gentrace",
      "otel.metrics.exporter=none",
      "otel.logs.exporter=none",
      "otel.exporter.otlp.endpoint=" + other.url("127.0.0.1", ""),
      "gentrace.base.url=" + gentrace.url("127.0.0.1", "/api"),
    };
  }

  private static int get(HttpClient client, String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static List<String> names(CaptureServer server) {
    return server.spans().stream().map(CapturedSpan::name).sorted().toList();
  }

  @Test
  void marksAnUninstrumentedApplicationWithFlagsOnly() throws Exception {
    try (Jvm app =
        Jvm.start(
            Map.of("GENTRACE_API_KEY", "key-1"),
            agent(exporters()),
            Jvm.classPath(name -> false),
            Uninstrumented.class)) {
      String url = app.awaitLine("listening on ").replaceAll(".*listening on ", "");
      HttpClient client = HttpClient.newHttpClient();
      get(client, url + "/front", "baggage", "gentrace.sample=true");
      get(client, url + "/front");
      app.end();
    }
    // Server, client, and the server that the client asked: once marked and twice in all.
    assertThat(names(gentrace)).hasSize(3);
    assertThat(gentrace.spans())
        .allSatisfy(
            span ->
                assertThat(span.attribute("gentrace.sample").orElseThrow().getStringValue())
                    .isEqualTo("true"));
    assertThat(gentrace.spans().stream().map(CapturedSpan::traceId).distinct()).hasSize(1);
    assertThat(names(other)).hasSize(6);
    assertThat(gentrace.exports().get(0).header("authorization")).contains("Bearer key-1");
  }

  @Test
  void takesNoMarksFromOutsideWhenToldSo() throws Exception {
    try (Jvm app =
        Jvm.start(
            Map.of("GENTRACE_API_KEY", "key-1", "GENTRACE_DROP_INBOUND", "true"),
            agent(exporters()),
            Jvm.classPath(name -> false),
            Uninstrumented.class)) {
      String url = app.awaitLine("listening on ").replaceAll(".*listening on ", "");
      HttpClient client = HttpClient.newHttpClient();
      get(client, url + "/front", "baggage", "gentrace.sample=true");
      app.end();
    }
    assertThat(names(gentrace)).isEmpty();
    assertThat(names(other)).hasSize(3);
  }

  @Test
  void bringsInteractionsOfTheApplication() throws IOException {
    try (Jvm app =
        Jvm.start(
            Map.of("GENTRACE_API_KEY", "key-1"),
            agent(exporters()),
            Jvm.classPath(AgentIT::isHelpersClassPath),
            Helper.class,
            other.url("127.0.0.1", "/model"))) {
      app.end();
    }
    assertThat(names(gentrace)).containsExactly("GET", "answer");
    assertThat(
            gentrace.spans().stream()
                .filter(span -> span.name().equals("answer"))
                .flatMap(span -> span.span().getEventsList().stream())
                .map(event -> event.getName()))
        .containsExactly("gentrace.fn.args", "gentrace.fn.output");
  }

  @Test
  void keepsContentOffSpansByTheAgentsConfigurationFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("agent.properties"),
            """
            gentrace.capture.content=false
            gentrace.api.key=key-1
            """);
    List<String> options = agent(exporters());
    options.add("-Dotel.javaagent.configuration-file=" + file);
    try (Jvm app =
        Jvm.start(
            Map.of(),
            options,
            Jvm.classPath(AgentIT::isHelpersClassPath),
            Helper.class,
            other.url("127.0.0.1", "/model"))) {
      app.end();
    }
    assertThat(names(gentrace)).containsExactly("GET", "answer");
    assertThat(gentrace.spans())
        .allSatisfy(span -> assertThat(span.span().getEventsList()).isEmpty());
  }

  @Test
  void followsDeclarativeConfiguration() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("otel.yaml"),
            """
            file_format: "1.0"
            propagator:
              composite:
                - tracecontext:
                - baggage:
            tracer_provider:
              sampler:
                gentrace:
                  or_else: always_off
              processors:
                - gentrace:
                - batch:
                    exporter:
                      gentrace:
                        api_key: ${GENTRACE_API_KEY}
                        base_url: %s
            """
                .formatted(gentrace.url("127.0.0.1", "/api")));
    try (Jvm app =
        Jvm.start(
            Map.of("GENTRACE_API_KEY", "key-1"),
            agent("otel.config.file=" + file),
            Jvm.classPath(AgentIT::isHelpersClassPath),
            Helper.class,
            other.url("127.0.0.1", "/model"))) {
      app.end();
    }
    assertThat(names(gentrace)).containsExactly("GET", "answer");
  }

  private static boolean isHelpersClassPath(String jar) {
    return jar.startsWith("gentrace-otel-processor")
        || jar.startsWith("opentelemetry-api")
        || jar.startsWith("opentelemetry-context")
        || jar.startsWith("opentelemetry-common");
  }
}
