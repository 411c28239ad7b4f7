package ai.gentrace.otel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program in a folder of the test's own, and looks at the files there. */
abstract class CommandTest {
  @TempDir Path folder;

  RunResult run(String... arguments) {
    return RunResult.run(folder, arguments);
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
