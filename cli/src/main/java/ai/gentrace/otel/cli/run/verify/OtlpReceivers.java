package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.Set;

/** Receivers that an application can send OTLP to. */
final class OtlpReceivers {
  /** {@code otelarrow} takes OTLP over gRPC beside its own protocol. */
  private static final Set<String> TYPES = Set.of("otlp", "otelarrow", "otel_arrow");

  private OtlpReceivers() {}

  static boolean takesOtlp(ComponentId id) {
    return TYPES.contains(id.type());
  }
}
