package ai.gentrace.otel.cli.collector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A published image of the collector, such as {@code otel/opentelemetry-collector-contrib:0.161.0}.
 *
 * @param release what its tag says; null without a tag or with one that is no release
 * @param distribution null where only the tag is known
 */
record CollectorImage(@Nullable Release release, @Nullable Distribution distribution) {
  private static final Pattern REPOSITORY =
      Pattern.compile("(?:.*/)?opentelemetry-collector(?:-(contrib|k8s))?");
  private static final Pattern TAG = Pattern.compile("v?([0-9]+\\.[0-9]+\\.[0-9]+)(?:-[a-z0-9]+)?");

  /** Reads {@code repository:tag@digest}; null for any other image. */
  static @Nullable CollectorImage parse(String reference) {
    int digest = reference.indexOf('@');
    String image = digest < 0 ? reference : reference.substring(0, digest);
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    String repository = colon < 0 ? image : image.substring(0, colon);
    return of(repository, colon < 0 ? "" : image.substring(colon + 1));
  }

  /** The image of a repository and a tag; null if the repository is not the collector's. */
  static @Nullable CollectorImage of(String repository, String tag) {
    Matcher matcher = REPOSITORY.matcher(repository);
    if (!matcher.matches()) {
      return null;
    }
    String flavour = matcher.group(1);
    Distribution named = flavour == null ? null : Distribution.of(flavour);
    return new CollectorImage(release(tag), named == null ? Distribution.CORE : named);
  }

  /** The release that a tag names, or null. */
  static @Nullable Release release(String tag) {
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches() ? Release.parse(matcher.group(1)) : null;
  }
}
