package ai.gentrace.otel.compatibility.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the library's jar holds. */
class JarIT {
  @Test
  void holdsTheLibraryAndNothingElse() throws IOException {
    try (JarFile jar = new JarFile(Jvm.LIBRARY.toFile())) {
      List<String> names =
          jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
      assertThat(names)
          .allMatch(
              name ->
                  name.startsWith("ai/gentrace/otel/")
                      || name.startsWith("META-INF/services/io.opentelemetry.")
                      || name.equals("META-INF/MANIFEST.MF")
                      || name.equals("META-INF/LICENSE"));
      assertThat(names).filteredOn(name -> name.startsWith("META-INF/services/")).hasSize(4);
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("ai.gentrace.otel");
    }
  }

  @Test
  void isForJava8() throws IOException {
    try (JarFile jar = new JarFile(Jvm.LIBRARY.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
          in.readInt();
          in.readUnsignedShort();
          assertThat(in.readUnsignedShort()).as(entry.getName()).isEqualTo(52);
        }
      }
    }
  }
}
