package ai.gentrace.otel.cli.run.verify;

import java.util.Map;

/**
 * Sends whatever a component that nobody knows would ask of other servers to a port of this machine
 * where nothing listens. Loopback needs no proxy.
 */
final class DeadEnd {
  private static final String NOWHERE = "http://127.0.0.1:9";

  static final Map<String, String> VARIABLES =
      Map.of(
          "HTTP_PROXY",
          NOWHERE,
          "HTTPS_PROXY",
          NOWHERE,
          "NO_PROXY",
          "localhost,127.0.0.1,::1,host.docker.internal");

  private DeadEnd() {}
}
