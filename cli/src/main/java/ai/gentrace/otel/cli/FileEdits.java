package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.file.EditableFile;
import ai.gentrace.otel.cli.yaml.file.FileProblem;
import ai.gentrace.otel.cli.yaml.file.OpenResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Edits files one after the other and delivers each result; one bad file does not stop the rest.
 */
final class FileEdits {
  /** How long another run may hold a file before this one gives up on it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String STDIN_NAME = "<stdin>";

  private final Console console;
  private final Delivery delivery;

  FileEdits(Console console, Delivery delivery) {
    this.console = console;
    this.delivery = delivery;
  }

  /** What a command does to one file. */
  interface Edit {
    /**
     * Edits.
     *
     * @param path the file; empty for standard input
     */
    EditOutcome apply(YamlStream file, Optional<Path> path);
  }

  /** Edits all and returns the worst exit code. */
  ExitCode run(List<String> files, Edit edit) throws IOException {
    delivery.check(files);
    Stream.concat(delivery.output().stream(), delivery.overlay().stream())
        .filter(other -> isSame(files.get(0), other))
        .findFirst()
        .ifPresent(
            other -> {
              throw new UsageException(
                  "'" + other + "' is FILE itself", "without that option it is edited in place");
            });
    ExitCode worst = ExitCode.DONE;
    for (String file : new LinkedHashSet<>(files)) {
      ExitCode code = file.equals(Delivery.STREAM) ? stdin(edit) : file(file, edit);
      worst = code.number() > worst.number() ? code : worst;
    }
    return worst;
  }

  private boolean isSame(String file, String other) {
    try {
      return Stream.of(file, other).noneMatch(Delivery.STREAM::equals)
          && Files.isSameFile(console.resolve(file), console.resolve(other));
    } catch (IOException e) {
      return false;
    }
  }

  private ExitCode stdin(Edit edit) throws IOException {
    return one(STDIN_NAME, console.in().readAllBytes(), Optional.empty(), null, edit);
  }

  private ExitCode file(String file, Edit edit) {
    Path path = console.resolve(file);
    OpenResult opened = EditableFile.open(path, PATIENCE);
    if (opened instanceof FileProblem problem) {
      return unusable(file, problem);
    }
    try (EditableFile editable = (EditableFile) opened) {
      return one(file, editable.bytes(), Optional.of(path), editable, edit);
    }
  }

  private ExitCode one(
      String name, byte[] before, Optional<Path> path, @Nullable EditableFile file, Edit edit) {
    EditOutcome outcome = edit.apply(YamlStream.parse(YamlSource.decode(name, before)), path);
    if (outcome instanceof EditOutcome.Refused refused) {
      String place = refused.place().map(at -> ":" + at).orElse("");
      return unusable(name + place, refused.reason(), refused.wayOut());
    }
    if (outcome instanceof EditOutcome.Changed changed) {
      ExitCode delivered = deliver(name, before, changed.edited().bytes(), file);
      if (delivered == ExitCode.DONE) {
        changed.notes().forEach(console::note);
        changed.warnings().forEach(console::warning);
      }
      return delivered == ExitCode.DONE && delivery.check() ? ExitCode.FINDINGS : delivered;
    }
    if (outcome instanceof EditOutcome.Beside beside) {
      return beside(beside);
    }
    ExitCode delivered =
        delivery.overlay().isPresent() ? ExitCode.DONE : deliver(name, before, before, file);
    EditOutcome.Unchanged unchanged = (EditOutcome.Unchanged) outcome;
    unchanged.notes().forEach(console::note);
    unchanged.warnings().forEach(console::warning);
    return delivered;
  }

  private ExitCode deliver(String name, byte[] before, byte[] after, @Nullable EditableFile file) {
    if (delivery.diff()) {
      DiffPrinter.print(
          console,
          name,
          new String(before, StandardCharsets.UTF_8),
          new String(after, StandardCharsets.UTF_8));
    }
    if (delivery.writesNothing()) {
      return ExitCode.DONE;
    }
    if (delivery.output().isPresent()) {
      return OutputFile.write(console, delivery.output().get(), after, delivery.force());
    }
    if (file == null) {
      console.out().writeBytes(after);
      return ExitCode.DONE;
    }
    if (Arrays.equals(before, after)) {
      return ExitCode.DONE;
    }
    FileProblem problem = delivery.backup() ? file.backUp() : null;
    if (problem == null) {
      problem = file.replace(after);
    }
    return problem == null ? ExitCode.DONE : unusable(name, problem);
  }

  private ExitCode beside(EditOutcome.Beside beside) {
    String name = delivery.overlay().orElseThrow();
    Optional<String> before = OutputFile.read(console, name);
    if (before.filter(beside.text()::equals).isPresent()) {
      console.note(name + ": nothing to do, it holds the Gentrace parts already");
      return ExitCode.DONE;
    }
    if (delivery.diff()) {
      DiffPrinter.print(console, name, before.orElse(null), beside.text());
    }
    ExitCode code =
        delivery.writesNothing()
            ? ExitCode.DONE
            : OutputFile.write(
                console, name, beside.text().getBytes(StandardCharsets.UTF_8), delivery.force());
    if (code == ExitCode.DONE) {
      beside.notes().forEach(console::note);
      beside.warnings().forEach(console::warning);
    }
    return code == ExitCode.DONE && delivery.check() ? ExitCode.FINDINGS : code;
  }

  private ExitCode unusable(String file, FileProblem problem) {
    return unusable(file, problem.reason(), problem.wayOut());
  }

  private ExitCode unusable(String where, String reason, String wayOut) {
    console.error(where + ": " + reason);
    if (!wayOut.isEmpty()) {
      console.hint(wayOut);
    }
    return ExitCode.UNUSABLE;
  }
}
