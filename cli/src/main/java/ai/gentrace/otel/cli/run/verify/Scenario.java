package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.run.verify.RunCopy.Variant;
import java.util.Locale;

/** What a run shows. */
public enum Scenario {
  HEALTHY("with the Gentrace parts", Variant.WITH),
  WITHOUT("without the Gentrace parts", Variant.WITHOUT),
  WITHOUT_AGAIN("without the Gentrace parts, again", Variant.WITHOUT),
  TOO_MANY_REQUESTS("Gentrace answers 429", Variant.WITH),
  SERVER_ERROR("Gentrace answers 500", Variant.WITH),
  REFUSED("Gentrace refuses connections", Variant.WITH),
  FULL_QUEUE("the queue to Gentrace is full", Variant.SMALL_QUEUE);

  private final String words;
  private final Variant variant;

  Scenario(String words, Variant variant) {
    this.words = words;
    this.variant = variant;
  }

  /** Its stable name in reports: in lower case, with hyphens. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In a few words, for the user. */
  public String words() {
    return words;
  }

  Variant variant() {
    return variant;
  }

  /** Whether Gentrace fails in it. */
  boolean isBadDay() {
    return compareTo(TOO_MANY_REQUESTS) >= 0;
  }
}
