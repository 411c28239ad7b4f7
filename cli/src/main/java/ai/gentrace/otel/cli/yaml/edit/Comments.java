package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a text: every hash sign between two nodes begins one. */
final class Comments {
  private final YamlSource source;
  private final List<Extent> comments = new ArrayList<>();
  private int at;

  private Comments(YamlSource source) {
    this.source = source;
  }

  /** The comments in the order of the text, without their line breaks. */
  static List<Extent> of(YamlStream stream) {
    Comments comments = new Comments(stream.source());
    for (YamlDocument document : stream.documents()) {
      if (document.root() != null) {
        comments.visit(document.root());
      }
    }
    comments.scanTo(stream.source().length());
    return comments.comments;
  }

  /** Recursive, within the depth that a tree may have. */
  private void visit(YamlNode node) {
    if (node.properties().present()) {
      scanTo(node.properties().start());
      skipProperties(node);
    }
    if (node instanceof YamlMapping mapping) {
      mapping
          .entries()
          .forEach(
              entry -> {
                visit(entry.key());
                visit(entry.value());
              });
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> visit(item.node()));
    } else {
      scanTo(node.extent().start());
      at = Math.max(at, node.extent().end());
    }
  }

  /** Anchor and tag may hold hash signs. */
  private void skipProperties(YamlNode node) {
    YamlNode.Properties properties = node.properties();
    int tokens = (properties.anchor() == null ? 0 : 1) + (properties.tag() == null ? 0 : 1);
    for (int i = 0; i < tokens; i++) {
      scanTo(TextLines.nextToken(source, at));
      while (source.at(at) > ' ' && !YamlSource.isBreak(source.at(at))) {
        at++;
      }
    }
  }

  private void scanTo(int end) {
    while (at < end) {
      if (source.at(at) == '#') {
        int lineEnd = source.lineContentEnd(source.lineIndex(at));
        comments.add(new Extent(at, lineEnd));
        at = lineEnd;
      } else {
        at++;
      }
    }
  }
}
