package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to the nodes of one text. */
final class StreamEdits {
  private static final Comparator<TextEdit> ORDER =
      Comparator.<TextEdit>comparingInt(edit -> edit.extent().start())
          .thenComparing(Comparator.comparingInt(TextEdit::column).reversed());

  final YamlStream stream;
  private final Map<YamlNode, NodeEdit> byNode = new HashMap<>();
  private final List<NodeEdit> all = new ArrayList<>();
  private final List<TextEdit> textEdits = new ArrayList<>();
  private @Nullable NodeEdit content;

  StreamEdits(YamlStream stream) {
    this.stream = stream;
  }

  /** The edit of a node, made where there is none yet. */
  NodeEdit at(Place place, YamlNode node, @Nullable YamlEntry holder) {
    NodeEdit edit = byNode.get(node);
    if (edit == null) {
      edit = new NodeEdit(place.document(), place.path(), node, holder, PathWalk.ancestors(place));
      byNode.put(node, edit);
      all.add(edit);
    }
    return edit;
  }

  /** The edit of a text without content. */
  NodeEdit atContent() {
    if (content == null) {
      content = new NodeEdit(0, YamlPath.ROOT, null, null, List.of());
      all.add(content);
    }
    return content;
  }

  /** What happens to a node, or null if nothing does. */
  @Nullable NodeEdit of(YamlNode node) {
    return byNode.get(node);
  }

  /** What is written into a text without content, or null if nothing is. */
  @Nullable NodeEdit ofContent() {
    return content;
  }

  void drop(NodeEdit edit) {
    all.remove(edit);
    byNode.values().remove(edit);
  }

  List<NodeEdit> all() {
    return List.copyOf(all);
  }

  /** Adds edits of the text and brings all into the order of the text. */
  void addAll(List<TextEdit> more) {
    textEdits.addAll(more);
    textEdits.sort(ORDER);
  }

  /** The edits in the order of the text; where two meet, the first comes first. */
  List<TextEdit> textEdits() {
    return List.copyOf(textEdits);
  }

  /**
   * The text with its edits.
   *
   * @throws RefusedException if two edits overlap
   */
  String outputText() {
    YamlSource source = stream.source();
    StringBuilder output = new StringBuilder(source.text().length() + 4096);
    int at = 0;
    for (TextEdit edit : textEdits) {
      if (edit.extent().start() < at) {
        throw Verifier.unproven(this, edit.path(), "two edits would overlap.");
      }
      output.append(source.text(new Extent(at, edit.extent().start()))).append(edit.text());
      at = edit.extent().end();
    }
    return output.append(source.text(new Extent(at, source.length()))).toString();
  }

  /** Whether a text is this one with its edits; never if two of them overlap. */
  boolean gives(YamlSource wanted) {
    YamlSource source = stream.source();
    int at = 0;
    int wantedAt = 0;
    for (TextEdit edit : textEdits) {
      int kept = edit.extent().start() - at;
      int added = edit.text().codePointCount(0, edit.text().length());
      if (kept < 0
          || wantedAt + kept + added > wanted.length()
          || !source.sameText(at, wanted, wantedAt, kept)
          || !wanted.holds(new Extent(wantedAt + kept, wantedAt + kept + added), edit.text())) {
        return false;
      }
      at = edit.extent().end();
      wantedAt += kept + added;
    }
    int rest = source.length() - at;
    return wantedAt + rest == wanted.length() && source.sameText(at, wanted, wantedAt, rest);
  }
}
