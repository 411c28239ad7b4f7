package ai.gentrace.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.context.propagation.TextMapPropagator;

/** Protection against callers that mark requests themselves: baggage headers can be forged. */
public final class GentracePropagator {
  private GentracePropagator() {}

  /**
   * Returns a propagator that takes no {@code gentrace.*} baggage from inbound requests: after
   * {@code extract}, these entries are what the given context had. Other entries keep their value
   * and metadata; {@code inject} and {@code fields} are the delegate's.
   *
   * @param delegate what is wrapped
   * @return the propagator
   * @throws NullPointerException if {@code delegate} is null
   */
  public static TextMapPropagator dropInbound(TextMapPropagator delegate) {
    return new DropInboundPropagator(requireNonNull(delegate, "delegate"));
  }
}
