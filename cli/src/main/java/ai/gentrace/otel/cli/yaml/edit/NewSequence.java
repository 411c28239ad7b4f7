package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A list to be written.
 *
 * @param flow whether it is written in brackets, unless the lists around its place are block lists
 * @param spaced whether its brackets have blanks inside, which tells a list that the editor made
 *     from an empty one that it filled
 */
public record NewSequence(List<NewItem> items, boolean flow, boolean spaced) implements NewNode {
  public NewSequence {
    items = List.copyOf(items);
  }

  /** A list of strings, in brackets unless the lists around its place are block lists. */
  public static NewSequence ofStrings(List<String> texts) {
    return new NewSequence(
        texts.stream().map(text -> NewItem.of(NewScalar.string(text))).toList(), true, false);
  }

  static NewSequence of(YamlSource source, YamlSequence sequence) {
    List<NewItem> items = new ArrayList<>();
    for (YamlSequence.Item item : sequence.items()) {
      items.add(NewItem.of(source, item));
    }
    return new NewSequence(items, sequence.flow(), false);
  }

  @Override
  public NewSequence withoutNulls() {
    return new NewSequence(
        items.stream()
            .map(item -> new NewItem(item.comments(), item.node().withoutNulls(), item.comment()))
            .toList(),
        flow,
        spaced);
  }

  @Override
  public boolean sameAs(YamlNode node) {
    if (!(node instanceof YamlSequence sequence) || sequence.items().size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).node().sameAs(sequence.items().get(i).node().resolved())) {
        return false;
      }
    }
    return true;
  }
}
