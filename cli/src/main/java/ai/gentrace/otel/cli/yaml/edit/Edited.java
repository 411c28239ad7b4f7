package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;

/** A proven result. Immutable. */
public final class Edited implements EditResult {
  private final byte[] bytes;
  private final YamlStream output;
  private final List<TextEdit> edits;

  Edited(byte[] bytes, YamlStream output, List<TextEdit> edits) {
    this.bytes = bytes;
    this.output = output;
    this.edits = List.copyOf(edits);
  }

  /** The file's new bytes; its old ones if nothing was to be done. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The new bytes, parsed. */
  public YamlStream output() {
    return output;
  }

  /** What differs from the file that was read, in its code points and order. */
  public List<TextEdit> edits() {
    return edits;
  }

  /** Whether the new bytes differ from the old ones. */
  public boolean changed() {
    return !edits.isEmpty();
  }
}
