package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlAlias;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a path from a document's root, and stops where nothing may be changed. Used once. */
final class PathWalk {
  static final String WRITE_IT_OUT =
      "Write the value out in place of the alias, or put the new entries into a file of their own.";

  private final Place place;
  private final YamlSource source;

  /** The nodes from the root to the one before the last reached. */
  private final List<YamlNode> ancestors = new ArrayList<>();

  private PathWalk(Place place) {
    this.place = place;
    this.source = place.stream().source();
  }

  static Lookup look(Place place) {
    return new PathWalk(place).look();
  }

  /** The nodes from the root to the parent of the node at a path that exists. */
  static List<YamlNode> ancestors(Place place) {
    PathWalk walk = new PathWalk(place);
    walk.look();
    return walk.ancestors;
  }

  private Lookup look() {
    Refusal problem = StreamObstacles.in(place.stream());
    if (problem != null) {
      return new Lookup.Refused(problem);
    }
    YamlPath path = place.path();
    List<YamlDocument> documents = place.stream().documents();
    if (documents.isEmpty() && place.document() == 0) {
      return new Lookup.Missing(null, null, YamlPath.ROOT, path);
    }
    if (place.document() >= documents.size()) {
      return refuse(
          Refusal.Kind.MISSING,
          source.length(),
          YamlPath.ROOT,
          "The file has no document " + (place.document() + 1) + ".",
          "Name one of its " + documents.size() + " documents.");
    }
    YamlDocument document = documents.get(place.document());
    YamlNode node = document.root();
    if (node == null) {
      return refuse(
          Refusal.Kind.LAYOUT,
          document.extent().start(),
          YamlPath.ROOT,
          "The document has markers but no content.",
          "Write the first section by hand, or take the markers away.");
    }
    YamlEntry entry = null;
    for (int depth = 0; depth < path.steps().size(); depth++) {
      YamlPath found = path.first(depth);
      Refusal shared = shared(document, node, found);
      if (shared != null) {
        return new Lookup.Refused(shared);
      }
      if (isNull(node) && depth > 0) {
        return vacant(node, found, new Lookup.Missing(node, entry, found, path.from(depth)));
      }
      YamlPath.Step step = path.steps().get(depth);
      if (step instanceof YamlPath.Index index) {
        if (!(node instanceof YamlSequence list)) {
          return wrongKind(node, found, "a list");
        }
        if (index.index() >= list.items().size()) {
          return new Lookup.Missing(node, entry, found, path.from(depth));
        }
        ancestors.add(node);
        entry = null;
        node = list.items().get(index.index()).node();
        continue;
      }
      if (!(node instanceof YamlMapping mapping)) {
        return wrongKind(node, found, "a mapping");
      }
      String name = ((YamlPath.Key) step).name();
      YamlEntry next = mapping.get(name);
      if (next == null) {
        return MergeKeys.isMerged(mapping, name)
            ? merged(mapping, found.key(name))
            : new Lookup.Missing(node, entry, found, path.from(depth));
      }
      ancestors.add(node);
      entry = next;
      node = next.value();
    }
    Refusal shared = shared(document, node, path);
    if (shared != null) {
      return new Lookup.Refused(shared);
    }
    return isNull(node)
        ? vacant(node, path, new Lookup.Empty(node, entry))
        : new Lookup.Present(node, entry);
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar
        && scalar.style() == YamlScalar.Style.PLAIN
        && YamlScalar.isNull(scalar.value());
  }

  private @Nullable Refusal shared(YamlDocument document, YamlNode node, YamlPath path) {
    if (node instanceof YamlAlias alias) {
      return refusal(
          Refusal.Kind.SHARED,
          node.start(),
          path,
          named(path) + " is the alias *" + alias.name() + " of a value that stands elsewhere.",
          WRITE_IT_OUT);
    }
    if (document.aliased().contains(node)) {
      return refusal(
          Refusal.Kind.SHARED,
          node.start(),
          path,
          named(path)
              + " has the anchor &"
              + node.properties().anchor()
              + " and is used elsewhere too: a change here would be a change there.",
          WRITE_IT_OUT);
    }
    return null;
  }

  private Lookup vacant(YamlNode node, YamlPath path, Lookup lookup) {
    if (node.properties().present()) {
      return refuse(
          Refusal.Kind.LAYOUT,
          node.start(),
          path,
          named(path) + " is a null with an anchor or a tag.",
          "Take the anchor or tag away.");
    }
    return lookup;
  }

  private Lookup wrongKind(YamlNode node, YamlPath path, String wanted) {
    return refuse(
        Refusal.Kind.WRONG_KIND,
        node.start(),
        path,
        named(path) + " is " + kind(node) + ", not " + wanted + ".",
        "Write " + wanted + " there, or put the new entries into a file of their own.");
  }

  private Lookup merged(YamlMapping mapping, YamlPath path) {
    return refuse(
        Refusal.Kind.MERGED,
        mapping.start(),
        path,
        named(path) + " comes in through a merge key (<<): a key of its own would replace it.",
        WRITE_IT_OUT);
  }

  static String named(YamlPath path) {
    return path.isRoot() ? "The document" : path.toString();
  }

  static String kind(YamlNode node) {
    if (node instanceof YamlMapping) {
      return "a mapping";
    }
    if (node instanceof YamlSequence) {
      return "a list";
    }
    if (node instanceof YamlScalar scalar) {
      return switch (scalar.style()) {
        case LITERAL, FOLDED -> "a block of text";
        case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> scalar.isNull() ? "null" : "a single value";
      };
    }
    return "an alias";
  }

  private Lookup refuse(
      Refusal.Kind kind, int offset, YamlPath path, String reason, String wayOut) {
    return new Lookup.Refused(refusal(kind, offset, path, reason, wayOut));
  }

  private Refusal refusal(
      Refusal.Kind kind, int offset, YamlPath path, String reason, String wayOut) {
    return new Refusal(kind, source.position(offset), path, reason, wayOut);
  }
}
