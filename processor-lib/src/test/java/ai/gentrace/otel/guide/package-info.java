/** The code and the settings of {@code docs/java.md}, as tests. */
package ai.gentrace.otel.guide;
