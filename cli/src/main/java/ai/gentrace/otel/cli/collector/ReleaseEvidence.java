package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which collector will read a config: from the config's own keys, else from an image
 * named beside it.
 *
 * <p>{@code trace_conditions} and its siblings came to the filter processor with 0.146; the
 * exporter types {@code otlp_http} and {@code otlp_grpc} came with 0.144.
 */
public final class ReleaseEvidence {
  private static final Release WITH_CONDITIONS = new Release(0, 146, 0);
  private static final Release WITH_NEW_NAMES = new Release(0, 144, 0);
  private static final List<String> CONDITIONS =
      List.of("trace_conditions", "metric_conditions", "log_conditions");
  private static final Set<String> NEW_NAMES = Set.of("otlp_http", "otlp_grpc");

  private ReleaseEvidence() {}

  /**
   * What a config and its surroundings tell.
   *
   * @param compose compose files that start collectors and lie beside a plain config; see {@link
   *     ComposeFiles}
   */
  public static CollectorRelease of(LocatedConfig located, List<YamlStream> compose) {
    CollectorRelease keys = ofKeys(located.config());
    if (keys.isAtLeast(WITH_CONDITIONS)) {
      return keys;
    }
    CollectorRelease image = ofImages(located, compose);
    return image.version() == null ? keys.with(image.distribution()) : image;
  }

  private static CollectorRelease ofKeys(CollectorConfig config) {
    for (Component component : config.section(ComponentKind.PROCESSOR).components()) {
      for (String key : CONDITIONS) {
        Setting setting = component.id().type().equals("filter") ? component.find(key) : null;
        if (setting != null) {
          return provenBy(WITH_CONDITIONS, setting);
        }
      }
    }
    for (Component component : config.section(ComponentKind.EXPORTER).components()) {
      if (NEW_NAMES.contains(component.id().type())) {
        return provenBy(WITH_NEW_NAMES, component.setting());
      }
    }
    return CollectorRelease.UNKNOWN;
  }

  private static CollectorRelease provenBy(Release release, Setting setting) {
    return new CollectorRelease(null, release, null, setting.key() + " at " + setting.keyPlace());
  }

  private static CollectorRelease ofImages(LocatedConfig located, List<YamlStream> compose) {
    List<YamlDocument> documents = located.file().documents();
    if (documents.isEmpty()) {
      return NamedImage.agreed(composeImages(compose));
    }
    YamlNode root = documents.get(located.document()).root();
    return switch (located.kind()) {
      case PLAIN -> NamedImage.agreed(composeImages(compose));
      case HELM_VALUES -> helmImage(root, located);
      case RESOURCE_V1BETA1, RESOURCE_V1ALPHA1 ->
          NamedImage.agreed(NamedImage.below(root, located.file().source()));
      case CONFIG_MAP -> {
        List<NamedImage> images = new ArrayList<>();
        for (YamlDocument document : documents) {
          images.addAll(NamedImage.below(document.root(), located.file().source()));
        }
        yield NamedImage.agreed(images);
      }
    };
  }

  private static List<NamedImage> composeImages(List<YamlStream> compose) {
    List<NamedImage> images = new ArrayList<>();
    for (YamlStream file : compose) {
      for (YamlDocument document : file.documents()) {
        images.addAll(NamedImage.below(document.root(), file.source()));
      }
    }
    return images;
  }

  /** The {@code image} that stands nearest above the config: beside it, else further out. */
  private static CollectorRelease helmImage(@Nullable YamlNode root, LocatedConfig located) {
    CollectorRelease nearest = CollectorRelease.UNKNOWN;
    YamlNode node = root;
    for (YamlPath.Step step : located.path().steps()) {
      if (!(node instanceof YamlMapping map) || !(step instanceof YamlPath.Key key)) {
        break;
      }
      YamlEntry image = map.get("image");
      NamedImage named =
          image == null ? null : NamedImage.of(image.value(), located.file().source());
      if (named != null) {
        nearest = NamedImage.agreed(List.of(named));
      }
      YamlEntry next = map.get(key.name());
      node = next == null ? null : next.value();
    }
    return nearest;
  }
}
