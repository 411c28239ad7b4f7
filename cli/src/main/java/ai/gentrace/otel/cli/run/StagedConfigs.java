package ai.gentrace.otel.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A temporary folder with configs that a collector reads. */
final class StagedConfigs implements AutoCloseable {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private StagedConfigs(Path folder) {
    this.folder = folder;
  }

  /** Writes the texts; files stay where they are. */
  static StagedConfigs texts(List<ConfigSource> configs) throws IOException {
    StagedConfigs staged = new StagedConfigs(Files.createTempDirectory("gentrace-otel-"));
    for (ConfigSource config : configs) {
      if (config instanceof ConfigSource.File file) {
        staged.files.add(file.path().toAbsolutePath());
      } else if (config instanceof ConfigSource.Text text) {
        Path path = staged.nextPath();
        Files.writeString(path, text.yaml());
        staged.files.add(path);
      }
    }
    return staged;
  }

  /** Writes the texts and copies the files, readable for the user that an image runs as. */
  static StagedConfigs copies(List<ConfigSource> configs) throws IOException {
    StagedConfigs staged = new StagedConfigs(Files.createTempDirectory("gentrace-otel-"));
    setMode(staged.folder, "rwxr-xr-x");
    for (ConfigSource config : configs) {
      Path path = staged.nextPath();
      if (config instanceof ConfigSource.File file) {
        Files.copy(file.path(), path);
      } else if (config instanceof ConfigSource.Text text) {
        Files.writeString(path, text.yaml());
      }
      setMode(path, "rw-r--r--");
      staged.files.add(path);
    }
    return staged;
  }

  private Path nextPath() {
    return folder.resolve(CollectorSetup.configName(files.size() + 1));
  }

  private static void setMode(Path path, String mode) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  Path folder() {
    return folder;
  }

  /** Returns the configs' paths, in the order given. */
  List<Path> files() {
    return List.copyOf(files);
  }

  @Override
  public void close() {
    try {
      for (Path file : files) {
        if (file.startsWith(folder)) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Only a temporary folder: what still holds it open ends with this JVM.
      folder.toFile().deleteOnExit();
    }
  }
}
