package ai.gentrace.otel.cli.collector;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the components in the collector that reads a config. Immutable. */
public interface KnownComponents {
  /** Whether that collector holds a type. */
  enum Standing {
    PRESENT,
    /** It does not: the collector will refuse the config. */
    ABSENT,
    /** No collector that is known here holds it, but this one may. */
    SUSPECT,
    /** Others hold it, and this one may. */
    OPEN
  }

  /** Whether the collector holds a type. */
  Standing standing(ComponentKind kind, String type);

  /** The types of a kind that are worth suggesting. */
  Set<String> types(ComponentKind kind);

  /** What is known of a type, or null. */
  @Nullable ComponentType type(ComponentKind kind, String type);

  /** The collector in words, such as "core 0.161.0". */
  String title();

  /**
   * The name that a deprecated one has in this collector; null where the type is no such name, or
   * the collector is not known to have the new one.
   */
  @Nullable String renamed(ComponentKind kind, String type);
}
