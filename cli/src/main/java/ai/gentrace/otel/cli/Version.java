package ai.gentrace.otel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The program's own release, which the build writes into the jar's manifest and into a resource.
 */
final class Version {
  private Version() {}

  /**
   * From the manifest, which the JVM has read already; the resource is for classes without a jar.
   */
  static String current() {
    String packed = Version.class.getPackage().getImplementationVersion();
    return packed == null ? fromResource() : packed;
  }

  private static String fromResource() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("version.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
