package ai.gentrace.otel.cli.collector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the five sections that define components.
 *
 * @param setting its key and value; null where the config has no such section
 * @param components in the order of the text; empty too where the section is no map
 */
public record Section(ComponentKind kind, @Nullable Setting setting, List<Component> components) {
  public Section {
    components = List.copyOf(components);
  }

  /** The component with that id, or null. */
  public @Nullable Component get(ComponentId id) {
    for (Component component : components) {
      if (component.id().equals(id)) {
        return component;
      }
    }
    return null;
  }

  /**
   * False where the section comes from elsewhere, {@code ${file:...}} say, so that more may be in
   * it, or is no map.
   */
  public boolean isKnown() {
    return setting == null || setting.value().isNull() || setting.value() instanceof MapValue;
  }
}
