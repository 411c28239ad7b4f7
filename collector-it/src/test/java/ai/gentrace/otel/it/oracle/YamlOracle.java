package ai.gentrace.otel.it.oracle;

import ai.gentrace.otel.cli.run.Command;
import ai.gentrace.otel.cli.run.CommandOutput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * Asks the parser that the collector itself uses whether an edit added what it was meant to, and
 * nothing else. It answers thousands of questions a second. Thread-safe.
 *
 * <p>The protocol stands in {@code collector-it/oracle/main.go}. Needs Go the first time.
 */
public final class YamlOracle implements AutoCloseable {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private YamlOracle(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Builds the program if need be, and starts it. */
  public static YamlOracle start() throws IOException, InterruptedException, TimeoutException {
    Path script = Path.of(System.getProperty("project.root", "..")).resolve("collector-it/build");
    CommandOutput build = Command.of(script.toString(), "oracle").run(BUILD_LIMIT);
    if (!build.succeeded()) {
      throw new IOException(build.output());
    }
    List<String> lines = build.output().lines().toList();
    return new YamlOracle(
        new ProcessBuilder(lines.get(lines.size() - 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * Compares an edit with what it was meant to add.
   *
   * @param before the file before the edit
   * @param after the file after the edit
   */
  public synchronized Verdict judge(byte[] before, byte[] after, List<Addition> additions)
      throws IOException {
    ObjectNode question = JSON.createObjectNode().put("before", before).put("after", after);
    ArrayNode list = question.putArray("additions");
    for (Addition addition : additions) {
      ObjectNode item =
          list.addObject()
              .put("document", addition.document())
              .put("yaml", addition.yaml().getBytes(StandardCharsets.UTF_8));
      addition.path().forEach(item.withArray("path")::add);
    }
    questions.write(JSON.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new EOFException("the oracle has ended");
    }
    JsonNode answer = JSON.readTree(line);
    String kind = answer.path("verdict").asText().replace('-', '_').toUpperCase(Locale.ROOT);
    return new Verdict(Verdict.Kind.valueOf(kind), answer.path("detail").asText());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
