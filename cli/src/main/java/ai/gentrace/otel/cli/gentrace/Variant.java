package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Release;

/** The two forms of the Gentrace parts. */
public enum Variant {
  /** For collector 0.146 and newer. */
  CURRENT("current"),
  /** For older collectors, and where the release is not known: every release takes it. */
  COMPATIBLE("compatible");

  private static final Release FIRST_CURRENT = new Release(0, 146, 0);

  private final String key;

  Variant(String key) {
    this.key = key;
  }

  /** The form for what is known of the collector. */
  public static Variant of(CollectorRelease release) {
    return release.isAtLeast(FIRST_CURRENT) ? CURRENT : COMPATIBLE;
  }

  /** The word for it, as in the template file's name. */
  public String key() {
    return key;
  }
}
