package ai.gentrace.otel.benchmarks.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One edit of a file in a JVM that does nothing else: {@code PEER IN OUT}. */
public final class OneEdit {
  private OneEdit() {}

  /** Edits. */
  public static void main(String[] args) throws IOException {
    byte[] edited = JvmPeer.valueOf(args[0]).edit(Files.readAllBytes(Path.of(args[1])));
    Files.write(Path.of(args[2]), edited);
  }
}
