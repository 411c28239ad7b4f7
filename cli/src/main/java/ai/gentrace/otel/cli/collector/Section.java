package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.MappedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the five sections that define components. Immutable. */
public final class Section {
  private final ComponentKind kind;
  private final @Nullable Setting setting;
  private final @Nullable LongMap longMap;
  private final List<Component> components;
  private final Map<ComponentId, Component> byId = new HashMap<>();

  /**
   * @param setting its key and value; null where the config has no such section
   */
  Section(ComponentKind kind, @Nullable Setting setting) {
    this.kind = kind;
    this.setting = setting;
    MapValue map = setting == null ? null : setting.value().asMap();
    this.longMap = map == null ? null : map.longMap();
    if (longMap != null) {
      this.components = new MappedList<>(longMap.settings(), this::component);
      return;
    }
    List<Component> all = new ArrayList<>();
    if (map != null) {
      for (Setting each : map.settings()) {
        Component component = component(each);
        all.add(component);
        byId.putIfAbsent(component.id(), component);
      }
    }
    this.components = List.copyOf(all);
  }

  private Component component(Setting component) {
    return new Component(kind, ComponentId.of(component.key()), component);
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
    if (longMap == null) {
      return byId.get(id);
    }
    Setting found = longMap.get(id.toString());
    return found == null ? null : component(found);
  }

  /**
   * False where the section comes from elsewhere, {@code ${file:...}} say, so that more may be in
   * it, or is no map.
   */
  public boolean isKnown() {
    return setting == null || setting.value().isNull() || setting.value() instanceof MapValue;
  }
}
