/** Tests of the library that start a JVM each. */
package ai.gentrace.otel.compatibility.jvm;
