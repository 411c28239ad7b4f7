package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.yaml.Position;

/**
 * A piece of text in place of another, in the file that the user gave.
 *
 * @param end exclusive; equal to {@code start} where text is only inserted
 */
public record FixEdit(Position start, Position end, String text) {}
