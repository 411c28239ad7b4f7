package ai.gentrace.otel.cli.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which component types the published distributions hold in which releases. Immutable. The facts,
 * their source and how to renew them stand in the resource {@code components.txt}.
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

  /**
   * Releases in which a distribution was seen to hold a type.
   *
   * @param last null while the newest sample still has it
   */
  private record Span(Release first, @Nullable Release last) {}

  private record Entry(ComponentType type, Map<Distribution, Span> spans) {}

  private final List<Release> samples;
  private final Map<ComponentKind, Map<String, Entry>> entries;

  private Catalogue(List<Release> samples, Map<ComponentKind, Map<String, Entry>> entries) {
    this.samples = samples;
    this.entries = entries;
  }

  /** Reads the catalogue that is part of the program. */
  public static Catalogue bundled() {
    try (InputStream in = Catalogue.class.getResourceAsStream("components.txt")) {
      if (in == null) {
        throw new IllegalStateException("components.txt is missing from the program");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Catalogue read(BufferedReader lines) throws IOException {
    List<Release> samples = List.of();
    Map<ComponentKind, Map<String, Entry>> entries = new EnumMap<>(ComponentKind.class);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.split(" "));
      if (words.get(0).equals("releases")) {
        samples = words.subList(1, words.size()).stream().map(Catalogue::release).toList();
      } else {
        Entry entry = entry(words);
        entries
            .computeIfAbsent(entry.type().kind(), kind -> new LinkedHashMap<>())
            .put(entry.type().type(), entry);
      }
    }
    return new Catalogue(samples, entries);
  }

  private static Entry entry(List<String> words) {
    ComponentKind kind = kind(words.get(0));
    String signals = words.get(2);
    String alias = words.get(3);
    boolean known = !signals.equals("-") && !signals.equals("?");
    ComponentType type =
        new ComponentType(
            kind,
            words.get(1),
            known && kind != ComponentKind.CONNECTOR ? signals(signals) : null,
            known && kind == ComponentKind.CONNECTOR ? pairs(signals) : null,
            alias.equals("-") ? null : alias);
    Map<Distribution, Span> spans = new EnumMap<>(Distribution.class);
    for (String word : words.subList(4, words.size())) {
      int colon = word.indexOf(':');
      int dash = word.indexOf('-', colon);
      Distribution distribution = Distribution.of(word.substring(0, colon));
      String last = word.substring(dash + 1);
      if (distribution != null) {
        spans.put(
            distribution,
            new Span(
                release(word.substring(colon + 1, dash)), last.isEmpty() ? null : release(last)));
      }
    }
    return new Entry(type, spans);
  }

  private static ComponentKind kind(String noun) {
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.noun().equals(noun)) {
        return kind;
      }
    }
    throw new IllegalStateException("No kind of component: " + noun);
  }

  private static Release release(String text) {
    Release release = Release.parse(text);
    if (release == null) {
      throw new IllegalStateException("No release: " + text);
    }
    return release;
  }

  private static Set<Signal> signals(String letters) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    letters.chars().forEach(letter -> signals.add(signal((char) letter)));
    return signals;
  }

  private static Set<SignalPair> pairs(String text) {
    Set<SignalPair> pairs = new HashSet<>();
    for (String pair : text.split(",", -1)) {
      pairs.add(new SignalPair(signal(pair.charAt(0)), signal(pair.charAt(1))));
    }
    return pairs;
  }

  private static Signal signal(char letter) {
    for (Signal signal : Signal.values()) {
      if (signal.key().charAt(0) == letter) {
        return signal;
      }
    }
    throw new IllegalStateException("No signal: " + letter);
  }

  /** The newest release that it knows. */
  public Release newest() {
    return samples.get(samples.size() - 1);
  }

  /** What is known of a type; null where no distribution ever held it. */
  public @Nullable ComponentType type(ComponentKind kind, String type) {
    Entry entry = entries.getOrDefault(kind, Map.of()).get(type);
    return entry == null ? null : entry.type();
  }

  /** Whether a distribution of a release holds a type; releases newer than all count as newest. */
  public Presence presence(
      ComponentKind kind, String type, Distribution distribution, Release release) {
    Entry entry = entries.getOrDefault(kind, Map.of()).get(type);
    Span span = entry == null ? null : entry.spans().get(distribution);
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
