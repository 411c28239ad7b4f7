package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates: those of this release, and every one that an earlier release inserted, so that
 * files keep being recognised.
 *
 * @param current one of each variant
 * @param earlier newest first
 */
record Templates(List<Template> current, List<Template> earlier) {
  /** Folder of the template files among the program's resources. */
  private static final String FOLDER = "/templates/";

  /** Names the files of earlier releases, newest first; one a line, {@code #} begins a comment. */
  private static final String EARLIER = "released/index.txt";

  Templates {
    current = List.copyOf(current);
    earlier = List.copyOf(earlier);
  }

  /** Those that come with the program. */
  static Templates shipped() {
    List<Template> current = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      current.add(read(variant, "gentrace-" + variant.key() + ".yaml"));
    }
    List<Template> earlier = new ArrayList<>();
    for (String line : text(EARLIER).lines().toList()) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        earlier.add(
            read(
                name.contains(Variant.CURRENT.key()) ? Variant.CURRENT : Variant.COMPATIBLE,
                "released/" + name));
      }
    }
    return new Templates(current, earlier);
  }

  /** This release's template of a variant. */
  Template of(Variant variant) {
    for (Template template : current) {
      if (template.variant() == variant) {
        return template;
      }
    }
    throw new IllegalStateException("No template for " + variant);
  }

  /** All, the newest first. */
  List<Template> all() {
    List<Template> all = new ArrayList<>(current);
    all.addAll(earlier);
    return all;
  }

  /** The top map of a template file. */
  static CollectorConfig config(String name) {
    YamlStream stream = YamlStream.parse(YamlSource.ofText(name, text(name)));
    return CollectorConfig.of(stream.source(), stream.documents().get(0).root());
  }

  /** The text of a template file. */
  static String text(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template read(Variant variant, String name) {
    return Template.read(variant, name, text(name));
  }
}
