package ai.gentrace.otel.cli.graph;

/** How sure it is that a node is there. */
enum Look {
  /** It is defined. */
  SOUND,
  /** The collector will refuse it: not defined, missing, connected on one side only. */
  BROKEN,
  /** It comes from elsewhere: an environment variable, another file, a chart's defaults. */
  OPEN,
  /** It only says that nothing stands here, and nothing need to. */
  EMPTY
}
