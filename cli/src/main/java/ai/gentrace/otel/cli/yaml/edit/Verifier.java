package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Decides alone whether new bytes may leave this package. It trusts nothing that made them: it
 * reads them anew and compares text, comments and tree with what was there and what was wished.
 */
final class Verifier {
  private final IdentityHashMap<YamlStream, YamlStream> outputs = new IdentityHashMap<>();

  private Verifier() {}

  /**
   * Proves a result.
   *
   * @return for each text that changed its new one
   * @throws RefusedException if the proof fails
   */
  static IdentityHashMap<YamlStream, YamlStream> verify(StreamEdits edits, YamlStream output) {
    Verifier verifier = new Verifier();
    verifier.text(edits, output);
    return verifier.outputs;
  }

  private void text(StreamEdits edits, YamlStream output) {
    outputs.put(edits.stream, output);
    if (!output.problems().isEmpty()) {
      String why = output.problems().get(0).message();
      throw unproven(edits, YamlPath.ROOT, "the result would not be YAML: " + why);
    }
    if (!edits.gives(output.source())) {
      throw unproven(edits, YamlPath.ROOT, "text outside of the edits would change.");
    }
    commentsAreKept(edits, output);
    TreeProof proof = new TreeProof(edits, output);
    proof.prove();
    proof.nested().forEach((scalar, stream) -> text(scalar, stream));
  }

  /** Every comment stays, but for those of deleted entries; none comes but in an insertion. */
  private static void commentsAreKept(StreamEdits edits, YamlStream output) {
    List<Extent> staying = new ArrayList<>();
    List<Extent> expected = new ArrayList<>();
    List<Extent> inserted = new ArrayList<>();
    List<Extent> comments = Comments.of(edits.stream);
    OwnComments own = new OwnComments(edits);
    int next = 0;
    int shift = 0;
    for (TextEdit edit : edits.textEdits()) {
      Extent gone = edit.extent();
      while (next < comments.size() && comments.get(next).end() <= gone.start()) {
        staying.add(comments.get(next));
        expected.add(moved(comments.get(next++), shift));
      }
      while (next < comments.size() && comments.get(next).start() < gone.end()) {
        Extent comment = comments.get(next++);
        boolean whole = gone.start() <= comment.start() && comment.end() <= gone.end();
        if (!whole || !own.mayGo(comment)) {
          throw unproven(edits, edit.path(), "a comment would be lost.");
        }
      }
      int length = edit.text().codePointCount(0, edit.text().length());
      int at = gone.start() + shift;
      inserted.add(new Extent(at, at + length));
      shift += length - gone.length();
    }
    while (next < comments.size()) {
      staying.add(comments.get(next));
      expected.add(moved(comments.get(next++), shift));
    }
    List<Extent> kept = new ArrayList<>();
    int insertion = 0;
    for (Extent comment : Comments.of(output)) {
      while (insertion < inserted.size() && inserted.get(insertion).end() <= comment.start()) {
        insertion++;
      }
      boolean ours =
          insertion < inserted.size()
              && inserted.get(insertion).start() <= comment.start()
              && comment.end() <= inserted.get(insertion).end();
      if (!ours) {
        kept.add(comment);
      }
    }
    if (!kept.equals(expected)) {
      int same = 0;
      while (same < Math.min(kept.size(), expected.size())
          && kept.get(same).equals(expected.get(same))) {
        same++;
      }
      int at = same < staying.size() ? staying.get(same).start() : firstEdit(edits);
      throw unproven(edits, at, YamlPath.ROOT, "a comment would change.");
    }
  }

  private static Extent moved(Extent extent, int shift) {
    return new Extent(extent.start() + shift, extent.end() + shift);
  }

  static RefusedException unproven(StreamEdits edits, YamlPath path, String reason) {
    return unproven(edits, firstEdit(edits), path, reason);
  }

  private static RefusedException unproven(
      StreamEdits edits, int offset, YamlPath path, String reason) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.UNPROVEN,
            edits.stream.source().position(offset),
            path,
            "The change was not written, because its proof failed: " + reason,
            ""));
  }

  private static int firstEdit(StreamEdits edits) {
    return edits.textEdits().isEmpty() ? 0 : edits.textEdits().get(0).extent().start();
  }
}
