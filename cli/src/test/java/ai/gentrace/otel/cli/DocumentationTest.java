package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of the documentation are ones that the program takes, and its links lead somewhere. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A command in a block or between backticks, up to what belongs to the shell. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w/.-])(?:\\./)?gentrace-otel ((?:[a-z]+|-)[^|#>)`&;\\n]*)");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\\n(.*?)```");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandIsUnderstood(Path page) throws IOException {
    Set<String> names = Commands.ALL.stream().map(Commands.Entry::name).collect(Collectors.toSet());
    for (MatchResult command : COMMAND.matcher(code(page)).results().toList()) {
      List<String> words = words(command.group(1));
      assertThat(words.get(0))
          .as(command.group())
          .satisfiesAnyOf(
              word -> assertThat(names).contains(word),
              word -> assertThat(word).isIn("--version", "--help", "COMMAND"));
      if (names.contains(words.get(0))) {
        words.add("--help");
        RunResult result = RunResult.run(folder, words.toArray(String[]::new));
        assertThat(result.exit())
            .as(command.group() + "\n" + result.err())
            .isEqualTo(ExitCode.DONE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
      String target = link.group(1);
      if (target.contains("://")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(file).as(target).exists();
      if (parts.length == 2) {
        assertThat(anchors(file)).as(target).contains(parts[1]);
      }
    }
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .allMatch(name -> index.contains("(" + name + ")"));
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /** What stands in blocks and between backticks; output that a block shows is left out. */
  private static String code(Path page) throws IOException {
    String text = Files.readString(page);
    Stream<String> blocks =
        BLOCK
            .matcher(text)
            .results()
            .filter(block -> Set.of("sh", "yaml").contains(block.group(1)))
            .map(block -> block.group(2));
    Stream<String> spans =
        Pattern.compile("`[^`\\n]+`")
            .matcher(BLOCK.matcher(text).replaceAll(""))
            .results()
            .map(MatchResult::group);
    return Stream.concat(blocks, spans).collect(Collectors.joining("\n"));
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(
            word ->
                Stream.of(1, 2, 3)
                    .map(word::group)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElseThrow())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(BLOCK.matcher(Files.readString(page)).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
