package ai.gentrace.otel.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.it.kubernetes.EmbeddedFile;
import ai.gentrace.otel.it.scene.Configs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules refuse what the collector refuses, and accept what it accepts. */
class ValidateTruthIT {
  private static final Pattern EXAMPLE =
      Pattern.compile("\n## (Bad|Good)\n\n```yaml\n(.*?)```\n", Pattern.DOTALL);

  @TempDir static Path folder;

  private static Judge judge;

  @BeforeAll
  static void build() throws Exception {
    judge = new Judge(folder);
  }

  @Test
  void examplesOfTheRules() throws Exception {
    List<Sample> samples = new ArrayList<>();
    Path pages = Path.of(System.getProperty("project.root", ".."), "docs/rules");
    try (Stream<Path> files = Files.list(pages)) {
      for (Path page : files.sorted().toList()) {
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        while (example.find()) {
          String text = example.group(2);
          Charset charset =
              text.startsWith("# saved as Latin-1\n")
                  ? StandardCharsets.ISO_8859_1
                  : StandardCharsets.UTF_8;
          String name = page.getFileName().toString().replace(".md", " ") + example.group(1);
          samples.add(new Sample(name, text, charset));
        }
      }
    }
    check("examples", samples);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "connectors"})
  void mutations(String base) throws Exception {
    check(base, Mutations.of(base, resource(base + ".yaml")));
  }

  @Test
  void conditions() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (Filter filter : Filter.all()) {
      samples.add(Sample.of(filter.body(), filter.config()));
    }
    check("conditions", samples);
  }

  @Test
  void configsOfOtherTests() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (String shape :
        List.of(
            "agent",
            "filter",
            "forward-connector",
            "hands-on-too",
            "memory-limiter",
            "no-queue",
            "probabilistic-sampler",
            "redaction",
            "several-backends",
            "several-receivers",
            "span-metrics",
            "tail-sampling")) {
      samples.add(Sample.of(shape, Configs.text("shapes/" + shape + ".yaml")));
    }
    check("shapes", samples);
  }

  @Tag("corpus")
  @Test
  void realFiles() throws Exception {
    Path corpus = Path.of(System.getProperty("corpus"));
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.resolve("manifest.jsonl"))) {
      JsonNode entry = new ObjectMapper().readTree(line);
      byte[] bytes = Files.readAllBytes(corpus.resolve(entry.path("file").asText()));
      List<String> path = new ArrayList<>();
      entry.path("base_keys").forEach(key -> path.add(key.asText()));
      if (!path.isEmpty()) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        bytes =
            new EmbeddedFile(text, entry.path("doc").asInt(), path)
                .config()
                .getBytes(StandardCharsets.UTF_8);
      }
      samples.add(Sample.of(entry.path("id").asText(), bytes));
    }
    check("corpus", samples);
  }

  private static void check(String group, List<Sample> samples) throws IOException {
    Disagreements.read().check(group, judge.judge(samples));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ValidateTruthIT.class.getResourceAsStream("/truth/" + name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
