package ai.gentrace.otel.cli.yaml;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document of a file.
 *
 * @param extent from its start marker or first token to its end marker; without an end marker to
 *     the next document or the end of the text
 * @param root the top node; null where nothing stands in the document
 * @param explicitStart whether {@code ---} opens it
 * @param explicitEnd whether {@code ...} closes it
 * @param aliased the nodes that an alias in the document stands for
 */
public record YamlDocument(
    Extent extent,
    @Nullable YamlNode root,
    boolean explicitStart,
    boolean explicitEnd,
    Set<YamlNode> aliased) {}
