/** Applications that the tests start; each is a main class of its own. */
package ai.gentrace.otel.compatibility.jvm.app;
