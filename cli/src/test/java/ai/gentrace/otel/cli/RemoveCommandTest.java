package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveCommandTest extends CommandTest {
  private static final String CONFIG =
      """
      # mine
      receivers:
        otlp: {protocols: {grpc: }}
      exporters:
        debug:
      service:
        pipelines:
          traces: {receivers: [otlp], exporters: [debug]}
      """;

  @BeforeEach
  void merge() throws IOException {
    write(CONFIG);
    assertThat(run("init", "--merge", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void removeGivesTheFirstBytesBack() throws IOException {
    RunResult result = run("remove", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("removed from the collector config", "service.pipelines.traces/gentrace");
    assertThat(read()).isEqualTo(CONFIG);
    assertThat(run("remove", "c.yaml").err()).contains("nothing to do");
  }

  @Test
  void editsElsewhereStay() throws IOException {
    write(read().replace("# mine\n", "# mine and yours\n").replace("  debug:", "  debug: {}"));

    run("remove", "c.yaml");

    assertThat(read())
        .isEqualTo(
            CONFIG.replace("# mine\n", "# mine and yours\n").replace("  debug:", "  debug: {}"));
  }

  @Test
  void editsInsideOurPartsAreListedAndNeedForce() throws IOException {
    String edited =
        read()
            .replace("queue_size: 50", "queue_size: 500")
            .replace("timeout: 2s", "timeout: 2s # slow line");
    write(edited);

    RunResult result = run("remove", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains(
            "exporters.otlphttp/gentrace.sending_queue.queue_size: 500 (template: 50)",
            "the comment # slow line",
            "--force");
    assertThat(read()).isEqualTo(edited);
    assertThat(run("remove", "c.yaml", "--force").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read()).isEqualTo(CONFIG);
  }

  @Test
  void whatIsListedHoldsNoSecret() throws IOException {
    write(
        read()
            .replace(
                "    headers:\n",
                """
                    proxy_url: http://me:hunter2@proxy:3128?token=hunter3
                    tls: {ca_file: ca.pem, key_pem: hunter4}
                    headers:
                      X-Team: hunter5
                """));

    assertThat(run("remove", "c.yaml").err())
        .contains("proxy_url: http://...@proxy:3128?...", "ca_file: ca.pem", "X-Team: (a text")
        .doesNotContain("hunter");
  }

  @Test
  void ourCommentsAreKnownWithBlanksBehindThem() throws IOException {
    write(read().replaceAll("(?m)( # .*)$", "$1  "));

    assertThat(run("remove", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read()).isEqualTo(CONFIG);
  }

  @Test
  void whatOtherPipelinesUseIsNotTakenFromThem() throws IOException {
    String edited = read().replace("exporters: [debug]}", "exporters: [debug, otlphttp/gentrace]}");
    write(edited);

    RunResult result = run("remove", "c.yaml", "--force");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err()).contains("otlphttp/gentrace is also used in traces");
    assertThat(read()).isEqualTo(edited);
  }

  @Test
  void everyFormComesOutAgain() throws IOException {
    for (String[] options :
        new String[][] {
          {"--collector-version", "0.161.0"},
          {"--base-url", "http://localhost:3000/api", "--api-key-env", "K"},
          {"--receivers", "otlp", "--processors-from", "traces"}
        }) {
      write(CONFIG);
      String[] args = new String[options.length + 3];
      args[0] = "init";
      args[1] = "--merge";
      args[2] = "c.yaml";
      System.arraycopy(options, 0, args, 3, options.length);
      assertThat(run(args).exit()).isEqualTo(ExitCode.DONE);

      assertThat(run("remove", "c.yaml").exit()).isEqualTo(ExitCode.DONE);

      assertThat(read()).isEqualTo(CONFIG);
    }
  }

  @Test
  void aCommentBehindBracesIsNoneOfOurs() throws IOException {
    for (String config :
        List.of(
            CONFIG.replace("exporters:\n  debug:\n", "exporters: {debug: } # mine\n"),
            CONFIG.replace(
                "exporters:\n  debug:\n", "exporters: { # mine\n  debug: {} } # yours\n"),
            CONFIG.replace("exporters:\n", "processors: { # mine\n  }\nexporters:\n"),
            "{receivers: {otlp: }, exporters: {debug: }, # mine\n service: {pipelines: {traces:"
                + " {receivers: [otlp], exporters: [debug]}}}} # yours\n")) {
      write(config);
      run("init", "--merge", "c.yaml");
      assertThat(read()).contains("traces/gentrace");

      assertThat(run("remove", "c.yaml").exit()).isEqualTo(ExitCode.DONE);
      assertThat(read()).isEqualTo(config);
    }
  }

  @Test
  void aCommentAmongOursStaysAlone() throws IOException {
    write(read().replace("  batch/gentrace:\n", "  # yours\n  batch/gentrace:\n"));

    run("remove", "c.yaml");

    assertThat(read()).contains("  # yours\n").doesNotContain("A wall");
  }

  @Test
  void anAddedReceiverGoesToo() throws IOException {
    String without = "exporters:\n  debug:\n";
    write(without);
    run("init", "--merge", "c.yaml");
    assertThat(read()).contains("# gentrace-otel: added, as there was no receiver for OTLP");

    run("remove", "c.yaml");

    assertThat(read()).isEqualTo(without);
  }

  @Test
  void aCommentThatWouldBecomeTextStaysWhereItIs() throws IOException {
    write(CONFIG.replace("  debug:\n", "  debug:\n    note: |\n      free text\n"));
    run("init", "--merge", "c.yaml");
    String edited = read().replaceFirst("(queue_size: .*\n)", "$1        # mine\n");
    write(edited);

    RunResult result = run("remove", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains(
            "c.yaml:14:9: ",
            "its proof failed: a comment would change",
            "help: Take the parts out by hand.");
    assertThat(read()).isEqualTo(edited);
  }

  @Test
  void editsOfAnAddedReceiverAreListedToo() throws IOException {
    String without = "exporters:\n  debug:\n";
    write(without);
    run("init", "--merge", "c.yaml");
    String edited =
        read()
            .replace("localhost:4317", "0.0.0.0:4317")
            .replace("localhost:4318", "localhost:4318 # tunnel");
    write(edited);

    RunResult result = run("remove", "c.yaml");

    assertThat(result.exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(result.err())
        .contains("c.yaml:11:3: receivers.otlp: not as it was added", "the comment # tunnel");
    assertThat(read()).isEqualTo(edited);
    assertThat(run("remove", "c.yaml", "--force").exit()).isEqualTo(ExitCode.DONE);
    assertThat(read()).isEqualTo(without);
  }

  private void write(String text) throws IOException {
    write("c.yaml", text);
  }

  private String read() throws IOException {
    return read("c.yaml");
  }
}
