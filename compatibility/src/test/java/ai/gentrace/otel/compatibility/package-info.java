/** Tests that are compiled and run against several releases of OpenTelemetry. */
package ai.gentrace.otel.compatibility;
