package ai.gentrace.otel.cli.run.doctor;

/**
 * A finding of level error in the config.
 *
 * @param rule its id
 * @param place {@code file:line:column}
 */
public record ConfigFault(String rule, String message, String place) {}
