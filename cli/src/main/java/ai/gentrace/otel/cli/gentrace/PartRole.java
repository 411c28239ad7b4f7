package ai.gentrace.otel.cli.gentrace;

/** What a part does, in the order in which the parts are inserted. */
enum PartRole {
  /** The filter that only marked spans pass. */
  GATE,
  /** The batch processor that answers before Gentrace does. */
  WALL,
  /** The exporter to Gentrace. */
  EXPORTER,
  /** The pipeline that joins them. */
  PIPELINE
}
