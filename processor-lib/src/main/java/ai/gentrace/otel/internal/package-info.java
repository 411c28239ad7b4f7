/**
 * What OpenTelemetry's SDK finds by itself. Not for use by applications: everything here may change
 * or vanish in any release.
 */
package ai.gentrace.otel.internal;
