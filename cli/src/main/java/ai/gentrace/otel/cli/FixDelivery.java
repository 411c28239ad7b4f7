package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.file.EditableFile;
import ai.gentrace.otel.cli.yaml.file.FileProblem;
import ai.gentrace.otel.cli.yaml.file.OpenResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Repairs checked files and writes them, or prints what would change.
 *
 * @param diff whether nothing is written
 */
record FixDelivery(Console console, FixRun fixes, boolean diff) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What is still found afterwards; with {@code diff} what is found in the files as they are. */
  List<CheckOutcome> deliver(List<CheckOutcome> outcomes) {
    List<CheckOutcome> delivered = new ArrayList<>();
    for (CheckOutcome outcome : outcomes) {
      delivered.add(outcome instanceof CheckOutcome.Checked checked ? deliver(checked) : outcome);
    }
    return delivered;
  }

  private CheckOutcome deliver(CheckOutcome.Checked checked) {
    FixRun.Fixed fixed = fixes.fix(checked.input(), checked.result());
    for (int i = 0; i < checked.input().files().size(); i++) {
      YamlStream before = checked.input().files().get(i);
      YamlStream after = fixed.input().files().get(i);
      if (before.source().text().equals(after.source().text())) {
        continue;
      }
      if (diff) {
        DiffPrinter.print(
            console, before.source().name(), before.source().text(), after.source().text());
        continue;
      }
      String problem = write(before, after);
      if (problem != null) {
        return new CheckOutcome.Unusable(problem, Optional.empty());
      }
    }
    if (diff) {
      return checked;
    }
    fixed.applied().forEach(line -> console.note("fixed " + line));
    return new CheckOutcome.Checked(fixed.input(), fixed.result(), checked.notes());
  }

  private @Nullable String write(YamlStream before, YamlStream after) {
    String name = before.source().name();
    OpenResult result = EditableFile.open(console.resolve(name), PATIENCE);
    if (result instanceof FileProblem problem) {
      return name + ": " + problem.reason() + " " + problem.wayOut();
    }
    try (EditableFile file = (EditableFile) result) {
      if (!Arrays.equals(file.bytes(), bytes(before))) {
        return name + ": it has changed in the meantime; nothing was written.";
      }
      FileProblem problem = file.replace(bytes(after));
      return problem == null ? null : name + ": " + problem.reason() + " " + problem.wayOut();
    }
  }

  private static byte[] bytes(YamlStream file) {
    String text = file.source().text();
    String whole = file.source().byteOrderMark() ? "\uFEFF" + text : text;
    return whole.getBytes(
        file.source().charset() == null ? StandardCharsets.UTF_8 : file.source().charset());
  }
}
