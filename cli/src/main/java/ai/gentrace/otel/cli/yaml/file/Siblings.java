package ai.gentrace.otel.cli.yaml.file;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The names that a run uses beside a file. None ends in {@code .yaml} or {@code .yml}: programs
 * that read a whole folder must not take them for configurations.
 */
record Siblings(Path lock, Path temporary) {
  /** File systems allow names of 255 bytes, and ours are longer by what we add. */
  private static final int MAX_NAME = 40;

  static Siblings of(Path file) {
    String name = "." + shortened(file.getFileName().toString()) + ".gentrace-otel";
    return new Siblings(file.resolveSibling(name + ".lock"), file.resolveSibling(name + ".tmp"));
  }

  static Path backup(Path file) {
    return file.resolveSibling(file.getFileName() + ".bak");
  }

  /** At most 40 characters; different names stay different. */
  private static String shortened(String name) {
    return name.length() <= MAX_NAME
        ? name
        : name.substring(0, MAX_NAME / 2) + String.format(Locale.ROOT, "-%08x", name.hashCode());
  }
}
