package ai.gentrace.otel.benchmarks.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Says whether an edit came out right. */
final class Judge {
  private Judge() {}

  /** One of "right, all lines kept", "right, lines changed" and "wrong". */
  static String verdict(byte[] before, byte[] after) {
    Map<String, Map<String, Object>> wanted = load(before);
    wanted.get("exporters").put(AddedExporter.ID, Map.of("traces_endpoint", AddedExporter.URL));
    try {
      if (!wanted.equals(load(after))) {
        return "wrong";
      }
    } catch (YAMLException e) {
      return "wrong";
    }
    return keepsLines(before, after) ? "right, all lines kept" : "right, lines changed";
  }

  private static Map<String, Map<String, Object>> load(byte[] bytes) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(Integer.MAX_VALUE);
    return new Yaml(new SafeConstructor(limits)).load(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether the old lines stand among the new ones, in order and to the byte. */
  private static boolean keepsLines(byte[] before, byte[] after) {
    Iterator<String> lines = lines(after).iterator();
    for (String line : lines(before)) {
      boolean found = false;
      while (!found && lines.hasNext()) {
        found = lines.next().equals(line);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(byte[] bytes) {
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)"));
  }
}
