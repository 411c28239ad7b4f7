package ai.gentrace.otel;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an object has already. The object of an argument has one, and needs no set. */
final class JsonNames {
  private @Nullable String first;
  private @Nullable Set<String> others;

  /** Adds a name, and says whether it is new. */
  boolean add(String name) {
    if (first == null) {
      first = name;
      return true;
    }
    if (first.equals(name)) {
      return false;
    }
    if (others == null) {
      others = new HashSet<>();
    }
    return others.add(name);
  }

  boolean contains(String name) {
    return name.equals(first) || (others != null && others.contains(name));
  }
}
