package ai.gentrace.otel.cli.yaml.file;

/** A file ready to be changed, or why it is not. */
public sealed interface OpenResult permits EditableFile, FileProblem {}
