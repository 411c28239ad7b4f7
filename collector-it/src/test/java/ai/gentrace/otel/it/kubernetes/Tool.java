package ai.gentrace.otel.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A published program of the Kubernetes world, built here the first time. */
enum Tool {
  HELM("helm"),
  KUSTOMIZE("kustomize"),
  /** Fills in variables as Flux's {@code postBuild} does. */
  ENVSUBST("envsubst");

  private static final long BUILD_MINUTES = 15;
  private static final long RUN_MINUTES = 1;

  private final String name;

  Tool(String name) {
    this.name = name;
  }

  /**
   * Returns what it prints on standard output.
   *
   * @param input for its standard input
   */
  String run(String input, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(path()));
    line.addAll(List.of(arguments));
    return run(input, line, RUN_MINUTES);
  }

  private String path() throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("project.root", "..")).resolve("collector-it/build");
    return run("", List.of(script.toString(), name), BUILD_MINUTES).strip();
  }

  private static String run(String input, List<String> line, long minutes)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("REGION", "eu-1"));
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(minutes, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("%s: %s", line, output).isZero();
    return output;
  }
}
