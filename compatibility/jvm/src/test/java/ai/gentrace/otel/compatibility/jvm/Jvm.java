package ai.gentrace.otel.compatibility.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM with an application in it. */
final class Jvm implements AutoCloseable {
  static final Path LIBRARY =
      Path.of(System.getProperty("library.jar")).toAbsolutePath().normalize();
  static final Path AGENT = Path.of(System.getProperty("agent.jar"));

  private final Process process;
  private final List<String> output = new ArrayList<>();
  private final BufferedReader reader;

  private Jvm(Process process) {
    this.process = process;
    this.reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Returns the entries of this JVM's class path whose names are wanted, and the test classes. */
  static String classPath(Predicate<String> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith("test-classes") || wanted.test(new File(entry).getName()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static Jvm start(
      Map<String, String> environment,
      List<String> options,
      String classPath,
      Class<?> main,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The flags of the JVM that runs the tests are not the application's.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("OTEL_")
                    || name.startsWith("GENTRACE_")
                    || name.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    try {
      return new Jvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until a line with that text, and returns the line. */
  String awaitLine(String text) {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        if (line.contains(text)) {
          return line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no line with " + text + " in\n" + String.join("\n", output));
  }

  /** Ends its standard input, waits for a good end, and returns all that was printed. */
  String end() {
    try {
      process.getOutputStream().close();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the end of the JVM").isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    String all = String.join("\n", output);
    assertThat(process.exitValue()).as(all).isZero();
    return all;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
