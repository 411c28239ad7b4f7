package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Console.ColorChoice;
import ai.gentrace.otel.cli.Console.Manners;
import ai.gentrace.otel.cli.Console.Volume;
import ai.gentrace.otel.cli.report.Style;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final Terminal BOTH = new Terminal(true, true, 80, false);

  @Test
  void coloursAreForTerminals() {
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of())).isEqualTo(Style.COLORED);
    assertThat(style(Terminal.NONE, ColorChoice.AUTO, Map.of())).isEqualTo(Style.PLAIN);
    assertThat(style(new Terminal(false, true, 80, false), ColorChoice.AUTO, Map.of()))
        .isEqualTo(Style.PLAIN);
  }

  @Test
  void noColorTurnsThemOffUnlessAskedForByOption() {
    Map<String, String> noColor = Map.of("NO_COLOR", "1");

    assertThat(style(BOTH, ColorChoice.AUTO, noColor)).isEqualTo(Style.PLAIN);
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of("NO_COLOR", ""))).isEqualTo(Style.COLORED);
    assertThat(style(Terminal.NONE, ColorChoice.ALWAYS, noColor)).isEqualTo(Style.COLORED);
  }

  @Test
  void clicolorTurnsThemOffOrOnWhereNoColorSaysNothing() {
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of("CLICOLOR", "0"))).isEqualTo(Style.PLAIN);
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of("CLICOLOR", "1"))).isEqualTo(Style.COLORED);
    assertThat(style(Terminal.NONE, ColorChoice.AUTO, Map.of("CLICOLOR_FORCE", "1")))
        .isEqualTo(Style.COLORED);
    assertThat(style(Terminal.NONE, ColorChoice.AUTO, Map.of("CLICOLOR_FORCE", "0")))
        .isEqualTo(Style.PLAIN);
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
        .isEqualTo(Style.PLAIN);
  }

  @Test
  void aDumbTerminalGetsNone() {
    assertThat(style(BOTH, ColorChoice.AUTO, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
  }

  @Test
  void neverMeansNever() {
    assertThat(style(BOTH, ColorChoice.NEVER, Map.of())).isEqualTo(Style.PLAIN);
  }

  @Test
  void terminalIsWhatTheLauncherFound() {
    Properties properties = new Properties();
    properties.setProperty("gentrace.otel.terminal", "out");
    properties.setProperty("gentrace.otel.columns", "132");
    assertThat(Terminal.of(properties)).isEqualTo(new Terminal(true, false, 132, false));

    properties.setProperty("gentrace.otel.terminal", ",err");
    properties.setProperty("gentrace.otel.columns", "");
    assertThat(Terminal.of(properties)).isEqualTo(new Terminal(false, true, 80, false));

    properties.setProperty("gentrace.otel.terminal", "out,ascii");
    assertThat(Terminal.of(properties)).isEqualTo(new Terminal(true, false, 80, true));

    assertThat(Terminal.of(new Properties())).isEqualTo(Terminal.NONE);
  }

  private static Style style(
      Terminal terminal, ColorChoice choice, Map<String, String> environment) {
    return new Console(
            System.out,
            System.err,
            InputStream.nullInputStream(),
            Path.of(""),
            environment,
            terminal,
            new Manners(Volume.NORMAL, choice))
        .style();
  }
}
