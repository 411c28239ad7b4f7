package ai.gentrace.otel.cli.run;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * A collector program that can be run: a binary of this machine or an image. Immutable and
 * thread-safe; several collectors can run at once.
 */
public interface Collector {
  /** Returns a collector that runs as a child process. */
  static Collector ofBinary(Path binary) {
    return new ProcessCollector(binary);
  }

  /** Returns a collector that runs as a container, by the {@code docker} command on PATH. */
  static Collector ofImage(String image) {
    return new DockerCollector(image, "docker");
  }

  /** Returns in a few words what is run and how, for the user. */
  String description();

  /** Returns the host name under which the collector reaches servers of this machine. */
  String hostName();

  /** Returns the address that a server has to listen on so that the collector reaches it. */
  InetAddress serverAddress();

  /**
   * Runs another command of the collector, such as {@code components}, to its end.
   *
   * @throws CollectorException if it cannot be run, or not to its end within 30 s
   */
  CommandOutput run(List<String> arguments) throws CollectorException, InterruptedException;

  /**
   * Asks the collector's own {@code validate}. Listeners of the setup are left as they are.
   *
   * @return exit code and message; a refused config is an answer, not an exception
   * @throws CollectorException if it cannot be run, or not to its end within 30 s
   */
  CommandOutput validate(CollectorSetup setup) throws CollectorException, InterruptedException;

  /**
   * Starts the collector and waits until it is ready. It is gone at the latest when this JVM ends.
   *
   * @throws CollectorException if it did not become ready; nothing of it runs any more then
   */
  RunningCollector start(CollectorSetup setup) throws CollectorException, InterruptedException;
}
