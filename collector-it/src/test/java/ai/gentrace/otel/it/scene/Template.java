package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.ConfigSource;
import java.nio.file.Path;

/**
 * The Gentrace parts, as the repository's templates have them. The collector merges them onto a
 * config as it would merge a second file.
 */
public enum Template {
  /** For collector 0.146 and newer. */
  CURRENT("gentrace-current.yaml", "otlp_http/gentrace"),
  /** For older ones; newer ones run it too. */
  COMPATIBLE("gentrace-compatible.yaml", "otlphttp/gentrace");

  private final String file;
  private final String exporter;

  Template(String file, String exporter) {
    this.file = file;
    this.exporter = exporter;
  }

  /** Returns the template's file. */
  public ConfigSource source() {
    return new ConfigSource.File(
        Path.of(System.getProperty("project.root", "..")).resolve("templates").resolve(file));
  }

  /** Returns the id of its exporter. */
  public String exporter() {
    return exporter;
  }

  /**
   * Returns the config that points its exporter at another base URL, as {@code --base-url} does.
   */
  public ConfigSource baseUrl(String url) {
    return new ConfigSource.Text(
        "exporters: {%s: {traces_endpoint: '%s/otel/v1/traces'}}".formatted(exporter, url));
  }
}
