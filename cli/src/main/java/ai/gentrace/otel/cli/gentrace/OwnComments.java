package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the comments that templates bring from those that the user wrote into our entries. */
final class OwnComments {
  private static final String MARKER = "# gentrace-otel: was";

  private final Set<String> known;

  /** Knows the comments of these entries of templates. */
  OwnComments(List<Setting> templates) {
    this.known =
        templates.stream()
            .flatMap(template -> in(template, false).stream())
            .map(OwnComments::text)
            .collect(Collectors.toSet());
  }

  /**
   * The comments that go with an entry and that no template has.
   *
   * @param inBraces whether the entry stands in braces: what is behind it on its last line then
   *     stays
   */
  List<Place> foreign(Setting setting, boolean inBraces) {
    return in(setting, inBraces).stream()
        .filter(place -> !known.contains(text(place)) && !text(place).startsWith(MARKER))
        .toList();
  }

  /** The comment lines above an entry at its column, also between blank ones and others. */
  static List<String> above(Setting setting) {
    YamlSource source = setting.keyPlace().source();
    int column = source.column(setting.entry().start());
    List<String> comments = new ArrayList<>();
    for (int line = source.lineIndex(setting.entry().start()) - 1; line >= 0; line--) {
      String text = source.text(new Extent(source.lineStart(line), source.lineContentEnd(line)));
      if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
        break;
      }
      if (text.indexOf('#') == column) {
        comments.add(0, text.strip());
      }
    }
    return comments;
  }

  static String text(Place place) {
    return place.source().text(place.extent()).stripTrailing();
  }

  /** All comments in an entry, in block style with that behind its last value. */
  private static List<Place> in(Setting setting, boolean inBraces) {
    YamlSource source = setting.keyPlace().source();
    YamlEntry entry = setting.entry();
    List<Extent> scalars = new ArrayList<>();
    collect(entry, scalars);
    int valueEnd = entry.value().extent().end();
    int end = inBraces ? valueEnd : source.lineContentEnd(source.lineIndex(valueEnd));
    List<Place> comments = new ArrayList<>();
    int at = entry.start();
    int next = 0;
    while (at < end) {
      if (next < scalars.size() && at >= scalars.get(next).start()) {
        at = Math.max(at, scalars.get(next++).end());
      } else if (source.at(at) == '#' && isBlank(source.at(at - 1))) {
        int lineEnd = source.lineContentEnd(source.lineIndex(at));
        comments.add(new Place(source, new Extent(at, lineEnd)));
        at = lineEnd;
      } else {
        at++;
      }
    }
    return comments;
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t' || YamlSource.isBreak(codePoint);
  }

  private static void collect(YamlEntry entry, List<Extent> scalars) {
    scalars.add(entry.key().extent());
    collect(entry.value(), scalars);
  }

  private static void collect(YamlNode node, List<Extent> scalars) {
    if (node instanceof YamlScalar) {
      scalars.add(node.extent());
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> collect(item.node(), scalars));
    } else if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> collect(entry, scalars));
    }
  }
}
