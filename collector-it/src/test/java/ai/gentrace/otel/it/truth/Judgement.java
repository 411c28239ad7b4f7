package ai.gentrace.otel.it.truth;

import java.util.List;
import java.util.Set;

/**
 * What both say of a config.
 *
 * @param sample the config
 * @param refusal what the collector says; empty where it accepts the config
 * @param rules those that find something which the collector refuses
 * @param unexplained what the collector says of places where no rule finds an error
 */
record Judgement(Sample sample, String refusal, Set<String> rules, List<String> unexplained) {

  /** Whether the collector accepts the config. */
  boolean isAccepted() {
    return refusal.isEmpty();
  }

  /** Whether the two differ: one of them accepts what the other refuses, or for other reasons. */
  boolean isDisagreement() {
    return isAccepted() != rules.isEmpty() || !unexplained.isEmpty();
  }

  @Override
  public String toString() {
    return sample.name()
        + "\n    collector: "
        + (isAccepted() ? "accepts" : refusal.strip().replace("\n", "\n      "))
        + "\n    rules: "
        + rules
        + (unexplained.isEmpty() ? "" : "\n    unexplained: " + unexplained);
  }
}
