package ai.gentrace.otel.cli.run.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The process of this machine that listens on a port, and its environment, as Linux shows them
 * under {@code /proc} to its owner.
 *
 * @param id process id
 * @param environment as it was when the process started
 */
record LocalProcess(long id, Map<String, String> environment) {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  /** They pass a port on to a collector that runs elsewhere. */
  private static final Set<String> FORWARDERS =
      Set.of(
          "kubectl",
          "docker-proxy",
          "ssh",
          "sshd",
          "socat",
          "rootlessport",
          "slirp4netns",
          "vpnkit",
          "com.docker.backend",
          "pasta",
          "conmon",
          "k9s",
          "oc",
          "nc",
          "envoy",
          "haproxy",
          "nginx",
          "java");

  LocalProcess {
    environment = Map.copyOf(environment);
  }

  /** Finds the process behind a URL; nothing where it runs elsewhere or may not be looked at. */
  static Optional<LocalProcess> behind(URI url) {
    if (!Files.isDirectory(PROC.resolve("self")) || !isLoopback(url)) {
      return Optional.empty();
    }
    try {
      Set<String> sockets = listening(url.getPort());
      return sockets.isEmpty() ? Optional.empty() : owner(sockets);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isLoopback(URI url) {
    try {
      return url.getPort() > 0
          && url.getHost() != null
          && InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Inodes of the sockets that listen on a port. */
  private static Set<String> listening(int port) throws IOException {
    String suffix = String.format(":%04X", port);
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = PROC.resolve("net").resolve(table);
      if (Files.isReadable(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
          String[] fields = line.strip().split("\\s+", -1);
          if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
            inodes.add("socket:[" + fields[9] + "]");
          }
        }
      }
    }
    return inodes;
  }

  private static Optional<LocalProcess> owner(Set<String> sockets) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, sockets)) {
          return read(process);
        }
      }
    }
    return Optional.empty();
  }

  /** Other users' processes cannot be looked at. */
  private static boolean holds(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (sockets.contains(target(descriptor))) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }

  private static Optional<LocalProcess> read(Path process) {
    try {
      String name = Files.readString(process.resolve("comm")).strip();
      if (FORWARDERS.contains(name)) {
        return Optional.empty();
      }
      Map<String, String> environment = new HashMap<>();
      for (String entry :
          Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
              .split("\0", -1)) {
        int equals = entry.indexOf('=');
        if (equals > 0) {
          environment.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
      }
      return Optional.of(
          new LocalProcess(Long.parseLong(process.getFileName().toString()), environment));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Never shows the environment. */
  @Override
  public String toString() {
    return "process " + id;
  }
}
