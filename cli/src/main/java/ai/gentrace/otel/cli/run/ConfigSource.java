package ai.gentrace.otel.cli.run;

import java.nio.file.Path;

/** One configuration of a collector; several are merged by it, later ones win. */
public sealed interface ConfigSource {
  /** A file, given to the collector as it is. */
  record File(Path path) implements ConfigSource {}

  /** A text, which the collector reads from a temporary file. */
  record Text(String yaml) implements ConfigSource {}
}
