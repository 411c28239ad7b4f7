package ai.gentrace.otel.cli.collector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the five sections that define components. Immutable. */
public final class Section {
  private final @Nullable Setting setting;
  private final List<Component> components;
  private final Map<ComponentId, Component> byId = new HashMap<>();

  /**
   * @param setting its key and value; null where the config has no such section
   */
  Section(@Nullable Setting setting, List<Component> components) {
    this.setting = setting;
    this.components = List.copyOf(components);
    for (Component component : components) {
      byId.putIfAbsent(component.id(), component);
    }
  }

  /** Its key and value; null where the config has no such section. */
  public @Nullable Setting setting() {
    return setting;
  }

  /** The components in the order of the text; none too where the section is no map. */
  public List<Component> components() {
    return components;
  }

  /** The component with that id, or null. */
  public @Nullable Component get(ComponentId id) {
    return byId.get(id);
  }

  /**
   * False where the section comes from elsewhere, {@code ${file:...}} say, so that more may be in
   * it, or is no map.
   */
  public boolean isKnown() {
    return setting == null || setting.value().isNull() || setting.value() instanceof MapValue;
  }
}
