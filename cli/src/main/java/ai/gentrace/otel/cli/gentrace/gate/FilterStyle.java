package ai.gentrace.otel.cli.gentrace.gate;

/** The three ways in which a filter processor's conditions can be written. */
public enum FilterStyle {
  /** {@code traces: {span: [...]}}: one list of OTTL conditions for each context. */
  BY_CONTEXT,
  /** {@code trace_conditions}: OTTL conditions whose paths name their contexts; since 0.146. */
  INFERRED,
  /** {@code spans: {include: ..., exclude: ...}}: properties to match, without OTTL. */
  MATCH
}
