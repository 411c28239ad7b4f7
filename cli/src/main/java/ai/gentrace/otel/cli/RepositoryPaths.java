package ai.gentrace.otel.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as code hosts know them: relative to the root of the repository. */
final class RepositoryPaths {
  private final Path workingDirectory;
  private final Path root;

  private RepositoryPaths(Path workingDirectory, Path root) {
    this.workingDirectory = workingDirectory;
    this.root = root;
  }

  /** Finds the repository around a folder; without one the folder itself is the root. */
  static RepositoryPaths around(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path candidate = absolute; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve(".git"))) {
        return new RepositoryPaths(absolute, candidate);
      }
    }
    return new RepositoryPaths(absolute, absolute);
  }

  /** The file's path below the root, with slashes; as given where it is not below it. */
  String relative(String file) {
    try {
      Path path = workingDirectory.resolve(file).normalize();
      if (path.startsWith(root)) {
        String below = root.relativize(path).toString();
        return below.replace(root.getFileSystem().getSeparator(), "/");
      }
    } catch (InvalidPathException e) {
      // The name of standard input need be no file's.
    }
    return file;
  }

  /** The same as a URI: relative below the root, absolute elsewhere. */
  String uri(String file) {
    String relative = relative(file);
    try {
      Path path = workingDirectory.resolve(file).normalize();
      if (!path.startsWith(root)) {
        return path.toUri().toString();
      }
      return new URI(null, null, relative, null).toASCIIString();
    } catch (InvalidPathException | URISyntaxException e) {
      return relative.replaceAll("[^A-Za-z0-9._/-]", "_");
    }
  }
}
