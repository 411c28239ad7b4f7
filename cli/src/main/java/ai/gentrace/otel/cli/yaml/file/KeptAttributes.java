package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file has beside its content and what has to outlive its replacement: mode, owner and group
 * where the file system has them, an access list where it has that.
 *
 * @param names how many names (hard links) the file has
 */
record KeptAttributes(
    @Nullable PosixFileAttributes posix, @Nullable List<AclEntry> acl, int names) {

  static KeptAttributes of(Path file) throws IOException {
    var views = file.getFileSystem().supportedFileAttributeViews();
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    int names = views.contains("unix") ? (Integer) Files.getAttribute(file, "unix:nlink") : 1;
    return new KeptAttributes(
        posix == null ? null : posix.readAttributes(), acl == null ? null : acl.getAcl(), names);
  }

  /** What would be lost whatever is done, or null. */
  @Nullable FileProblem cannotBeKept(Path path) {
    return names > 1
        ? new FileProblem(
            FileProblem.Kind.NOT_KEPT,
            path,
            "It has " + names + " names (hard links); replacing it would change only this one.",
            "Write the result elsewhere and copy it over the file.")
        : null;
  }

  /**
   * Gives a new file the same.
   *
   * @param path how messages call the file
   * @return null, or what this user cannot keep
   */
  @Nullable FileProblem applyTo(Path file, Path path) throws IOException {
    if (posix != null) {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      PosixFileAttributes own = view.readAttributes();
      try {
        if (!own.owner().equals(posix.owner())) {
          view.setOwner(posix.owner());
        }
        if (!own.group().equals(posix.group())) {
          view.setGroup(posix.group());
        }
      } catch (IOException e) {
        return new FileProblem(
            FileProblem.Kind.NOT_KEPT,
            path,
            "It belongs to "
                + posix.owner().getName()
                + ":"
                + posix.group().getName()
                + "; a new file in its place would belong to you.",
            "Run as its owner, or write the result elsewhere and copy it over the file.");
      }
      view.setPermissions(posix.permissions());
    }
    if (acl != null) {
      Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl);
    }
    return null;
  }
}
