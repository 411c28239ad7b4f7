package ai.gentrace.otel.cli.collector;

/**
 * A list item that names a component.
 *
 * @param id what it names; of an item that is no scalar, or comes from elsewhere, nothing sensible
 * @param item as written
 */
public record Reference(ComponentId id, Value item) {
  /** Whether the item is a plain name: a scalar without {@code ${...}}. */
  public boolean isKnown() {
    return item instanceof ScalarValue scalar && !scalar.holdsExpression();
  }
}
