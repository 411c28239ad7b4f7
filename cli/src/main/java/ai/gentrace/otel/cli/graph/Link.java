package ai.gentrace.otel.cli.graph;

/**
 * An arrow.
 *
 * @param gentrace whether it lies on the way to Gentrace
 * @param cyclic whether it is part of a circle of pipelines, which the collector refuses
 */
record Link(Node from, Node to, boolean gentrace, boolean cyclic) {}
