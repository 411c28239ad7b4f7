package ai.gentrace.otel.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.app.BareService;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library as an extension of the Java agent. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class AgentIT {
  @Claim("A program under the Java agent is marked with flags only, and the collector sorts it")
  @Test
  void flagsAloneMarkAProgram(Scene scene) throws Exception {
    scene.config(Configs.resource("one-backend.yaml")).gentrace(Template.CURRENT).start();
    String collector = scene.tracesUrl().resolve("/").toString();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + System.getProperty("agent.jar"),
                "-Dotel.javaagent.extensions=" + System.getProperty("library.jar"),
                "-Dotel.exporter.otlp.endpoint=" + collector,
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-cp",
                classesOf(BareService.class).toString(),
                BareService.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      String url = "http://127.0.0.1:" + port(output) + "/";
      get(url, "gentrace.sample=true");
      get(url, "other=1");
      program.getOutputStream().close();
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      program.destroyForcibly();
    }
    scene.finish();

    assertThat(scene.atBackend().names()).hasSize(2);
    assertThat(scene.atGentrace().all()).hasSize(1);
    assertThat(
            scene
                .atGentrace()
                .all()
                .get(0)
                .attribute("gentrace.sample")
                .orElseThrow()
                .getStringValue())
        .isEqualTo("true");
  }

  private static Path classesOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static int port(BufferedReader output) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("port ")) {
        return Integer.parseInt(line.substring("port ".length()));
      }
      seen.append(line).append('\n');
    }
    throw new AssertionError("the program ended:\n" + seen);
  }

  private static void get(String url, String baggage) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("baggage", baggage).build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }
}
