/**
 * How findings and differences look: text for people, JSON, SARIF and GitHub's annotations for
 * programs. One renderer is one class; none decides what is shown, which a {@link
 * ai.gentrace.otel.cli.report.Report} holds.
 */
@NullMarked
package ai.gentrace.otel.cli.report;

import org.jspecify.annotations.NullMarked;
