package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Position;
import ai.gentrace.otel.cli.yaml.YamlPath;

/**
 * Why a file is left as it is.
 *
 * @param position where in the file that the user gave
 * @param path of the node there, from its document's root
 * @param reason one sentence
 * @param wayOut one sentence: what the user can do; empty where that depends on what was wished
 */
public record Refusal(Kind kind, Position position, YamlPath path, String reason, String wayOut)
    implements EditResult {
  /** What stands against the change. */
  public enum Kind {
    /** The file is no YAML that the collector would read; see the stream's problems. */
    PROBLEM,
    /** A node on the way is an alias, or anchored and used elsewhere too. */
    SHARED,
    /** A node on the way is a scalar or list where a mapping is needed, or the like. */
    WRONG_KIND,
    /** Something else stands under the key already. */
    CONFLICT,
    /** The key comes in through a merge key. */
    MERGED,
    /** There is nothing there to change. */
    MISSING,
    /** The way the file is written leaves no place for the change. */
    LAYOUT,
    /** The proof of the result failed. */
    UNPROVEN
  }
}
