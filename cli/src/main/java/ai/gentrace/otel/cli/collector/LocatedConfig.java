package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A config and where it sits in its file.
 *
 * @param file the whole file
 * @param document index of the document in it, from 0
 * @param path the way from that document's top
 * @param node what stands there in the file: the config itself, or the block scalar that holds it;
 *     null in an empty document
 * @param text the parsed content of that block scalar; null where the config is a map of the file
 */
public record LocatedConfig(
    FileKind kind,
    YamlStream file,
    int document,
    YamlPath path,
    @Nullable YamlNode node,
    @Nullable YamlStream text) {

  /** What the config's places refer to: the file, or the text in the block scalar. */
  public YamlSource source() {
    return text == null ? file.source() : text.source();
  }

  /** The config's top node in {@link #source()}, or null where there is nothing. */
  public @Nullable YamlNode root() {
    if (text == null) {
      return node;
    }
    return text.documents().isEmpty() ? null : text.documents().get(0).root();
  }

  /** What is no YAML in the config's own text; for the file's own see {@link #file()}. */
  public List<YamlProblem> problems() {
    return text == null ? List.of() : text.problems();
  }

  /** What it means. */
  public CollectorConfig config() {
    return CollectorConfig.of(source(), root());
  }

  /** The {@code kind} of the Kubernetes resource that the document is, or null if it is none. */
  public @Nullable String resource() {
    return !file.documents().isEmpty()
            && file.documents().get(document).root() instanceof YamlMapping root
        ? ConfigShape.resourceKind(root)
        : null;
  }

  /**
   * The same place in another version of the file.
   *
   * @throws IllegalArgumentException if nothing is there
   */
  public LocatedConfig in(YamlStream other) {
    if (kind == FileKind.PLAIN) {
      return ConfigFinder.plain(other);
    }
    List<LocatedConfig> there = ConfigFinder.at(other, path, OptionalInt.of(document + 1));
    if (there.size() != 1) {
      throw new IllegalArgumentException("No config at " + path);
    }
    LocatedConfig found = there.get(0);
    return new LocatedConfig(kind, other, document, path, found.node(), found.text());
  }

  /** The place in words: kind, path, and the document where there are several. */
  public String title() {
    StringBuilder title = new StringBuilder(kind.title());
    if (!path.isRoot()) {
      title.append(" at ").append(path);
    }
    if (file.documents().size() > 1 && kind != FileKind.PLAIN) {
      title.append(" in document ").append(document + 1);
    }
    return title.toString();
  }
}
