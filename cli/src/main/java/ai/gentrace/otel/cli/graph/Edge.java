package ai.gentrace.otel.cli.graph;

/**
 * Where data goes next.
 *
 * @param from a node, or a joint
 * @param to a node, or a joint
 * @param connector whether a connector hands it to another pipeline
 * @param gentrace whether spans take this step on their way to Gentrace
 * @param cycle whether the step belongs to a circle of pipelines, which the collector refuses
 */
record Edge(String from, String to, boolean connector, boolean gentrace, boolean cycle) {}
