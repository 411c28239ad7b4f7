package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image of the collector and where a file names it.
 *
 * @param text as written
 */
record NamedImage(CollectorImage image, String text, Place place) {

  /** The values of all keys {@code image} below a node that name an image of the collector. */
  static List<NamedImage> below(@Nullable YamlNode node, YamlSource source) {
    List<NamedImage> found = new ArrayList<>();
    collect(node, source, found);
    return found;
  }

  private static void collect(@Nullable YamlNode node, YamlSource source, List<NamedImage> found) {
    if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> collect(item.node(), source, found));
    } else if (node instanceof YamlMapping map) {
      for (YamlEntry entry : map.entries()) {
        NamedImage image = entry.name().equals("image") ? of(entry.value(), source) : null;
        if (image != null) {
          found.add(image);
        }
        collect(entry.value(), source, found);
      }
    }
  }

  /**
   * The image that a value names: {@code repository:tag}, or a map with {@code repository} and
   * {@code tag} as charts have it; null for any other value. A map without a repository means the
   * chart's, which is the collector's in a chart that has a collector config.
   */
  static @Nullable NamedImage of(YamlNode value, YamlSource source) {
    if (value instanceof YamlScalar scalar) {
      CollectorImage image = CollectorImage.parse(scalar.value());
      return image == null ? null : new NamedImage(image, scalar.value(), place(scalar, source));
    }
    if (!(value instanceof YamlMapping map)) {
      return null;
    }
    YamlScalar repository = scalar(map, "repository");
    YamlScalar tag = scalar(map, "tag");
    String version = tag == null ? "" : tag.value();
    if (repository == null) {
      return tag == null
          ? null
          : new NamedImage(
              new CollectorImage(CollectorImage.release(version), null),
              "tag " + version,
              place(tag, source));
    }
    CollectorImage image = CollectorImage.of(repository.value(), version);
    return image == null
        ? null
        : new NamedImage(
            image,
            repository.value() + ":" + version,
            place(tag == null ? repository : tag, source));
  }

  /**
   * What images tell: the release if all that have one have the same, the distribution likewise.
   */
  static CollectorRelease agreed(List<NamedImage> images) {
    if (images.isEmpty()) {
      return CollectorRelease.UNKNOWN;
    }
    List<NamedImage> tagged =
        images.stream().filter(image -> image.image().release() != null).toList();
    long releases = tagged.stream().map(image -> image.image().release()).distinct().count();
    List<Distribution> distributions =
        images.stream()
            .map(image -> image.image().distribution())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    CollectorRelease known = releases == 1 ? tagged.get(0).release() : CollectorRelease.UNKNOWN;
    return new CollectorRelease(
        known.version(),
        null,
        distributions.size() == 1 ? distributions.get(0) : null,
        known.source());
  }

  private CollectorRelease release() {
    return new CollectorRelease(
        image.release(), null, image.distribution(), "image " + text + " at " + place);
  }

  private static @Nullable YamlScalar scalar(YamlMapping map, String key) {
    YamlEntry entry = map.get(key);
    return entry != null && entry.value().resolved() instanceof YamlScalar scalar ? scalar : null;
  }

  private static Place place(YamlScalar scalar, YamlSource source) {
    Extent extent = scalar.extent();
    return new Place(source, extent);
  }
}
