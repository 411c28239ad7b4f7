/**
 * Pictures of a config: text for the terminal, Mermaid, DOT, SVG, one HTML page, and the link that
 * opens it in OTelBin.
 */
@NullMarked
package ai.gentrace.otel.cli.graph;

import org.jspecify.annotations.NullMarked;
