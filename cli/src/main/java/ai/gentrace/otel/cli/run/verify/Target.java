package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import java.net.URI;

/**
 * The Gentrace that a config is meant for.
 *
 * @param keyVariable environment variable that holds the key where the collector runs
 */
public record Target(GentraceEndpoint endpoint, String keyVariable) {
  /** The path that it takes spans on. */
  String tracesPath() {
    return URI.create(endpoint.tracesUrl()).getRawPath();
  }
}
