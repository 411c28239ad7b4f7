package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.Console.ColorChoice;
import ai.gentrace.otel.cli.Console.Manners;
import ai.gentrace.otel.cli.Console.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<Arguments> failuresOfInput() {
    return Stream.of(
        Arguments.of(new UsageException("no"), "error: no\n"),
        Arguments.of(new UsageException("no", "do so"), "error: no\nhelp: do so\n"),
        Arguments.of(new NoSuchFileException("a.yaml"), "error: a.yaml: no such file\n"),
        Arguments.of(new AccessDeniedException("a.yaml"), "error: a.yaml: permission denied\n"),
        Arguments.of(
            new FileSystemException("a.yaml", null, "Disk full"), "error: a.yaml: Disk full\n"),
        Arguments.of(new IOException("Is a directory"), "error: Is a directory\n"),
        Arguments.of(
            new InvalidPathException("a\0b", "Nul character"),
            "error: 'a\\u{0}b' cannot be a file name here: Nul character\n"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfInput")
  void whatTheUserCanMendEndsWithTwoAndOneLine(Throwable failure, String said) {
    assertThat(report(failure, Volume.NORMAL)).isEqualTo(ExitCode.UNUSABLE);
    assertThat(said()).isEqualTo(said);
  }

  @Test
  void whatNobodyForesawEndsWithThreeAndNoStackTrace() {
    assertThat(report(new IllegalStateException("odd"), Volume.NORMAL))
        .isEqualTo(ExitCode.NO_VERDICT);
    assertThat(said())
        .isEqualTo(
            """
            error: internal error, no verdict: IllegalStateException: odd
            help: please report it with what the same command prints with -v
            """);
  }

  @Test
  void verboseShowsTheStackTrace() {
    report(new IllegalStateException("odd"), Volume.VERBOSE);

    assertThat(said()).contains("at " + FailuresTest.class.getName());
  }

  @Test
  void quietDoesNotSilenceAnError() {
    report(new NoSuchFileException("a.yaml"), Volume.QUIET);

    assertThat(said()).contains("no such file");
  }

  @Test
  void anInterruptIsNoVerdict() {
    assertThat(report(new InterruptedException(), Volume.NORMAL)).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(Thread.interrupted()).isTrue();
  }

  private ExitCode report(Throwable failure, Volume volume) {
    Console console =
        new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                Path.of(""),
                Map.of(),
                Terminal.NONE)
            .with(new Manners(volume, ColorChoice.AUTO));
    return Failures.report(failure, console);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
