package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a new file in the place of one, in a single step. */
final class Replacement {
  private final Path path;
  private final Path target;
  private final Siblings siblings;

  /**
   * @param path as the user gave it
   * @param target without symbolic links
   */
  Replacement(Path path, Path target, Siblings siblings) {
    this.path = path;
    this.target = target;
    this.siblings = siblings;
  }

  /** Writes; returns null, or why the file is as it was. */
  @Nullable FileProblem write(byte[] expected, byte[] content) {
    if (Files.exists(target) && !Files.isWritable(target)) {
      return new FileProblem(
          FileProblem.Kind.NOT_WRITABLE,
          path,
          "You may not write it.",
          "Run as a user who may, or write the result elsewhere.");
    }
    Path temporary = siblings.temporary();
    try {
      FileProblem lost = changed(expected);
      if (lost != null) {
        return lost;
      }
      KeptAttributes attributes = KeptAttributes.of(target);
      lost = attributes.cannotBeKept(path);
      if (lost != null) {
        return lost;
      }
      writeLike(target, temporary, content);
      lost = attributes.applyTo(temporary, path);
      if (lost == null) {
        lost = changed(expected);
      }
      if (lost == null) {
        moveOver(temporary, target);
        writeThrough(temporary.getParent());
      }
      return lost;
    } catch (IOException e) {
      return FileProblem.writing(path, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** Whether somebody else wrote the file in the meantime, or led the link elsewhere. */
  private @Nullable FileProblem changed(byte[] expected) throws IOException {
    boolean same;
    try {
      same =
          path.toRealPath().equals(target) && Arrays.equals(Files.readAllBytes(target), expected);
    } catch (NoSuchFileException e) {
      same = false;
    }
    return same
        ? null
        : new FileProblem(
            FileProblem.Kind.CHANGED,
            path,
            "It was changed by something else in the meantime.",
            "Nothing was written; run again.");
  }

  /**
   * Writes a new file beside another, and through to the disk, with all that is attached to that
   * one: of access lists and labels only a copy knows.
   */
  static void writeLike(Path like, Path file, byte[] content) throws IOException {
    Files.copy(like, file, StandardCopyOption.COPY_ATTRIBUTES);
    writeThrough(file, content, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Writes a file, and through to the disk. */
  static void writeThrough(Path file, byte[] content, StandardOpenOption how) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, how, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** In one step, whatever stands there. */
  static void moveOver(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a folder's names through to the disk, where the system can do that. */
  static void writeThrough(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; the names reach the disk by themselves.
    }
  }

  static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next run deletes it.
    }
  }
}
