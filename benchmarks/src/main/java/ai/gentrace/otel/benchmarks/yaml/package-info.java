/** What one edit of a config costs here, and with other tools; and whether it comes out right. */
package ai.gentrace.otel.benchmarks.yaml;
