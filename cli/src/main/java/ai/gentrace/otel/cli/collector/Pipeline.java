package ai.gentrace.otel.cli.collector;

import org.jspecify.annotations.Nullable;

/**
 * A pipeline.
 *
 * @param id {@code signal} or {@code signal/name}
 * @param signal null where the id begins with none
 * @param setting its key and body
 */
public record Pipeline(
    ComponentId id,
    @Nullable Signal signal,
    Setting setting,
    References receivers,
    References processors,
    References exporters) {

  /**
   * The three lists by the kind of what they name; connectors stand among receivers and exporters.
   */
  public References references(ComponentKind kind) {
    return switch (kind) {
      case RECEIVER -> receivers;
      case PROCESSOR -> processors;
      case EXPORTER -> exporters;
      case CONNECTOR, EXTENSION ->
          throw new IllegalArgumentException("A pipeline has no list of " + kind.section() + ".");
    };
  }

  /** False where its body comes from elsewhere, or is no map. */
  public boolean isKnown() {
    return setting.value().isNull() || setting.value() instanceof MapValue;
  }

  /** Whether it carries spans. */
  public boolean isTraces() {
    return signal == Signal.TRACES;
  }
}
