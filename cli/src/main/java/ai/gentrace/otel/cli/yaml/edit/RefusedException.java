package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlSource;
import org.jspecify.annotations.Nullable;

/** Carries a refusal up to {@link Editor}, never out of this package. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.reason(), null, false, false);
    this.refusal = refusal;
  }

  /** Refuses as something else stands at a place already. */
  static RefusedException conflict(Place place, int offset) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.CONFLICT,
            place.stream().source().position(offset),
            place.path(),
            place.path() + " is there already, with another value.",
            "Rename or remove the one that is there."));
  }

  /**
   * Refuses something at a place.
   *
   * @param node where; null for the start of the text
   */
  static RefusedException of(
      Place place, Refusal.Kind kind, @Nullable YamlNode node, String reason, String wayOut) {
    return new RefusedException(
        new Refusal(
            kind,
            place.stream().source().position(node == null ? 0 : node.start()),
            place.path(),
            PathWalk.named(place.path()) + " " + reason,
            wayOut));
  }

  /** Refuses as the way a node is written leaves no place for what is to happen to it. */
  static RefusedException layout(YamlSource source, NodeEdit edit, int offset, String reason) {
    return layout(
        source,
        edit,
        offset,
        reason,
        "Write it over lines of its own, or put the new entries into a file of their own.");
  }

  /** The same with another way out. */
  static RefusedException layout(
      YamlSource source, NodeEdit edit, int offset, String reason, String wayOut) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.LAYOUT,
            source.position(offset),
            edit.path,
            PathWalk.named(edit.path) + " " + reason,
            wayOut));
  }

  Refusal refusal() {
    return refusal;
  }
}
