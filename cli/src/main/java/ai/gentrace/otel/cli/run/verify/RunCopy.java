package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A config that a run starts the collector with.
 *
 * @param yaml its text
 * @param environment all that the collector sees of the user's variables: dummies
 * @param variables what the config asks the environment for without a default
 * @param listeners each receiver that takes spans to the config path of its HTTP listen address
 */
record RunCopy(
    String yaml,
    Map<String, String> environment,
    List<Variables.Use> variables,
    Map<ComponentId, String> listeners) {
  RunCopy {
    variables = List.copyOf(variables);
    environment = Map.copyOf(environment);
    listeners = Collections.unmodifiableMap(new LinkedHashMap<>(listeners));
  }

  /** How a copy differs from the user's config. */
  enum Variant {
    /** The user's config as a whole. */
    WITH,
    /** Without what serves Gentrace alone. */
    WITHOUT,
    /** As a whole, with a queue to Gentrace that one request fills. */
    SMALL_QUEUE
  }

  /** Where the exporters of a copy lead. */
  interface Servers {
    /** URL of the server that stands in for Gentrace, without a path. */
    String gentrace(ComponentId exporter);

    /** URL of the server that captures what another exporter sends; a path is appended to it. */
    String other(ComponentId exporter);
  }
}
