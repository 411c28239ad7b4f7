package ai.gentrace.otel.cli.collector;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The components of a published distribution.
 *
 * @param release null where not known
 * @param distribution null where not known
 */
public record PublishedComponents(
    Catalogue catalogue, @Nullable Release release, @Nullable Distribution distribution)
    implements KnownComponents {

  @Override
  public Standing standing(ComponentKind kind, String type) {
    boolean known = catalogue.type(kind, type) != null;
    if (release == null || distribution == null) {
      return known ? Standing.OPEN : Standing.SUSPECT;
    }
    return switch (catalogue.presence(kind, type, distribution, release)) {
      case PRESENT -> Standing.PRESENT;
      case ABSENT -> isNewer(release) ? Standing.SUSPECT : Standing.ABSENT;
      case OPEN -> known ? Standing.OPEN : Standing.SUSPECT;
    };
  }

  private boolean isNewer(Release release) {
    return release.major() > catalogue.newest().major()
        || release.minor() > catalogue.newest().minor();
  }

  @Override
  public Set<String> types(ComponentKind kind) {
    return release == null || distribution == null
        ? catalogue.types(kind)
        : catalogue.types(kind, distribution, release);
  }

  @Override
  public @Nullable ComponentType type(ComponentKind kind, String type) {
    return catalogue.type(kind, type);
  }

  @Override
  public String title() {
    if (distribution == null) {
      return release == null ? "the collector" : "collector " + release;
    }
    return distribution.key() + (release == null ? "" : " " + release);
  }

  @Override
  public @Nullable String renamed(ComponentKind kind, String type) {
    ComponentType known = catalogue.type(kind, type);
    String name = known == null ? null : known.aliasOf();
    if (name == null || release == null) {
      return null;
    }
    boolean there =
        distribution == null
            ? !catalogue.holders(kind, name, release).isEmpty()
            : catalogue.presence(kind, name, distribution, release) == Catalogue.Presence.PRESENT;
    return there ? name : null;
  }
}
