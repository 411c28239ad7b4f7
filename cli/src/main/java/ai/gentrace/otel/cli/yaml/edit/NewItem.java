package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item to be written into a list.
 *
 * @param comments lines above the dash, each with its hash sign; left out in flow style
 * @param comment behind a scalar, with its hash sign; left out in flow style
 */
public record NewItem(List<String> comments, NewNode node, @Nullable String comment) {
  public NewItem {
    comments = List.copyOf(comments);
  }

  /** An item without comments. */
  public static NewItem of(NewNode node) {
    return new NewItem(List.of(), node, null);
  }

  static NewItem of(YamlSource source, YamlSequence.Item item) {
    return new NewItem(
        TextLines.commentsAbove(source, item.start()),
        NewNode.of(source, item.node()),
        item.node() instanceof YamlScalar
            ? TextLines.commentBehind(source, item.node().extent().end())
            : null);
  }
}
