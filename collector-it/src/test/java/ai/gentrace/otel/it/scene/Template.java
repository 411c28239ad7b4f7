package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** Returns options of {@code init} with those that make it choose this template. */
  public String[] options(String... others) {
    List<String> options = new ArrayList<>(List.of(others));
    if (this == CURRENT) {
      options.addAll(List.of("--collector-version", "0.161.0"));
    }
    return options.toArray(String[]::new);
  }
}
