package ai.gentrace.otel.cli.collector;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the catalogue.
 *
 * @param type the type and what is known of it
 * @param spans where it was seen
 */
record CatalogueEntry(ComponentType type, Map<Distribution, Span> spans) {
  /**
   * Releases in which a distribution was seen to hold a type.
   *
   * @param last null while the newest sample still has it
   */
  record Span(Release first, @Nullable Release last) {}

  static CatalogueEntry parse(String line) {
    List<String> words = List.of(line.split(" "));
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
    return new CatalogueEntry(type, spans);
  }

  static ComponentKind kind(String noun) {
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.noun().equals(noun)) {
        return kind;
      }
    }
    throw new IllegalStateException("No kind of component: " + noun);
  }

  static Release release(String text) {
    Release release = Release.parse(text);
    if (release == null) {
      throw new IllegalStateException("No release: " + text);
    }
    return release;
  }

  private static Set<Signal> signals(String letters) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    for (int i = 0; i < letters.length(); i++) {
      signals.add(signal(letters.charAt(i)));
    }
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
}
