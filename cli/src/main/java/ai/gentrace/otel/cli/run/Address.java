package ai.gentrace.otel.cli.run;

import java.net.URI;

/**
 * Where something listens.
 *
 * @param host name or IP address, as this machine reaches it
 * @param port TCP port
 */
public record Address(String host, int port) {
  /** Returns {@code host:port}, as gRPC exporters and listen addresses are written. */
  public String authority() {
    return host + ":" + port;
  }

  /**
   * Returns a plain http URL.
   *
   * @param path starts with a slash, or is empty
   */
  public URI http(String path) {
    return URI.create("http://" + authority() + path);
  }
}
