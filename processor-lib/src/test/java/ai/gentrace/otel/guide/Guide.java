package ai.gentrace.otel.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that users read, and the sources whose code it shows. */
final class Guide {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private Guide() {}

  static String page() {
    return read(ROOT.resolve("docs/java.md"));
  }

  /** Returns the code blocks in a language, in their order. */
  static List<String> blocks(String language) {
    Matcher blocks = BLOCK.matcher(page());
    return blocks.results().filter(b -> b.group(1).equals(language)).map(b -> b.group(2)).toList();
  }

  /** Returns all sources that are tests or examples, each as the lines of its text. */
  static List<String> testedSources() {
    return Stream.of(
            "processor-lib/src/test/java/ai/gentrace/otel/guide",
            "examples/spring-ai/src/main/java",
            "compatibility/spring-boot/src/test/java")
        .flatMap(folder -> sources(ROOT.resolve(folder)))
        .toList();
  }

  private static Stream<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).map(Guide::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
