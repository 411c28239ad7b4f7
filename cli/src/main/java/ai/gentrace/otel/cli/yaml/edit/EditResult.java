package ai.gentrace.otel.cli.yaml.edit;

/** New bytes, or why there are none. */
public sealed interface EditResult permits Edited, Refusal {}
