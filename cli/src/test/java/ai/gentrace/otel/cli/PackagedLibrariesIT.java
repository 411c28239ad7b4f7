package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged program leaves classes out of the layout library and what it stands on only. */
class PackagedLibrariesIT {
  private static final Path PROGRAM = Path.of("target/gentrace-otel-all.jar");

  /** Also annotations for compilers; and picocli, which is there, compiled again. */
  private static final List<String> NOT_WHOLE =
      List.of(
          "org/eclipse/",
          "com/google/common/",
          "com/google/thirdparty/",
          "com/google/errorprone/",
          "com/google/j2objc/",
          "org/jspecify/",
          "picocli/");

  @Test
  void allOtherLibrariesAreWhole() throws IOException {
    Set<String> packaged = classes(PROGRAM);

    for (Path jar : jars()) {
      Set<String> library = classes(jar);
      if (library.stream().anyMatch(packaged::contains)) {
        assertThat(library.stream().filter(name -> !packaged.contains(name)))
            .as("missing of " + jar.getFileName())
            .isEmpty();
      }
    }
    assertThat(packaged).hasSizeGreaterThan(1000);
  }

  private static List<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.toString().endsWith(".jar") && Files.isRegularFile(path))
        .toList();
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> !name.equals("module-info.class"))
          .filter(name -> NOT_WHOLE.stream().noneMatch(name::startsWith))
          .collect(Collectors.toSet());
    }
  }
}
