package ai.gentrace.otel.cli.yaml.file;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs of another process, or of another user, on the same file. */
final class OtherRuns {
  private OtherRuns() {}

  /**
   * The program of such a process: {@code loop FILE A B} writes two contents in turn until it is
   * killed, {@code once FILE A} writes one and prints what became of it, {@code often FILE A} does
   * that twenty times and prints all that became of it.
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    if (args[0].equals("once")) {
      System.out.println(write(file, Files.readAllBytes(Path.of(args[2]))));
      return;
    }
    byte[] first = Files.readAllBytes(Path.of(args[2]));
    if (args[0].equals("often")) {
      Set<String> outcomes = new TreeSet<>();
      for (int i = 0; i < 20; i++) {
        outcomes.add(write(file, first));
      }
      System.out.println(String.join(", ", outcomes));
      return;
    }
    byte[] second = Files.readAllBytes(Path.of(args[3]));
    System.out.println("ready");
    while (true) {
      write(file, second);
      write(file, first);
    }
  }

  private static String write(Path file, byte[] content) {
    OpenResult result = EditableFile.open(file, Duration.ofSeconds(5));
    if (result instanceof FileProblem problem) {
      return problem.kind() + ": " + problem.reason();
    }
    try (EditableFile opened = (EditableFile) result) {
      FileProblem problem = opened.replace(content);
      return problem == null ? "written" : problem.kind() + ": " + problem.reason();
    }
  }

  /** A Java process with that program. */
  static ProcessBuilder process(String... arguments) {
    return process(System.getProperty("java.class.path"), arguments);
  }

  private static ProcessBuilder process(String classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.add(OtherRuns.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * The same as a user who owns nothing; as this one where this one is not root.
   *
   * @param folder where that user may read; the classes are copied there
   */
  static ProcessBuilder unprivileged(Path folder, String... arguments) throws IOException {
    ProcessBuilder builder = process(copyOfClasses(folder).toString(), arguments);
    if (System.getProperty("user.name").equals("root")) {
      List<String> command =
          new ArrayList<>(
              List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
      command.addAll(builder.command());
      builder.command(command);
    }
    return builder;
  }

  /** The project may lie in a folder that only its owner may enter. */
  private static Path copyOfClasses(Path folder) throws IOException {
    Path copy = folder.resolve("classes");
    for (Class<?> origin : List.of(OtherRuns.class, EditableFile.class)) {
      String packagePath = origin.getPackageName().replace('.', '/');
      Path root =
          Path.of(
              URI.create(origin.getProtectionDomain().getCodeSource().getLocation().toString()));
      Files.createDirectories(copy.resolve(packagePath));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(packagePath))) {
        for (Path file : files) {
          Files.copy(file, copy.resolve(packagePath).resolve(file.getFileName().toString()));
        }
      }
    }
    return copy;
  }

  static String output(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
