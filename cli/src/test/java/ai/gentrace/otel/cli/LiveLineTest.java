package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Console.ColorChoice;
import ai.gentrace.otel.cli.Console.Manners;
import ai.gentrace.otel.cli.Console.Volume;
import ai.gentrace.otel.cli.run.verify.Progress.Phase;
import ai.gentrace.otel.cli.run.verify.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private static final Terminal ERRORS = new Terminal(false, true, 80, false);

  @Test
  void aTerminalSeesOneLineThatIsGoneAtTheEnd() {
    String seen = progress(ERRORS, Volume.NORMAL, Map.of());

    assertThat(seen)
        .contains("runs of the collector: starting 1, sending 1")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  @Test
  void nobodyElseSeesAnything() {
    assertThat(progress(Terminal.NONE, Volume.NORMAL, Map.of())).isEmpty();
    assertThat(progress(new Terminal(true, false, 80, false), Volume.NORMAL, Map.of())).isEmpty();
    assertThat(progress(ERRORS, Volume.QUIET, Map.of())).isEmpty();
    assertThat(progress(ERRORS, Volume.NORMAL, Map.of("TERM", "dumb"))).isEmpty();
  }

  private static String progress(
      Terminal terminal, Volume volume, Map<String, String> environment) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Path.of(""),
            environment,
            terminal,
            new Manners(volume, ColorChoice.AUTO));
    try (LiveLine line = LiveLine.on(console)) {
      line.phase(Scenario.HEALTHY, Phase.STARTING);
      line.phase(Scenario.REFUSED, Phase.STARTING);
      line.phase(Scenario.HEALTHY, Phase.SENDING);
    }
    return err.toString(StandardCharsets.UTF_8);
  }
}
