package ai.gentrace.otel.it.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CollectorChoiceTest {
  private static final Collector BUILT = Collector.ofBinary(Path.of("built"));

  @Test
  void prefersAContainerOfTheOfficialImage() throws Exception {
    CollectorChoice choice = CollectorChoice.of(properties(), machine(true, true));

    assertThat(choice.collector())
        .isEqualTo(new ContainerCollector("otel/opentelemetry-collector-contrib:0.161.0"));
  }

  @Test
  void fallsBackToAProcessAndSaysWhy() throws Exception {
    CollectorChoice choice = CollectorChoice.of(properties(), machine(false, true));

    assertThat(choice.collector()).isEqualTo(BUILT);
    assertThat(choice).hasToString("collector: process built (no container, because no Docker)");
  }

  @Test
  void saysWhatToInstallWithNeitherDockerNorGo() {
    assertThatThrownBy(() -> CollectorChoice.of(properties(), machine(false, false)))
        .hasMessage(
            "no collector to test with. Container: no Docker. Process: no Go. Install Docker or Go,"
                + " or give -Dcollector.binary=PATH or -Dcollector.image=NAME");
  }

  @Test
  void doesNotFallBackFromAContainerThatWasAskedFor() {
    assertThatThrownBy(
            () ->
                CollectorChoice.of(
                    properties("collector.runtime", "container"), machine(false, true)))
        .hasMessage("no Docker");
    assertThatThrownBy(
            () -> CollectorChoice.of(properties("collector.image", "x"), machine(false, true)))
        .hasMessage("no Docker");
  }

  @Test
  void takesWhatIsGiven() throws Exception {
    assertThat(
            CollectorChoice.of(properties("collector.image", "own:1"), machine(true, true))
                .collector())
        .isEqualTo(new ContainerCollector("own:1"));
    assertThat(
            CollectorChoice.of(properties("collector.binary", "otelcol"), machine(true, true))
                .collector())
        .isEqualTo(Collector.ofBinary(Path.of("otelcol")));
    assertThat(
            CollectorChoice.of(properties("collector.runtime", "process"), machine(true, true))
                .collector())
        .isEqualTo(BUILT);
  }

  @Test
  void refusesPropertiesThatContradictEachOther() {
    assertThatThrownBy(
            () ->
                CollectorChoice.of(
                    properties("collector.runtime", "container", "collector.binary", "x"),
                    machine(true, true)))
        .hasMessageContaining("runs as a process");
    assertThatThrownBy(
            () ->
                CollectorChoice.of(
                    properties("collector.runtime", "process", "collector.image", "x"),
                    machine(true, true)))
        .hasMessageContaining("runs as a container");
    assertThatThrownBy(
            () -> CollectorChoice.of(properties("collector.runtime", "pod"), machine(true, true)))
        .hasMessageContaining("none of container, process, auto");
  }

  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  private static Machine machine(boolean docker, boolean go) {
    return new Machine() {
      @Override
      public Collector container(String image) throws CollectorException {
        if (!docker) {
          throw new CollectorException(Reason.NOT_AVAILABLE, "no Docker", List.of());
        }
        return new ContainerCollector(image);
      }

      @Override
      public Collector built() throws CollectorException {
        if (!go) {
          throw new CollectorException(Reason.NOT_AVAILABLE, "no Go", List.of());
        }
        return BUILT;
      }
    };
  }
}
