/** Pictures of a collector config: text, Mermaid, DOT, SVG, HTML, and the link to OTelBin. */
@NullMarked
package ai.gentrace.otel.cli.graph;

import org.jspecify.annotations.NullMarked;
