package ai.gentrace.otel.cli.run.doctor;

import java.net.URI;
import java.util.Optional;

/** URLs as they stand in configs and environments. */
final class HostUrl {
  private HostUrl() {}

  /** Reads a URL; empty for a text that is none, or names no host. */
  static Optional<URI> parse(String text) {
    try {
      return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
