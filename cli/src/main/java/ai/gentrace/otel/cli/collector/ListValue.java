package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.List;

/**
 * A list.
 *
 * @param node as written
 */
public record ListValue(YamlSequence node, List<Value> items) implements Value {
  public ListValue {
    items = List.copyOf(items);
  }

  @Override
  public Place place() {
    return Place.of(node);
  }
}
