package ai.gentrace.otel.cli.collector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which component types the published distributions hold in which releases. Immutable. The facts,
 * their source and how to renew them stand in {@code src/main/tables/components.txt}.
 */
public final class Catalogue {
  /** Whether a distribution holds a type. */
  public enum Presence {
    PRESENT,
    ABSENT,
    /** The samples do not decide it. */
    OPEN
  }

  /** Older samples miss types that were there. */
  private static final Release FIRST_RELIABLE = new Release(0, 100, 0);

  private final String releases;
  private volatile @Nullable List<Release> samples;

  /** In the order of their text. A line is taken apart where somebody asks for its type. */
  private final List<String> lines;

  private Catalogue(String releases, List<String> lines) {
    this.releases = releases;
    this.lines = lines;
  }

  /** The catalogue that is part of the program. */
  public static Catalogue bundled() {
    List<String> lines = Arrays.asList(ComponentLines.LINES);
    return new Catalogue(
        lines.get(0).substring("releases ".length()), lines.subList(1, lines.size()));
  }

  /** Read only where somebody asks: most configs do not tell the collector's release. */
  private List<Release> samples() {
    List<Release> known = samples;
    if (known == null) {
      List<Release> read = new ArrayList<>();
      for (String release : releases.split(" ", -1)) {
        read.add(CatalogueEntry.release(release));
      }
      known = List.copyOf(read);
      samples = known;
    }
    return known;
  }

  private @Nullable CatalogueEntry entry(ComponentKind kind, String type) {
    String start = kind.noun() + " " + type + " ";
    int at = Collections.binarySearch(lines, start);
    // No line is just its start, so that this is where it would be inserted.
    String line = -at - 1 < lines.size() ? lines.get(-at - 1) : "";
    return line.startsWith(start) ? CatalogueEntry.parse(line) : null;
  }

  /** The newest release that it knows. */
  public Release newest() {
    List<Release> all = samples();
    return all.get(all.size() - 1);
  }

  /** What is known of a type; null where no distribution ever held it. */
  public @Nullable ComponentType type(ComponentKind kind, String type) {
    CatalogueEntry entry = entry(kind, type);
    return entry == null ? null : entry.type();
  }

  /** Whether a distribution of a release holds a type; releases newer than all count as newest. */
  public Presence presence(
      ComponentKind kind, String type, Distribution distribution, Release release) {
    CatalogueEntry entry = entry(kind, type);
    CatalogueEntry.Span span = entry == null ? null : entry.spans().get(distribution);
    if (span == null) {
      return isSampled(release) ? Presence.ABSENT : Presence.OPEN;
    }
    if (isBefore(release, span.first())) {
      Release before = sampleBefore(span.first());
      return before != null && before.isAtLeast(FIRST_RELIABLE) && !isBefore(before, release)
          ? Presence.ABSENT
          : Presence.OPEN;
    }
    Release last = span.last();
    if (last == null || !isBefore(last, release)) {
      return Presence.PRESENT;
    }
    Release after = sampleAfter(last);
    return after != null && !isBefore(release, after) ? Presence.ABSENT : Presence.OPEN;
  }

  /** The types of a kind that a distribution is not known to lack in a release. */
  public Set<String> types(ComponentKind kind, Distribution distribution, Release release) {
    Set<String> types = new TreeSet<>();
    for (String type : types(kind)) {
      if (presence(kind, type, distribution, release) == Presence.PRESENT) {
        types.add(type);
      }
    }
    return types;
  }

  /** All types of a kind that any distribution ever held. */
  public Set<String> types(ComponentKind kind) {
    String start = kind.noun() + " ";
    Set<String> types = new LinkedHashSet<>();
    for (String line : lines) {
      if (line.startsWith(start)) {
        types.add(line.substring(start.length(), line.indexOf(' ', start.length())));
      }
    }
    return types;
  }

  /** The distributions that hold a type in a release. */
  public Set<Distribution> holders(ComponentKind kind, String type, Release release) {
    Set<Distribution> holders = EnumSet.noneOf(Distribution.class);
    for (Distribution distribution : Distribution.values()) {
      if (presence(kind, type, distribution, release) == Presence.PRESENT) {
        holders.add(distribution);
      }
    }
    return holders;
  }

  /** Whether the catalogue knows everything of a release: it is a sample, or newer than all. */
  private boolean isSampled(Release release) {
    return release.isAtLeast(FIRST_RELIABLE)
        && (isBefore(newest(), release)
            || samples().stream().anyMatch(sample -> sample.minor() == release.minor()));
  }

  private @Nullable Release sampleBefore(Release release) {
    Release found = null;
    for (Release sample : samples()) {
      if (isBefore(sample, release)) {
        found = sample;
      }
    }
    return found;
  }

  private @Nullable Release sampleAfter(Release release) {
    for (Release sample : samples()) {
      if (isBefore(release, sample)) {
        return sample;
      }
    }
    return null;
  }

  /** Patch releases hold what their minor release holds. */
  private static boolean isBefore(Release one, Release other) {
    return one.major() != other.major() ? one.major() < other.major() : one.minor() < other.minor();
  }
}
