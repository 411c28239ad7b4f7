package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the collector that will read a config.
 *
 * @param version its release; null if unknown
 * @param atLeast what the file's keys prove; null if they prove nothing, or if the release is known
 * @param distribution null if unknown
 * @param source what says so, for messages: an option, a place in the file, an image; "unknown"
 *     where nothing does
 */
public record CollectorRelease(
    @Nullable Release version,
    @Nullable Release atLeast,
    @Nullable Distribution distribution,
    String source) {
  /** Nothing is known. */
  public static final CollectorRelease UNKNOWN = new CollectorRelease(null, null, null, "unknown");

  /** Whether it is certainly that release or a newer one. */
  public boolean isAtLeast(Release release) {
    Release least = version != null ? version : atLeast;
    return least != null && least.isAtLeast(release);
  }

  /** The same with a distribution from elsewhere; null leaves what is known. */
  public CollectorRelease with(@Nullable Distribution other) {
    return other == null ? this : new CollectorRelease(version, atLeast, other, source);
  }
}
