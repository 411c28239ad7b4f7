package ai.gentrace.otel.cli.collector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which component types the published distributions hold in which releases. Immutable. The facts,
 * their source and how to renew them stand in {@link ComponentLines}.
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

  private final List<Release> samples;

  /** The line of each type, read only where somebody asks: most configs hold ten of hundreds. */
  private final Map<ComponentKind, Map<String, String>> entries;

  private Catalogue(List<Release> samples, Map<ComponentKind, Map<String, String>> entries) {
    this.samples = samples;
    this.entries = entries;
  }

  /** Reads the catalogue that is part of the program. */
  public static Catalogue bundled() {
    return read(ComponentLines.TEXT);
  }

  private static Catalogue read(String text) {
    List<Release> samples = List.of();
    Map<ComponentKind, Map<String, String>> entries = new EnumMap<>(ComponentKind.class);
    for (int end, start = 0; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      String line = text.substring(start, end);
      int space = line.indexOf(' ');
      String first = line.substring(0, space);
      if (first.equals("releases")) {
        samples = samples(line.substring(space + 1));
      } else {
        entries
            .computeIfAbsent(CatalogueEntry.kind(first), kind -> new LinkedHashMap<>())
            .put(line.substring(space + 1, line.indexOf(' ', space + 1)), line);
      }
    }
    return new Catalogue(samples, entries);
  }

  private static List<Release> samples(String text) {
    List<Release> samples = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      samples.add(CatalogueEntry.release(word));
    }
    return List.copyOf(samples);
  }

  private @Nullable CatalogueEntry entry(ComponentKind kind, String type) {
    String line = entries.getOrDefault(kind, Map.of()).get(type);
    return line == null ? null : CatalogueEntry.parse(line);
  }

  /** The newest release that it knows. */
  public Release newest() {
    return samples.get(samples.size() - 1);
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
    return entries.getOrDefault(kind, Map.of()).keySet();
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
            || samples.stream().anyMatch(sample -> sample.minor() == release.minor()));
  }

  private @Nullable Release sampleBefore(Release release) {
    Release found = null;
    for (Release sample : samples) {
      if (isBefore(sample, release)) {
        found = sample;
      }
    }
    return found;
  }

  private @Nullable Release sampleAfter(Release release) {
    for (Release sample : samples) {
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
