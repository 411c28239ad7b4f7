package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why a file could not be read or written. The file is as it was.
 *
 * @param path as the user gave it
 * @param reason one sentence that does not name the path
 * @param wayOut one sentence: what the user can do
 */
public record FileProblem(Kind kind, Path path, String reason, String wayOut)
    implements OpenResult {
  /** What stands in the way. */
  public enum Kind {
    MISSING,
    /** A folder, a pipe, a device. */
    NOT_A_FILE,
    TOO_LARGE,
    /** Something is there already that must not be overwritten. */
    EXISTS,
    NOT_READABLE,
    /** The file or its folder does not let this user write. */
    NOT_WRITABLE,
    /** Another run holds the file. */
    BUSY,
    /** Somebody wrote the file between reading and writing. */
    CHANGED,
    /** Owner, group or further names of the file would be lost. */
    NOT_KEPT,
    DISK_FULL,
    /** Anything else that the system reports. */
    SYSTEM
  }

  static FileProblem reading(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new FileProblem(
          Kind.MISSING, path, "There is no such file.", "Check the name and the folder.");
    }
    if (e instanceof FileSystemLoopException || text(e).contains("symbolic links")) {
      return new FileProblem(
          Kind.MISSING, path, "The symbolic link leads in a circle.", "Repair the link.");
    }
    if (e instanceof AccessDeniedException) {
      return new FileProblem(
          Kind.NOT_READABLE, path, "You may not read it.", "Run as a user who may.");
    }
    return new FileProblem(
        Kind.SYSTEM, path, "It cannot be read: " + message(e) + ".", "Try again.");
  }

  static FileProblem writing(Path path, IOException e) {
    String text = text(e);
    if (text.contains("no space")
        || text.contains("quota")
        || text.contains("not enough space")
        || text.contains("out of disk space")) {
      return new FileProblem(
          Kind.DISK_FULL,
          path,
          "There is no space left on its disk: " + message(e) + ".",
          "Make room and run again; nothing was written.");
    }
    if (e instanceof AccessDeniedException
        || text.contains("read-only")
        || text.contains("permission denied")
        || text.contains("not permitted")) {
      return new FileProblem(
          Kind.NOT_WRITABLE,
          path,
          "Its folder does not let you write: " + message(e) + ".",
          "Run as a user who may, or write the result elsewhere.");
    }
    return new FileProblem(
        Kind.SYSTEM,
        path,
        "It cannot be written: " + message(e) + ".",
        "Nothing was written; the result can be written elsewhere.");
  }

  private static String text(IOException e) {
    return message(e).toLowerCase(Locale.ROOT);
  }

  /** What the system says, and about which file if that is another one. */
  private static String message(IOException e) {
    if (!(e instanceof FileSystemException system)) {
      return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
    String reason = system.getReason() == null ? "permission denied" : system.getReason();
    if (system.getReason() == null && !(e instanceof AccessDeniedException)) {
      reason = e.getClass().getSimpleName();
    }
    return system.getFile() == null ? reason : reason + " (" + system.getFile() + ")";
  }
}
