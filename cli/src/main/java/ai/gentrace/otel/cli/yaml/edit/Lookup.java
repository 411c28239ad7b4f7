package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import org.jspecify.annotations.Nullable;

/** Where a path leads in a file that is to be changed. */
public sealed interface Lookup {
  /**
   * A value is there.
   *
   * @param entry the entry that holds it; null for the root and for list items
   */
  record Present(YamlNode node, @Nullable YamlEntry entry) implements Lookup {}

  /**
   * The key or dash is there with null behind it, written or not.
   *
   * @param node the null
   * @param entry the entry that holds it; null for list items
   */
  record Empty(YamlNode node, @Nullable YamlEntry entry) implements Lookup {}

  /**
   * A key is missing, or a list is too short.
   *
   * @param deepest the mapping, list or null in which the rest would begin; null where the document
   *     has no content at all
   * @param entry the entry that holds {@code deepest}, where one does
   * @param found the path of {@code deepest}
   * @param rest what is missing, at least one step
   */
  record Missing(
      @Nullable YamlNode deepest, @Nullable YamlEntry entry, YamlPath found, YamlPath rest)
      implements Lookup {}

  /** Something is there or on the way that must not be changed, or that is of another kind. */
  record Refused(Refusal refusal) implements Lookup {}
}
