/** Tests of the library in declarative configuration as it was. */
package ai.gentrace.otel.compatibility.declarative;
