package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Edits files one after the other and delivers each result; one bad file does not stop the rest.
 */
final class FileEdits {
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
  ExitCode run(List<String> files, Edit edit) {
    delivery.check(files);
    ExitCode worst = ExitCode.DONE;
    for (String file : files) {
      ExitCode code;
      try {
        code = one(file, edit);
      } catch (IOException e) {
        code = Failures.report(e, console);
      }
      worst = code.number() > worst.number() ? code : worst;
    }
    return worst;
  }

  private ExitCode one(String file, Edit edit) throws IOException {
    boolean stdin = file.equals(Delivery.STREAM);
    Optional<Path> path = stdin ? Optional.empty() : Optional.of(console.resolve(file));
    if (path.isPresent() && Files.isDirectory(path.get())) {
      console.error(file + ": is a directory");
      console.hint("name the file in it");
      return ExitCode.UNUSABLE;
    }
    byte[] before = path.isPresent() ? Files.readAllBytes(path.get()) : console.in().readAllBytes();
    String name = stdin ? "<stdin>" : file;
    EditOutcome outcome = edit.apply(YamlStream.parse(YamlSource.decode(name, before)), path);
    if (outcome instanceof EditOutcome.Refused refused) {
      console.error(
          name + refused.place().map(at -> ":" + at).orElse("") + ": " + refused.reason());
      if (!refused.wayOut().isEmpty()) {
        console.hint(refused.wayOut());
      }
      return ExitCode.UNUSABLE;
    }
    if (outcome instanceof EditOutcome.Changed changed) {
      byte[] after = changed.edited().bytes();
      deliver(file, before, after, true);
      changed.notes().forEach(console::note);
      changed.warnings().forEach(console::warning);
      return delivery.check() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
    deliver(file, before, before, false);
    ((EditOutcome.Unchanged) outcome).notes().forEach(console::note);
    return ExitCode.DONE;
  }

  private void deliver(String file, byte[] before, byte[] after, boolean changed)
      throws IOException {
    if (delivery.diff()) {
      DiffPrinter.print(
          console,
          file,
          new String(before, StandardCharsets.UTF_8),
          new String(after, StandardCharsets.UTF_8));
    }
    if (delivery.writesNothing()) {
      return;
    }
    if (delivery.prints(file)) {
      console.out().writeBytes(after);
    } else if (delivery.output().isPresent()) {
      OutputFile.write(console, delivery.output().get(), after, delivery.force());
    } else if (changed) {
      Path path = console.resolve(file);
      if (delivery.backup()) {
        Files.write(path.resolveSibling(path.getFileName() + ".bak"), before);
      }
      Files.write(path, after);
    }
  }
}
