package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in the docker command's place, which notes how it is called. */
class DockerCollectorTest {
  @TempDir Path folder;
  private Path calls;

  @BeforeEach
  void note() throws IOException {
    calls = Files.createFile(folder.resolve("calls"));
  }

  @Test
  void runsTheImageOnTheHostsNetworkAndRemovesIt() throws Exception {
    Collector collector =
        docker(
            """
            case $1 in
              info) echo "Debian GNU/Linux 12 [name=seccomp]";;
              start) echo $$ > $0.pid; echo Everything is ready; exec /bin/sleep 60;;
              kill) kill -KILL $(/bin/cat $0.pid);;
            esac
            """);

    try (RunningCollector running =
        collector.start(
            CollectorSetup.of("receivers: {}\n")
                .withVariable("KEY", "secret")
                .listening(CollectorSetup.OTLP_HTTP))) {
      assertThat(running.address(CollectorSetup.OTLP_HTTP).host()).isEqualTo("127.0.0.1");
    }

    List<String> lines = Files.readAllLines(calls);
    String create =
        lines.stream().filter(line -> line.startsWith("create ")).findFirst().orElseThrow();
    String name = create.replaceFirst(".* --name (\\S+) .*", "$1");
    assertThat(create)
        .contains(
            " --network host ", " -e KEY ", " an/image:1 --config /gentrace-otel/config-1.yaml")
        .doesNotContain("secret");
    assertThat(lines).anyMatch(line -> line.matches("cp \\S+ " + name + ":/gentrace-otel"));
    assertThat(lines).endsWith("kill " + name, "rm --force " + name);
    assertThat(lines).noneMatch(line -> line.startsWith("pull"));
  }

  @Test
  void saysWhyAnImageIsNotThere() throws Exception {
    CollectorException failure =
        failure(
            docker(
                """
                case $1 in
                  image) exit 1;;
                  pull) echo "Error response from daemon: no such host"; exit 1;;
                esac
                """));

    assertThat(failure.reason()).isEqualTo(Reason.NOT_AVAILABLE);
    assertThat(failure)
        .hasMessageContaining("pull failed: Error response from daemon: no such host");
  }

  @Test
  void saysThatTheDaemonIsNotThereOrTooOld() throws Exception {
    assertThat(failure(docker("echo 'client version 1.44 is too new'; exit 1")))
        .hasMessageContaining("info failed: client version 1.44 is too new");
  }

  @Test
  void saysThatADockerWithItsOwnNetworkWillNotDo() throws Exception {
    assertThat(failure(docker("echo 'Debian [name=seccomp name=rootless]'")))
        .hasMessageContaining("give a collector binary");
  }

  @Test
  void saysThatThereIsNoDocker() {
    assertThat(failure(new DockerCollector("an/image:1", folder.resolve("none").toString())))
        .hasMessageContaining("install Docker, or give a collector binary");
  }

  private static CollectorException failure(Collector collector) {
    return catchThrowableOfType(
        CollectorException.class,
        () -> collector.start(CollectorSetup.of("receivers: {}\n")).close());
  }

  private Collector docker(String body) throws IOException {
    Path file = folder.resolve("docker");
    Files.writeString(file, "#!/bin/sh\necho \"$@\" >> " + calls + "\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new DockerCollector("an/image:1", file.toString());
  }
}
