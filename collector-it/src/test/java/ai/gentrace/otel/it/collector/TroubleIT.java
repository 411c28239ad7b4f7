package ai.gentrace.otel.it.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine that cannot run the collector says so in one message with the next step, within a
 * minute. A small server takes the Docker daemon's place.
 */
class TroubleIT {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** Enough for an answer that comes, on a busy machine too. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static final Duration IMPATIENT = Duration.ofSeconds(3);
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

  private static final String ANYTHING = "anything";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Handler> answers = new ConcurrentHashMap<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer daemon;

  @TempDir Path folder;

  @BeforeEach
  void startDaemon() throws IOException {
    daemon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    daemon.setExecutor(threads);
    answer(ANYTHING, 200, "{}");
    daemon.createContext("/", this::handle);
    daemon.start();
  }

  @AfterEach
  void stopDaemon() {
    threads.shutdownNow();
    daemon.stop(0);
  }

  @Test
  void dockerThatIsTooOldIsNamed() throws Exception {
    daemon("18.09.1", "1.39");

    assertThat(choose("-Dcollector.runtime=container", PATIENT, PATIENT))
        .isEqualTo("none: Docker 18.09.1 is too old; install 20.10 or newer");
  }

  @Test
  void dockerThatDoesNotAnswerIsNotWaitedForForever() throws Exception {
    hang(ANYTHING);

    assertThat(choose("-Dcollector.runtime=container", IMPATIENT, PATIENT))
        .startsWith("none: Docker is not to be used")
        .contains("no answer within 3 s");
  }

  @Test
  void anImageThatIsMissingIsNamedWithTheCommandThatBringsIt() throws Exception {
    daemon("20.10.24", "1.41");
    answer("/images/an/image:1/json", 404, "{\"message\":\"No such image: an/image:1\"}");
    answer("/images/create", 500, "{\"message\":\"lookup registry: no such host\"}");

    assertThat(choose("-Dcollector.image=an/image:1", PATIENT, PATIENT))
        .startsWith("none: image an/image:1 is not here and could not be pulled")
        .contains("docker pull an/image:1", "no such host");
  }

  @Test
  void anImageThatDoesNotComeIsNotWaitedForForever() throws Exception {
    daemon("20.10.24", "1.41");
    answer("/images/an/image:1/json", 404, "{\"message\":\"No such image: an/image:1\"}");
    hang("/images/create");

    assertThat(choose("-Dcollector.image=an/image:1", PATIENT, IMPATIENT))
        .contains("docker pull an/image:1", "no answer within 3 s");
  }

  @Test
  void withNeitherDockerNorGoItSaysWhatToInstall() throws Exception {
    CommandOutput output = build("binary");

    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.output())
        .isEqualTo(
            "build: no Go on PATH. Install Go 1.26 or newer (https://go.dev/dl), or give a collector"
                + " with -Dcollector.binary=PATH or -Dcollector.image=NAME");
  }

  @Test
  void withoutDockerNoImageIsBuilt() throws Exception {
    CommandOutput output = build("image");

    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.output()).isEqualTo("build: no docker on PATH. Install Docker and start it");
  }

  /** A daemon that answers what a client asks first and last. */
  private void daemon(String version, String api) {
    answer("/_ping", 200, "OK");
    answer("/containers/json", 200, "[]");
    answer("/networks", 200, "[]");
    answer("/version", 200, "{\"Version\":\"%s\",\"ApiVersion\":\"%s\"}".formatted(version, api));
    answer(
        "/info",
        200,
        "{\"ServerVersion\":\"%s\",\"OSType\":\"linux\",\"MemTotal\":1000000000}"
            .formatted(version));
  }

  private String choose(String property, Duration docker, Duration pull) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String host = "tcp://127.0.0.1:" + daemon.getAddress().getPort();
    List<String> line =
        List.of(
            java,
            property,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            System.getProperty("java.class.path"),
            ChooseMain.class.getName(),
            ROOT.toString(),
            String.valueOf(docker.toSeconds()),
            String.valueOf(pull.toSeconds()));
    return new Command(line, Map.of("DOCKER_HOST", host)).run(MINUTE).output();
  }

  /** Runs the build script with the usual tools on PATH, but neither Go nor Docker. */
  private CommandOutput build(String what) throws Exception {
    Path tools = Files.createDirectory(folder.resolve("bin"));
    for (String tool :
        List.of("sh", "dirname", "find", "sort", "sha256sum", "cut", "mkdir", "mktemp", "cat")) {
      Path found = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
    }
    return Command.of(ROOT.resolve("collector-it/build").toString(), what)
        .with("PATH", tools.toString())
        .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
        .run(MINUTE);
  }

  private void answer(String path, int status, String json) {
    answers.put(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("Api-Version", "1.41");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  private void hang(String path) {
    answers.put(path, exchange -> never.await());
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** Some clients put the API's version before the path. */
  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+/", "/");
    Handler other = Objects.requireNonNull(answers.get(ANYTHING));
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      answers.getOrDefault(path, other).handle(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
