package ai.gentrace.otel.cli;

import java.util.List;
import java.util.Optional;

/**
 * What to do with an edited file.
 *
 * @param diff print the difference and write nothing
 * @param check write nothing and exit 1 if there is a difference
 * @param output where to write instead; {@code -} is standard output
 * @param overlay the second file that gets the parts, so that the first stays as it is
 * @param force overwrite {@code output} or {@code overlay} if it is there
 * @param backup keep the old file beside the new one
 */
record Delivery(
    boolean diff,
    boolean check,
    Optional<String> output,
    Optional<String> overlay,
    boolean force,
    boolean backup) {
  /** The argument that means standard input or output. */
  static final String STREAM = "-";

  /**
   * Refuses wishes that contradict each other.
   *
   * @throws UsageException naming the two
   */
  void check(List<String> files) {
    if (files.contains("") || output.filter(""::equals).isPresent()) {
      throw new UsageException("the name of a file is empty", "a variable may not be set");
    }
    if (output.isPresent() && files.size() != 1) {
      throw new UsageException("-o takes exactly one FILE", "leave -o out to edit files in place");
    }
    if (overlay.isPresent() && files.size() != 1) {
      throw new UsageException("--overlay takes exactly one FILE");
    }
    if (overlay.isPresent() && (output.isPresent() || backup)) {
      throw new UsageException(
          "--overlay leaves FILE alone, so it does not go with -o or --backup");
    }
    if (output.isPresent() && writesNothing()) {
      throw new UsageException("-o writes, and --diff and --check do not");
    }
    if (files.stream().filter(STREAM::equals).count() > 1) {
      throw new UsageException("standard input can be read only once");
    }
    if (backup && (output.isPresent() || writesNothing() || files.contains(STREAM))) {
      throw new UsageException("--backup keeps a file that is edited in place, and none is");
    }
  }

  boolean writesNothing() {
    return diff || check;
  }
}
