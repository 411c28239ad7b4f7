package ai.gentrace.otel.cli.collector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of component names: {@code receivers}, {@code processors} or {@code exporters} of a
 * pipeline, or {@code service.extensions}.
 *
 * @param setting its key and value; null where the key is missing
 * @param items in order; empty too where the value is no list
 */
public record References(@Nullable Setting setting, List<Reference> items) {
  public References {
    items = List.copyOf(items);
  }

  /** The names in order. */
  public List<ComponentId> ids() {
    List<ComponentId> ids = new ArrayList<>();
    for (Reference item : items) {
      ids.add(item.id());
    }
    return List.copyOf(ids);
  }

  /** The first item with that name, or null. */
  public @Nullable Reference get(ComponentId id) {
    for (Reference item : items) {
      if (item.id().equals(id)) {
        return item;
      }
    }
    return null;
  }

  /** False where the list or an item comes from elsewhere, so that there may be more names. */
  public boolean isKnown() {
    if (setting != null && setting.value().isExpression()) {
      return false;
    }
    for (Reference item : items) {
      if (!item.isKnown()) {
        return false;
      }
    }
    return true;
  }
}
