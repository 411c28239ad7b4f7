package ai.gentrace.otel.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.ExitCode;
import ai.gentrace.otel.cli.Main;
import ai.gentrace.otel.it.oracle.Addition;
import ai.gentrace.otel.it.oracle.Verdict;
import ai.gentrace.otel.it.oracle.YamlOracle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of a folder of real ones, given with {@code -Dcorpus=DIR}, is merged; what the
 * collector's parser then sees must be what it saw before and what a merge of the config alone
 * adds.
 */
@Tag("corpus")
class RealFilesIT {
  @TempDir Path folder;

  private final Map<String, List<String>> verdicts = new TreeMap<>();

  @Test
  void theConfigInsideBecomesWhatItWouldBecomeAlone() throws Exception {
    Path corpus = Path.of(System.getProperty("corpus"));
    try (YamlOracle oracle = YamlOracle.start()) {
      for (String line : Files.readAllLines(corpus.resolve("manifest.jsonl"))) {
        JsonNode entry = new ObjectMapper().readTree(line);
        if (entry.path("parses_go_yaml_v3").asBoolean()) {
          judge(oracle, corpus, entry);
        }
      }
    }
    verdicts.forEach(
        (verdict, files) ->
            System.out.println(
                files.size() + " " + verdict + (verdict.equals("right") ? "" : " " + files)));
    assertThat(verdicts.keySet()).noneMatch(verdict -> verdict.startsWith("wrong"));
    assertThat(verdicts).containsKey("right");
  }

  private void judge(YamlOracle oracle, Path corpus, JsonNode entry) throws Exception {
    Path original = corpus.resolve(entry.path("file").asText());
    List<String> path = new ArrayList<>();
    entry.path("base_keys").forEach(key -> path.add(key.asText()));
    byte[] before = Files.readAllBytes(original);
    EmbeddedFile file =
        new EmbeddedFile(
            new String(before, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""),
            entry.path("doc").asInt(),
            path);
    Path copy = folder.resolve(original.getFileName());
    Files.write(copy, before);
    Path alone = Files.writeString(folder.resolve("alone.yaml"), file.config());
    Path overlay = folder.resolve("parts.yaml");
    Files.deleteIfExists(overlay);

    ExitCode merged = run(where(file, "init", "--merge", copy.toString()));
    if (merged != ExitCode.DONE) {
      add("refused", entry);
      return;
    }
    if (run(List.of("init", "--merge", alone.toString(), "--overlay", overlay.toString()))
        != ExitCode.DONE) {
      add("wrong: refused as a file of its own", entry);
      return;
    }
    String parts = Files.readString(overlay);
    if (!path.isEmpty()) {
      // The one thing that differs: in a pod, an added receiver does not listen on localhost.
      boolean knowsPod = file.text().contains("MY_POD_IP");
      parts = parts.replace("localhost:43", (knowsPod ? "${env:MY_POD_IP}" : "0.0.0.0") + ":43");
    }
    Verdict verdict =
        oracle.judge(
            before,
            Files.readAllBytes(copy),
            List.of(new Addition(file.document(), file.path(), parts)));
    add(
        verdict.kind() == Verdict.Kind.EQUAL
            ? "right"
            : "wrong: " + verdict.kind() + " " + verdict.detail(),
        entry);
  }

  private static List<String> where(EmbeddedFile file, String... args) {
    List<String> line = new ArrayList<>(List.of(args));
    if (!file.path().isEmpty()) {
      List<String> keys =
          file.path().stream().map(key -> key.contains(".") ? '"' + key + '"' : key).toList();
      line.addAll(
          List.of("--path", String.join(".", keys), "--document", "" + (file.document() + 1)));
    }
    return line;
  }

  private static ExitCode run(List<String> line) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return new Main(nowhere, nowhere, InputStream.nullInputStream())
        .run(line.toArray(String[]::new));
  }

  private void add(String verdict, JsonNode entry) {
    verdicts.computeIfAbsent(verdict, key -> new ArrayList<>()).add(entry.path("id").asText());
  }
}
