/** Tests of the library behind Micrometer. */
package ai.gentrace.otel.compatibility.springboot;
