/**
 * Pictures of a config: text for the terminal, Mermaid, DOT, SVG, one HTML page, and the link that
 * opens it in OTelBin.
 *
 * <p>{@code Sketch} and {@code Draftsman} turn a {@link ai.gentrace.otel.cli.graph.Scene} into a
 * {@link ai.gentrace.otel.cli.graph.Drawing}, which says what is shown and where findings stand;
 * each {@code ...Picture} renders it. {@code RedactedText} and {@code Secret...} keep keys out of
 * what leaves the machine.
 */
@NullMarked
package ai.gentrace.otel.cli.graph;

import org.jspecify.annotations.NullMarked;
