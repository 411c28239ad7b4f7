package ai.gentrace.otel.it.kubernetes;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A file that holds a config, and the config taken out of it without this project's own code.
 *
 * @param text of the file
 * @param document the config's document, from 0
 * @param path the keys to the config
 */
public record EmbeddedFile(String text, int document, List<String> path) {
  public EmbeddedFile {
    path = List.copyOf(path);
  }

  /** Returns the config as a file of its own. */
  public String config() {
    Object node = null;
    int number = 0;
    for (Object each : new Yaml().loadAll(text)) {
      if (number++ == document) {
        node = each;
      }
    }
    for (String key : path) {
      node = ((Map<?, ?>) node).get(key);
    }
    if (node instanceof String config) {
      return config;
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(node);
  }

  /** Returns the same place in another version of the file. */
  EmbeddedFile with(String other) {
    return new EmbeddedFile(other, document, path);
  }
}
