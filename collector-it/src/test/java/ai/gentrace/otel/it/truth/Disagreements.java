package ai.gentrace.otel.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the rules and the collector may differ, and why: the resource {@code disagreements.tsv}.
 */
record Disagreements(List<Row> rows) {
  /**
   * A line of the table.
   *
   * @param group of samples
   * @param name of samples
   */
  record Row(String group, Pattern name, String reason) {
    private boolean matches(Judgement judgement) {
      return name.matcher(judgement.sample().name()).matches();
    }
  }

  static Disagreements read() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Disagreements.class.getResourceAsStream("/truth/disagreements.tsv")) {
      assertThat(in).isNotNull();
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        assertThat(cells).as(line).hasSize(3);
        rows.add(new Row(cells[0], Pattern.compile(cells[1]), cells[2]));
      }
    }
    return new Disagreements(List.copyOf(rows));
  }

  /** Compares, and prints the counts. */
  void check(String group, List<Judgement> judgements) {
    List<Row> known = rows.stream().filter(row -> row.group().equals(group)).toList();
    List<Judgement> differing = judgements.stream().filter(Judgement::isDisagreement).toList();
    List<Judgement> surprises =
        differing.stream()
            .filter(each -> known.stream().noneMatch(row -> row.matches(each)))
            .toList();
    System.out.printf(
        "%s: %d configs, the collector accepts %d; %d disagreements, %d of them on purpose%n",
        group,
        judgements.size(),
        judgements.stream().filter(Judgement::isAccepted).count(),
        differing.size(),
        differing.size() - surprises.size());
    assertThat(surprises).isEmpty();
    assertThat(known)
        .allSatisfy(row -> assertThat(differing).as(row.toString()).anyMatch(row::matches));
  }
}
