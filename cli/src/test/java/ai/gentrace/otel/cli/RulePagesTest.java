package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.rules.Rules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final Pattern FINDING =
      Pattern.compile("(?m)^[^ \n]*:(\\d+):\\d+: .*\\[(GT\\d+)]$");
  private static final Pattern COMMAND = Pattern.compile("\\A# gentrace-otel validate (.*)\n");
  private static final String OWN_COLLECTOR = "GT099";

  @TempDir Path folder;

  static List<String> ids() {
    return Rules.infos().stream().map(RuleInfo::id).toList();
  }

  /** All but the rule whose example needs a collector; CollectorRefusalTest has its messages. */
  static List<String> idsOfOwnRules() {
    return ids().stream().filter(id -> !id.equals(OWN_COLLECTOR)).toList();
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(ids());
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void explainPrintsThePage(String id) throws IOException {
    RuleInfo rule =
        Rules.infos().stream().filter(info -> info.id().equals(id)).findFirst().orElseThrow();

    RunResult result = RunResult.run(folder, "explain", id);

    assertThat(result.out())
        .isEqualTo(page(id))
        .startsWith("# " + id + " " + rule.name() + "\n\nLevel: " + rule.severity().key())
        .contains("\n## Why\n", "\nSource: ", "\n## Fix\n", "\n## Silence\n");
  }

  @ParameterizedTest
  @MethodSource("idsOfOwnRules")
  void theBadExampleBreaksThatRuleAlone(String id) throws IOException {
    String bad = example(id, "Bad");
    List<String> lines = bad.lines().toList();
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(id)) {
        marked.add(id + " at " + (i + 1));
      }
    }

    assertThat(marked).hasSize(1);
    assertThat(findings(id, bad)).isEqualTo(marked);
  }

  @ParameterizedTest
  @MethodSource("idsOfOwnRules")
  void theGoodExampleBreaksNone(String id) throws IOException {
    assertThat(findings(id, example(id, "Good"))).isEmpty();
  }

  /** What the tests here assert, for a reader: the table of all rules. */
  @Test
  void theTableOfRulesHasNoGap() throws IOException {
    List<String> rows = new ArrayList<>();
    for (RuleInfo rule : Rules.infos()) {
      String id = rule.id();
      boolean own = !id.equals(OWN_COLLECTOR);
      List<String> bad = own ? findings(id, example(id, "Bad")) : List.of(id + " by a collector");
      List<String> good = own ? findings(id, example(id, "Good")) : List.of();
      rows.add(
          "%s %-26s page %s, example %s, good %s"
              .formatted(
                  id,
                  rule.name(),
                  Files.exists(PAGES.resolve(id + ".md")) ? "exists" : "MISSING",
                  bad.size() == 1 && bad.get(0).startsWith(id) ? "found" : "MISSED",
                  good.isEmpty() ? "silent" : "NOT SILENT"));
    }

    System.out.println(String.join("\n", rows));
    assertThat(rows).hasSizeGreaterThan(40).noneMatch(row -> row.matches(".*[A-Z]{4,}.*"));
  }

  private List<String> findings(String id, String config) throws IOException {
    Charset charset =
        config.startsWith("# saved as Latin-1\n")
            ? StandardCharsets.ISO_8859_1
            : StandardCharsets.UTF_8;
    Files.writeString(folder.resolve("collector.yaml"), config, charset);
    if (page(id).contains("## The baseline")) {
      Files.writeString(folder.resolve("before.yaml"), example(id, "The baseline, before.yaml"));
    }
    List<String> arguments = new ArrayList<>(List.of("validate"));
    Matcher command = COMMAND.matcher(config);
    if (command.find()) {
      arguments.addAll(List.of(command.group(1).split(" ")));
    }
    arguments.add("collector.yaml");
    RunResult result = RunResult.run(folder, arguments.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return FINDING
        .matcher(result.out())
        .results()
        .map(found -> found.group(2) + " at " + found.group(1))
        .toList();
  }

  private static String example(String id, String title) throws IOException {
    Matcher block =
        Pattern.compile("\n## " + title + "\n\n```yaml\n(.*?)```\n", Pattern.DOTALL)
            .matcher(page(id));
    assertThat(block.find()).as("%s has the section %s", id, title).isTrue();
    return block.group(1);
  }

  private static String page(String id) throws IOException {
    return Files.readString(PAGES.resolve(id + ".md"));
  }
}
