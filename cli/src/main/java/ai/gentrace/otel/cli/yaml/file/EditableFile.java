package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that this run alone may change, from reading to writing. Not thread-safe. Has to be
 * closed, which leaves nothing behind.
 */
public final class EditableFile implements OpenResult, AutoCloseable {
  /** More than any configuration; keeps a wrong name from filling the memory. */
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final Path path;
  private final Path target;
  private final Siblings siblings;
  private final @Nullable FileLockFile lock;

  /** Why the folder took no lock; reading works all the same. */
  private final @Nullable FileProblem lockProblem;

  private final Thread onShutdown = new Thread(this::clean);
  private byte[] bytes;

  private EditableFile(
      Path path,
      Path target,
      @Nullable FileLockFile lock,
      @Nullable FileProblem lockProblem,
      byte[] bytes) {
    this.path = path;
    this.target = target;
    this.siblings = Siblings.of(target);
    this.lock = lock;
    this.lockProblem = lockProblem;
    this.bytes = bytes;
  }

  /**
   * Reads a file and keeps other runs away from it. Follows symbolic links. Cleans up what a run
   * that crashed left behind.
   *
   * @param patience how long to wait for another run that holds the file
   */
  public static OpenResult open(Path path, Duration patience) {
    FileLockFile lock = null;
    try {
      FileProblem unsuitable = unsuitable(path);
      if (unsuitable != null) {
        return unsuitable;
      }
      Path target = path.toRealPath();
      Siblings siblings = Siblings.of(target);
      FileProblem lockProblem = null;
      try {
        lock = FileLockFile.take(siblings.lock(), patience);
        if (lock == null) {
          return new FileProblem(
              FileProblem.Kind.BUSY,
              path,
              "Another run is changing it.",
              "Wait for it to end and run again.");
        }
        Files.deleteIfExists(siblings.temporary());
      } catch (IOException e) {
        lockProblem = FileProblem.writing(path, e);
      }
      EditableFile file =
          new EditableFile(path, target, lock, lockProblem, Files.readAllBytes(target));
      Runtime.getRuntime().addShutdownHook(file.onShutdown);
      lock = null;
      return file;
    } catch (IOException e) {
      return FileProblem.reading(path, e);
    } finally {
      closeQuietly(lock);
    }
  }

  private static @Nullable FileProblem unsuitable(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return new FileProblem(
          FileProblem.Kind.NOT_A_FILE,
          path,
          Files.isDirectory(path) ? "It is a folder." : "It is no regular file.",
          "Name a file; - is standard input or output.");
    }
    if (Files.size(path) > MAX_BYTES) {
      return new FileProblem(
          FileProblem.Kind.TOO_LARGE,
          path,
          "It is larger than " + MAX_BYTES / 1024 / 1024 + " MiB.",
          "Name a configuration file.");
    }
    return null;
  }

  /** What the file holds: what was read, or what was written since. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Writes new content: at any instant the file has either the old bytes or the new ones. Mode,
   * owner and group stay.
   *
   * @return null if it was written, else why not; the file is then as it was
   */
  public @Nullable FileProblem replace(byte[] newBytes) {
    if (lockProblem != null) {
      return lockProblem;
    }
    FileProblem problem = new Replacement(path, target, siblings).write(bytes, newBytes);
    if (problem == null) {
      bytes = newBytes.clone();
    }
    return problem;
  }

  /**
   * Writes what was read beside the file, under its name with {@code .bak} behind it; replaces an
   * older such copy.
   *
   * @return null if it was written, else why not
   */
  public @Nullable FileProblem backUp() {
    return lockProblem != null
        ? lockProblem
        : NewFile.copy(target, Siblings.backup(path), bytes.clone());
  }

  /** Lets other runs change the file. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onShutdown);
    } catch (IllegalStateException e) {
      // The machine is going down, and the hook cleans up.
      return;
    }
    clean();
  }

  private void clean() {
    if (lock != null) {
      try {
        Files.deleteIfExists(siblings.temporary());
      } catch (IOException e) {
        // The next run deletes it.
      }
    }
    closeQuietly(lock);
  }

  private static void closeQuietly(@Nullable FileLockFile lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        // The system frees the lock with the process; the next run deletes the name.
      }
    }
  }

  @Override
  public String toString() {
    return path + " (" + bytes.length + " bytes)";
  }
}
