package ai.gentrace.otel.it.truth;

import java.util.Set;

/**
 * What both say of a config.
 *
 * @param sample the config
 * @param refusal what the collector says; empty where it accepts the config
 * @param structural the rules that find structure, wiring, signals or conditions which the
 *     collector refuses
 * @param settings the rules that find settings which the collector refuses
 */
record Judgement(Sample sample, String refusal, Set<String> structural, Set<String> settings) {

  /** Whether the collector accepts the config. */
  boolean isAccepted() {
    return refusal.isEmpty();
  }

  /** Whether the two differ: one of them accepts what the other refuses. */
  boolean isDisagreement() {
    return isAccepted() != (structural.isEmpty() && settings.isEmpty());
  }

  @Override
  public String toString() {
    return sample.name()
        + "\n    collector: "
        + (isAccepted() ? "accepts" : refusal.strip().replace("\n", "\n      "))
        + "\n    rules: "
        + structural
        + settings;
  }
}
