package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file whose lock only one run can hold. The operating system frees the lock of a run that dies,
 * so what a crash leaves behind is only a name, which the next run takes over and deletes.
 */
final class FileLockFile implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;
  private static final int MAX_LENGTH = 4096;
  private static final int ROUNDS = 3;

  /** Far behind the content: Windows keeps everybody from reading a locked range. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel channel;

  private FileLockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param patience how long to wait for another run
   * @return the lock, or null if another run still holds it
   * @throws IOException if the folder does not take such a file
   */
  static @Nullable FileLockFile take(Path path, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      FileLockFile lock = tryTake(path);
      if (lock != null || System.nanoTime() - end > 0) {
        return lock;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }

  private static @Nullable FileLockFile tryTake(Path path) throws IOException {
    refuseForeign(path);
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            // The lock's content is overwritten, and that of a link's target must not be.
            LinkOption.NOFOLLOW_LINKS);
    FileLock lock = null;
    boolean taken = false;
    try {
      lock = channel.tryLock(LOCKED_BYTE, 1, false);
      taken = lock != null && isAt(path, channel);
      return taken ? new FileLockFile(path, channel) : null;
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      if (lock != null) {
        // On a full disk there is room for a name, and for nothing behind it.
        Files.deleteIfExists(path);
      }
      throw e;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /** Opening a pipe would wait for ever, and a second name would lend us somebody's file. */
  private static void refuseForeign(Path path) throws IOException {
    try {
      BasicFileAttributes there =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!there.isRegularFile() || KeptAttributes.of(path).names() > 1) {
        throw new FileSystemException(path.toString(), null, "no lock file of this program");
      }
    } catch (NoSuchFileException e) {
      // Nobody holds it, or who did has just deleted it.
      return;
    }
  }

  /**
   * Whether others find the locked file under its name: the run that held it may have deleted it
   * just before, and a third may have made a new one. A random length, written through the channel,
   * has to be seen under the name. (Opening the name to read it would free the lock on Linux.)
   */
  private static boolean isAt(Path path, FileChannel channel) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      int length = 1 + ThreadLocalRandom.current().nextInt(MAX_LENGTH);
      channel.truncate(0);
      channel.write(ByteBuffer.allocate(length), 0);
      try {
        if (Files.size(path) != length) {
          return false;
        }
      } catch (NoSuchFileException e) {
        return false;
      }
    }
    return true;
  }

  /** Deletes the file and gives the lock back, in this order. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
    }
  }
}
