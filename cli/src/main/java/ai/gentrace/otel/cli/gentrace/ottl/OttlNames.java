package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds names in a condition that its context does not have. Immutable. */
public final class OttlNames {
  /**
   * A name that is not there.
   *
   * @param name as it stands in the condition, without keys
   * @param known the names of that kind that are there
   */
  public record Unknown(Kind kind, String name, Set<String> known) {}

  /** What kind of name is not there. */
  public enum Kind {
    FUNCTION,
    SYMBOL,
    PATH,
    /** The path exists, but its context has to be named before it. */
    PREFIX,
    /** The path exists, but cannot be indexed. */
    KEY
  }

  private final OttlContext context;
  private final boolean prefixRequired;

  /**
   * @param prefixRequired whether every path has to name its context
   */
  public OttlNames(OttlContext context, boolean prefixRequired) {
    this.context = context;
    this.prefixRequired = prefixRequired;
  }

  /** All unknown names, in the order of the text. */
  public List<Unknown> unknown(OttlCondition condition) {
    List<Unknown> found = new ArrayList<>();
    for (OttlValue value : OttlParts.of(condition)) {
      if (value instanceof OttlValue.Function function) {
        if (!OttlFunctions.has(context, function.name())) {
          found.add(new Unknown(Kind.FUNCTION, function.name(), OttlFunctions.names(context)));
        }
      } else if (value instanceof OttlValue.Symbol symbol) {
        if (!context.hasSymbol(symbol.name())) {
          found.add(new Unknown(Kind.SYMBOL, symbol.name(), context.symbols()));
        }
      } else if (value instanceof OttlValue.Path path) {
        unknown(path).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether conditions of a context may call a function. */
  public static boolean isFunction(OttlContext context, String name) {
    return OttlFunctions.has(context, name);
  }

  /** Whether conditions of a context may use a symbol such as {@code STATUS_CODE_OK}. */
  public static boolean isSymbol(OttlContext context, String name) {
    return context.hasSymbol(name);
  }

  private Optional<Unknown> unknown(OttlValue.Path path) {
    OttlValue.Segment first = path.segments().get(0);
    boolean prefixed =
        path.segments().size() > 1 && first.keys().isEmpty() && context.reaches(first.name());
    OttlContext owner = prefixed ? OttlContext.ofPrefix(first.name()).orElse(context) : context;
    String written = path.dotted();
    String name = prefixed ? written.substring(first.name().length() + 1) : written;
    boolean exists = owner.paths().contains(name) || (owner == context && name.equals("cache"));
    if (!exists) {
      return Optional.of(new Unknown(Kind.PATH, written, owner.paths()));
    }
    if (!prefixed && prefixRequired) {
      return Optional.of(new Unknown(Kind.PREFIX, written, owner.paths()));
    }
    int last = path.segments().size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean indexable = i == last && OttlContext.isIndexed(name);
      if (!indexable && !path.segments().get(i).keys().isEmpty()) {
        return Optional.of(new Unknown(Kind.KEY, written, owner.paths()));
      }
    }
    return Optional.empty();
  }
}
