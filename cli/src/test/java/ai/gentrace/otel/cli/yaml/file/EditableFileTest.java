package ai.gentrace.otel.cli.yaml.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditableFileTest {
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new".getBytes(UTF_8);

  @TempDir Path disk;

  static Stream<Arguments> fileSystems() {
    return Stream.of(
        Arguments.of(Named.of("Windows", Configuration.windows())),
        Arguments.of(Named.of("Unix", Configuration.unix())),
        Arguments.of(Named.of("macOS", Configuration.osX())));
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void replacesAFileAndLeavesNothingElse(Configuration configuration) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(configuration)) {
      Path file = newFile(folder(system), "collector.yaml");

      try (EditableFile opened = open(file)) {
        assertThat(opened.bytes()).isEqualTo(OLD);
        assertThat(opened.replace(NEW)).isNull();
        assertThat(opened.bytes()).isEqualTo(NEW);
      }

      assertThat(file).hasBinaryContent(NEW);
      assertThat(names(file.getParent())).containsExactly("collector.yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void aFileThatIsOnlyReadKeepsItsTimes(Configuration configuration) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(configuration)) {
      Path file = newFile(folder(system), "collector.yaml");
      FileTime longAgo = FileTime.fromMillis(1_000_000);
      Files.setLastModifiedTime(file, longAgo);

      open(file).close();

      assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
      assertThat(names(file.getParent())).containsExactly("collector.yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void aFullDiskLeavesTheFileAlone(Configuration configuration) throws IOException {
    Configuration small =
        configuration.toBuilder().setMaxSize(64 * 1024).setBlockSize(4096).build();
    try (FileSystem system = Jimfs.newFileSystem(small)) {
      Path file = newFile(folder(system), "collector.yaml");

      try (EditableFile opened = open(file)) {
        FileProblem problem = opened.replace(new byte[100_000]);
        assertThat(problem.kind()).isEqualTo(FileProblem.Kind.DISK_FULL);
        assertThat(problem.reason()).startsWith("There is no space left on its disk");
      }

      assertThat(file).hasBinaryContent(OLD);
      assertThat(names(file.getParent())).containsExactly("collector.yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void aDiskWithoutRoomForALockKeepsNoNameOfIt(Configuration configuration) throws IOException {
    Configuration small =
        configuration.toBuilder().setMaxSize(64 * 1024).setBlockSize(4096).build();
    try (FileSystem system = Jimfs.newFileSystem(small)) {
      Path file = newFile(folder(system), "collector.yaml");
      Files.write(file.resolveSibling("rest"), new byte[15 * 4096]);

      try (EditableFile opened = open(file)) {
        assertThat(opened.bytes()).isEqualTo(OLD);
        assertThat(opened.replace(NEW).kind()).isEqualTo(FileProblem.Kind.DISK_FULL);
      }

      assertThat(names(file.getParent())).containsExactly("collector.yaml", "rest");
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void whatSomebodyElseWroteInTheMeantimeStays(Configuration configuration) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(configuration)) {
      Path file = newFile(folder(system), "collector.yaml");

      try (EditableFile opened = open(file)) {
        Files.writeString(file, "theirs");
        assertThat(opened.replace(NEW).kind()).isEqualTo(FileProblem.Kind.CHANGED);
        Files.delete(file);
        assertThat(opened.replace(NEW).kind()).isEqualTo(FileProblem.Kind.CHANGED);
      }

      assertThat(names(file.getParent())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void leftoversOfACrashGoWithTheNextRun(Configuration configuration) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(configuration)) {
      Path file = newFile(folder(system), "collector.yaml");
      Siblings siblings = Siblings.of(file);
      Files.writeString(siblings.lock(), "x");
      Files.writeString(siblings.temporary(), "half a fi");

      try (EditableFile opened = open(file)) {
        assertThat(opened.bytes()).isEqualTo(OLD);
      }

      assertThat(names(file.getParent())).containsExactly("collector.yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("fileSystems")
  void theBackupHoldsWhatWasRead(Configuration configuration) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(configuration)) {
      Path file = newFile(folder(system), "collector.yaml");

      try (EditableFile opened = open(file)) {
        assertThat(opened.backUp()).isNull();
        assertThat(opened.replace(NEW)).isNull();
      }

      assertThat(file.resolveSibling("collector.yaml.bak")).hasBinaryContent(OLD);
      assertThat(names(file.getParent()))
          .containsExactlyInAnyOrder("collector.yaml", "collector.yaml.bak");
    }
  }

  @Test
  void namesBesideTheFileAreNoYaml() {
    for (String name :
        List.of("a.yaml", "x".repeat(250) + ".yml", "\u00FC".repeat(120) + ".yaml")) {
      Siblings siblings = Siblings.of(Path.of("folder", name));
      for (Path sibling : List.of(siblings.lock(), siblings.temporary())) {
        assertThat(sibling.getParent()).isEqualTo(Path.of("folder"));
        assertThat(sibling.getFileName().toString()).doesNotEndWith(".yaml").doesNotEndWith(".yml");
        assertThat(sibling.getFileName().toString().getBytes(UTF_8).length).isLessThan(255);
      }
    }
  }

  @Test
  void theLinkStaysAndItsTargetIsReplaced() throws IOException {
    Path target = newFile(Files.createDirectory(disk.resolve("real")), "collector.yaml");
    Path link = Files.createSymbolicLink(disk.resolve("link.yaml"), target);

    try (EditableFile opened = open(link)) {
      assertThat(opened.replace(NEW)).isNull();
    }

    assertThat(Files.readSymbolicLink(link)).isEqualTo(target);
    assertThat(target).hasBinaryContent(NEW);
    assertThat(names(disk)).containsExactlyInAnyOrder("real", "link.yaml");
    assertThat(names(target.getParent())).containsExactly("collector.yaml");
  }

  @Test
  void whatElseIsAttachedToTheFileIsKept() throws IOException {
    Configuration labelled =
        Configuration.unix().toBuilder().setAttributeViews("posix", "unix", "user").build();
    try (FileSystem system = Jimfs.newFileSystem(labelled)) {
      Path file = newFile(folder(system), "collector.yaml");
      Files.setAttribute(file, "user:label", new byte[] {7});

      try (EditableFile opened = open(file)) {
        assertThat(opened.backUp()).isNull();
        assertThat(opened.replace(NEW)).isNull();
      }

      assertThat(file).hasBinaryContent(NEW);
      assertThat(Files.getAttribute(file, "user:label")).isEqualTo(new byte[] {7});
      assertThat(Files.getAttribute(Siblings.backup(file), "user:label")).isEqualTo(new byte[] {7});
    }
  }

  @Test
  void modeIsKeptAndTheNewBytesAreNeverMoreOpen() throws IOException {
    Path file = newFile(disk, "collector.yaml");
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-x---");
    Files.setPosixFilePermissions(file, mode);

    try (EditableFile opened = open(file)) {
      assertThat(opened.replace(NEW)).isNull();
    }

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
  }

  @Test
  void aFileWithSecondNameIsRefused() throws IOException {
    Path file = newFile(disk, "collector.yaml");
    Files.createLink(disk.resolve("second.yaml"), file);

    try (EditableFile opened = open(file)) {
      FileProblem problem = opened.replace(NEW);
      assertThat(problem.kind()).isEqualTo(FileProblem.Kind.NOT_KEPT);
      assertThat(problem.reason()).contains("2 names");
    }

    assertThat(file).hasBinaryContent(OLD);
  }

  @Test
  void aSecondRunWaitsAndThenGivesUp() throws IOException {
    Path file = newFile(disk, "collector.yaml");

    try (EditableFile first = open(file)) {
      OpenResult second = EditableFile.open(file, Duration.ofMillis(50));
      assertThat(second)
          .isInstanceOfSatisfying(
              FileProblem.class,
              problem -> assertThat(problem.kind()).isEqualTo(FileProblem.Kind.BUSY));
      assertThat(first.replace(NEW)).isNull();
    }

    try (EditableFile third = open(file)) {
      assertThat(third.bytes()).isEqualTo(NEW);
    }
    assertThat(names(disk)).containsExactly("collector.yaml");
  }

  @Test
  void whatALockOfThatNameLeadsToIsNotOverwritten() throws IOException {
    Path file = newFile(disk, "collector.yaml");
    Path lock = Siblings.of(file).lock();
    Path theirs = Files.writeString(disk.resolve("theirs"), "precious");

    Files.createSymbolicLink(lock, theirs);
    assertNotWritten(file, lock);
    Files.delete(lock);
    Files.createLink(lock, theirs);
    assertNotWritten(file, lock);

    assertThat(theirs).hasContent("precious");
  }

  private static void assertNotWritten(Path file, Path lock) {
    try (EditableFile opened = open(file)) {
      assertThat(opened.replace(NEW).reason())
          .isEqualTo("It cannot be written: no lock file of this program (%s).".formatted(lock));
    }
    assertThat(file).hasBinaryContent(OLD);
    assertThat(lock).exists();
  }

  @Test
  void whatIsNoFileIsSaidToBeNone() throws IOException {
    assertThat(kind(disk.resolve("missing.yaml"))).isEqualTo(FileProblem.Kind.MISSING);
    assertThat(kind(disk)).isEqualTo(FileProblem.Kind.NOT_A_FILE);
    assertThat(kind(Path.of("/dev/null"))).isEqualTo(FileProblem.Kind.NOT_A_FILE);
    Path circle = disk.resolve("circle.yaml");
    Files.createSymbolicLink(circle, circle);
    assertThat(kind(circle)).isEqualTo(FileProblem.Kind.MISSING);
    Path nowhere = Files.createSymbolicLink(disk.resolve("nowhere.yaml"), disk.resolve("gone"));
    assertThat(kind(nowhere)).isEqualTo(FileProblem.Kind.MISSING);
  }

  @Test
  void newFilesAreWrittenAsAWholeAndOverwrittenOnlyWhenAsked() throws IOException {
    Path file = disk.resolve("new.yaml");

    assertThat(NewFile.write(file, OLD, false)).isNull();
    assertThat(NewFile.write(file, NEW, false).kind()).isEqualTo(FileProblem.Kind.EXISTS);
    assertThat(file).hasBinaryContent(OLD);
    assertThat(NewFile.write(file, NEW, true)).isNull();
    assertThat(file).hasBinaryContent(NEW);
    assertThat(NewFile.write(disk.resolve("no/folder.yaml"), NEW, false).kind())
        .isEqualTo(FileProblem.Kind.MISSING);
    assertThat(names(disk)).containsExactly("new.yaml");
  }

  private static FileProblem.Kind kind(Path path) {
    return ((FileProblem) EditableFile.open(path, Duration.ZERO)).kind();
  }

  private static EditableFile open(Path file) {
    OpenResult result = EditableFile.open(file, Duration.ZERO);
    assertThat(result).isInstanceOf(EditableFile.class);
    return (EditableFile) result;
  }

  private static Path folder(FileSystem system) throws IOException {
    Path root = system.getRootDirectories().iterator().next();
    return Files.createDirectory(root.resolve("configs"));
  }

  private static Path newFile(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name), OLD);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
