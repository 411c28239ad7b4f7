package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what its first command prints. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void theDiffIsThatOfTheExample() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(readme).contains("./gentrace-otel init --merge examples/collector.yaml --diff");
    List<String> shown =
        readme
            .substring(readme.indexOf("```diff"))
            .lines()
            .skip(1)
            .takeWhile(l -> !l.equals("```"))
            .filter(line -> line.startsWith("+") || line.startsWith("-"))
            .toList();

    RunResult result =
        RunResult.run(ROOT, "init", "--merge", "examples/collector.yaml", "--diff", "--no-config");

    assertThat(shown).hasSizeGreaterThan(10);
    assertThat(result.out().lines().toList()).containsAll(shown);
  }
}
