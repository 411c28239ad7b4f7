package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes files that are the result and not the input. */
public final class NewFile {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private NewFile() {}

  /**
   * Writes a file as a whole or not at all. An existing one keeps mode, owner and group; a device
   * or pipe is written as it is.
   *
   * @param overwrite whether an existing file may be overwritten
   * @return null if it was written, else why not
   */
  public static @Nullable FileProblem write(Path path, byte[] content, boolean overwrite) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path) && !Files.isRegularFile(path)) {
        Files.write(path, content);
        return null;
      }
      if (!Files.exists(path)) {
        return create(path, content);
      }
    } catch (IOException e) {
      return FileProblem.writing(path, e);
    }
    if (!overwrite) {
      return exists(path);
    }
    OpenResult result = EditableFile.open(path, PATIENCE);
    if (result instanceof FileProblem problem) {
      return problem;
    }
    try (EditableFile file = (EditableFile) result) {
      return file.replace(content);
    }
  }

  private static @Nullable FileProblem create(Path path, byte[] content) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return new FileProblem(
          FileProblem.Kind.MISSING, path, "Its folder does not exist.", "Make the folder first.");
    }
    Path temporary = Siblings.of(path).temporary();
    try {
      Files.deleteIfExists(temporary);
      Replacement.writeThrough(temporary, content, StandardOpenOption.CREATE_NEW);
      Files.move(temporary, path);
      Replacement.writeThrough(folder);
      return null;
    } catch (FileAlreadyExistsException e) {
      return exists(path);
    } finally {
      Replacement.deleteQuietly(temporary);
    }
  }

  private static FileProblem exists(Path path) {
    return new FileProblem(
        FileProblem.Kind.EXISTS, path, "It exists already.", "Name another file, or use --force.");
  }

  /** Copies a file's bytes under another name, with mode and owner; replaces what is there. */
  static @Nullable FileProblem copy(Path like, Path path, byte[] content) {
    Path temporary = Siblings.of(path).temporary();
    try {
      Files.deleteIfExists(temporary);
      Replacement.writeLike(like, temporary, content);
      FileProblem lost = KeptAttributes.of(like).applyTo(temporary, path);
      if (lost == null) {
        Replacement.moveOver(temporary, path);
      }
      return lost;
    } catch (IOException e) {
      return FileProblem.writing(path, e);
    } finally {
      Replacement.deleteQuietly(temporary);
    }
  }
}
