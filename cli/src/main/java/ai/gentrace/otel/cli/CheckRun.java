package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and checks files, several at a time, with the outcomes in the order of the files. */
record CheckRun(Console console, CheckFiles files, CheckSetup setup, Optional<String> stdinName) {

  /** Checks each file by itself. */
  List<CheckOutcome> each(List<String> named) {
    return named.size() == 1
        ? List.of(one(named.get(0)))
        : named.parallelStream().map(this::one).toList();
  }

  private CheckOutcome one(String file) {
    try {
      return setup.check(files.read(file, stdinName), path(file));
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  /** Checks all files as one config. */
  CheckOutcome merged(List<String> named) {
    List<YamlStream> streams = new ArrayList<>();
    for (String file : named) {
      try {
        streams.add(files.read(file, stdinName));
      } catch (IOException e) {
        return unreadable(e);
      }
    }
    return setup.checkMerged(streams, path(named.get(0)));
  }

  private Optional<Path> path(String file) {
    return file.equals(Delivery.STREAM) ? Optional.empty() : Optional.of(console.resolve(file));
  }

  private static CheckOutcome unreadable(IOException e) {
    return new CheckOutcome.Unusable(Failures.file(e), Optional.empty());
  }
}
