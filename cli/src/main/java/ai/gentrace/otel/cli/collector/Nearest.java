package ai.gentrace.otel.cli.collector;

import java.util.Collection;
import java.util.Optional;

/** The word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest inserted, deleted, changed or swapped characters, if that is at
   * most a third of the word (and at least one character).
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int limit = Math.max(1, word.length() / 3);
    String nearest = null;
    int least = Integer.MAX_VALUE;
    // A loop, because checks ask for most keys of a config: see the decision on start-up.
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      if (distance > limit && !startsOnly(word, candidate, candidates)) {
        continue;
      }
      if (nearest == null
          || distance < least
          || (distance == least && candidate.compareTo(nearest) < 0)) {
        nearest = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code "; did you mean 'x'?"}, or nothing. */
  public static String suggestion(String word, Collection<String> candidates) {
    return to(word, candidates).map(nearest -> "; did you mean '" + nearest + "'?").orElse("");
  }

  /** A beginning that only one candidate has is what was meant, however much is missing. */
  private static boolean startsOnly(String word, String candidate, Collection<String> candidates) {
    return word.replace("-", "").length() >= 3
        && candidate.startsWith(word)
        && candidates.stream().filter(other -> other.startsWith(word)).count() == 1;
  }

  /** Damerau-Levenshtein distance with adjacent swaps. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(changed, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
