package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.Distribution;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.collector.ReleaseEvidence;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the common options say about configs: which one of a file, and which collector reads it.
 *
 * @param path where the config sits; empty to find it
 * @param document which document, from 1
 * @param release the collector's release, if the user gives it
 * @param distribution the collector's distribution, if the user gives it
 */
record ConfigOptions(
    Optional<YamlPath> path,
    OptionalInt document,
    Optional<Release> release,
    Optional<Distribution> distribution) {

  /**
   * Reads them.
   *
   * @throws UsageException if a release or a path is none
   */
  static ConfigOptions of(Arguments arguments) {
    Optional<String> path = arguments.path();
    Optional<String> release = arguments.collectorVersion();
    Optional<String> distribution = arguments.distribution();
    return new ConfigOptions(
        path.isPresent() ? Optional.of(path(path.get())) : Optional.empty(),
        arguments.document(),
        release.isPresent() ? Optional.of(release(release.get())) : Optional.empty(),
        distribution.isPresent()
            ? Optional.ofNullable(Distribution.of(distribution.get()))
            : Optional.empty());
  }

  private static YamlPath path(String text) {
    try {
      return YamlPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--path: '" + text + "' is not a path",
          "write keys with dots between, a key that holds a dot in double quotes: a.b.\"c.d\"");
    }
  }

  private static Release release(String text) {
    Release release = Release.parse(text);
    if (release == null) {
      throw new UsageException(
          "--collector-version: '" + text + "' is not a release", "write it like 0.161.0");
    }
    return release;
  }

  /** The config that the user means in a file. */
  ConfigChoice choose(YamlStream file) {
    return ConfigChoice.of(file, path.orElse(null), document);
  }

  /**
   * The collector that reads a config: what the options say, else what the file and its
   * surroundings tell.
   *
   * @param compose compose files beside the file
   */
  CollectorRelease release(LocatedConfig config, List<YamlStream> compose) {
    CollectorRelease found =
        release.isPresent() ? asked(release.get()) : ReleaseEvidence.of(config, compose);
    return found.with(distribution.orElse(null));
  }

  /** The collector where there is no file to ask. */
  CollectorRelease releaseAlone() {
    return release()
        .map(ConfigOptions::asked)
        .orElse(CollectorRelease.UNKNOWN)
        .with(distribution.orElse(null));
  }

  private static CollectorRelease asked(Release release) {
    return new CollectorRelease(release, null, null, "--collector-version");
  }
}
