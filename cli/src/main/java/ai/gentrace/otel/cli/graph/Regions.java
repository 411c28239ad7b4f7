package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which parts of the text belong to which parts of the picture. Compares positions in the user's
 * file, because a finding need not share the config's own source.
 */
final class Regions {
  /** Sizes of regions that hold the same position: the nearer start, then the nearer end. */
  private static final Comparator<Region> INNERMOST =
      Comparator.comparing(Region::start).reversed().thenComparing(Region::end);

  private record Region(String file, Position start, Position end, String owner) {
    boolean holds(String otherFile, Position position) {
      return file.equals(otherFile)
          && start.compareTo(position) <= 0
          && (position.compareTo(end) < 0 || position.equals(start));
    }

    boolean isAsLargeAs(Region other) {
      return start.equals(other.start) && end.equals(other.end);
    }
  }

  private final List<Region> regions = new ArrayList<>();

  /** Lets a range belong to a part of the picture; a range may have several owners. */
  void add(Place place, String owner) {
    regions.add(new Region(place.file(), place.start(), place.end(), owner));
  }

  /** Key and value; they are apart where the value is an alias. */
  void add(Setting setting, String owner) {
    Place value = setting.value().place();
    add(value, owner);
    add(setting.keyPlace(), owner);
    boolean inOrder = setting.keyPlace().start().compareTo(value.start()) <= 0;
    if (inOrder && setting.keyPlace().file().equals(value.file())) {
      Position start = setting.keyPlace().start();
      regions.add(new Region(value.file(), start, value.end(), owner));
    }
  }

  /** The owners of the smallest range that holds the start of a place, each once; often none. */
  List<String> ownersOf(Place place) {
    List<Region> holding =
        regions.stream()
            .filter(region -> region.holds(place.file(), place.start()))
            .sorted(INNERMOST)
            .toList();
    return holding.stream()
        .filter(region -> region.isAsLargeAs(holding.get(0)))
        .map(Region::owner)
        .distinct()
        .toList();
  }
}
