package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseEvidenceTest {
  private static final String PLAIN = "receivers: {otlp: {}}\nexporters: {debug: {}}\n";

  @TempDir Path folder;

  @Test
  void conditionsProveTheNewForm() {
    CollectorRelease release =
        of("processors:\n  filter/a:\n    trace_conditions: []\n" + PLAIN, List.of());

    assertThat(release.isAtLeast(new Release(0, 146, 0))).isTrue();
    assertThat(release.source()).isEqualTo("trace_conditions at f.yaml:3:5");
  }

  @Test
  void newNamesProveLessThanThatAndAnImageBesideThemDecides() {
    String config = PLAIN.replace("debug", "otlp_http/x");

    assertThat(of(config, List.of()).atLeast()).isEqualTo(new Release(0, 144, 0));
    assertThat(
            of(config, List.of(stream("image: otel/opentelemetry-collector:0.150.0\n"))).version())
        .isEqualTo(new Release(0, 150, 0));
  }

  @Test
  void chartsNameTheImageBesideTheConfigOrFurtherOut() {
    String inner = "config:\n" + PLAIN.indent(2);

    assertThat(of("image: {tag: v0.120.1}\n" + inner, List.of()).version())
        .isEqualTo(new Release(0, 120, 1));
    assertThat(
            of(
                "image: {tag: 0.1.2}\ngw:\n"
                    + ("image: {repository: x/opentelemetry-collector-k8s, tag: 0.130.0-amd64}\n"
                            + inner)
                        .indent(2),
                List.of()))
        .extracting(CollectorRelease::version, CollectorRelease::distribution)
        .containsExactly(new Release(0, 130, 0), Distribution.K8S);
    assertThat(of("image: {repository: my/app, tag: 1.2.3}\n" + inner, List.of()).version())
        .isNull();
    assertThat(
            of("image: {repository: otel/opentelemetry-collector-contrib}\n" + inner, List.of())
                .distribution())
        .isEqualTo(Distribution.CONTRIB);
  }

  @Test
  void resourcesNameTheirImage() {
    assertThat(
            of(
                    "apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nspec:\n"
                        + "  image: ghcr.io/o/r/opentelemetry-collector-contrib:0.151.0@sha256:ab\n"
                        + "  config:\n"
                        + PLAIN.indent(4),
                    List.of())
                .version())
        .isEqualTo(new Release(0, 151, 0));
  }

  @Test
  void imagesThatDisagreeTellNothing() {
    YamlStream compose =
        stream(
            """
            services:
              a: {image: 'otel/opentelemetry-collector:0.150.0'}
              b: {image: 'otel/opentelemetry-collector:0.120.0'}
            """);

    assertThat(of(PLAIN, List.of(compose)).version()).isNull();
  }

  @Test
  void composeFilesAreFoundBesideTheConfigAndAboveItIfTheyNameIt() throws IOException {
    Path config = folder.resolve("otel/collector.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(folder.resolve("compose.yaml"), "services: {x: {image: y}}\n");
    assertThat(ComposeFiles.beside(config)).isEmpty();

    Files.writeString(
        folder.resolve("compose.yaml"), "volumes: ['./otel/collector.yaml:/c.yaml']\n");
    assertThat(ComposeFiles.beside(config)).hasSize(1);

    Files.writeString(config.resolveSibling("docker-compose.yml"), "services: {}\n");
    assertThat(ComposeFiles.beside(config))
        .extracting(file -> file.source().name())
        .containsExactly("docker-compose.yml");
  }

  private static CollectorRelease of(String text, List<YamlStream> compose) {
    return ReleaseEvidence.of(ConfigFinder.find(stream(text)).get(0), compose);
  }

  private static YamlStream stream(String text) {
    return YamlStream.parse(YamlSource.ofText("f.yaml", text));
  }
}
