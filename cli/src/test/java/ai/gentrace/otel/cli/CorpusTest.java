package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The corpus lane: merges into and removes from every config of a folder of real files, given with
 * {@code -Dcorpus=DIR}. A result is right if an independent parser sees the old config with the
 * Gentrace parts added and nothing else changed, if a second merge changes nothing, and if remove
 * gives the first bytes back. A refusal is no failure here; its reason is printed.
 */
@Tag("corpus")
class CorpusTest {
  @TempDir Path folder;

  private final Map<String, List<String>> verdicts = new TreeMap<>();

  @Test
  void everyFileComesOutRightOrIsRefused() throws IOException {
    Path corpus = Path.of(System.getProperty("corpus"), "files");
    List<Path> files;
    try (Stream<Path> found = Files.list(corpus)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      for (LocatedConfig config : configs(file)) {
        for (String version : List.of("", "0.161.0")) {
          judge(file, config, version);
        }
      }
    }
    StringBuilder report = new StringBuilder();
    verdicts.forEach(
        (verdict, cases) -> {
          report.append(cases.size()).append(' ').append(verdict).append('\n');
          if (!verdict.equals("right")) {
            cases.forEach(each -> report.append("  ").append(each).append('\n'));
          }
        });
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/corpus.txt"), report);
    System.out.println(report);
    assertThat(verdicts.keySet()).noneMatch(verdict -> verdict.startsWith("wrong"));
    assertThat(verdicts).containsKey("right");
  }

  private static List<LocatedConfig> configs(Path file) throws IOException {
    YamlStream stream =
        YamlStream.parse(YamlSource.decode(file.toString(), Files.readAllBytes(file)));
    List<LocatedConfig> found = ConfigFinder.find(stream);
    return found.isEmpty() ? List.of(ConfigFinder.plain(stream)) : found;
  }

  private void judge(Path original, LocatedConfig config, String version) throws IOException {
    Path name = original.getFileName();
    Path file = folder.resolve(name);
    byte[] before = Files.readAllBytes(original);
    Files.write(file, before);
    List<String> where = new ArrayList<>();
    if (!config.path().isRoot()) {
      where.addAll(
          List.of("--path", config.path().toString(), "--document", "" + (config.document() + 1)));
    }
    if (!version.isEmpty()) {
      where.addAll(List.of("--collector-version", version));
    }
    String what = name + " " + String.join(" ", where);
    RunResult merged = run("init", where, "--merge", name.toString());
    byte[] after = Files.readAllBytes(file);
    if (merged.exit() == ExitCode.UNUSABLE) {
      add(
          after.length == before.length ? "refused" : "wrong: refused and written",
          what + ": " + merged.err());
    } else if (merged.exit() != ExitCode.DONE) {
      add("wrong: exit " + merged.exit(), what + ": " + merged.err());
    } else if (!expected(before, config).equals(tree(after, config))) {
      add("wrong: another config", what);
    } else if (run("init", where, "--merge", name.toString()).exit() != ExitCode.DONE
        || !Arrays.equals(after, Files.readAllBytes(file))) {
      add("wrong: a second merge", what);
    } else if (run("remove", where, name.toString()).exit() != ExitCode.DONE
        || !Arrays.equals(before, Files.readAllBytes(file))) {
      add("wrong: remove", what);
    } else {
      add("right", what);
    }
  }

  private RunResult run(String command, List<String> options, String... rest) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(options);
    args.addAll(List.of(rest));
    return RunResult.run(folder, args.toArray(String[]::new));
  }

  private void add(String verdict, String what) {
    verdicts.computeIfAbsent(verdict, key -> new ArrayList<>()).add(what.strip());
  }

  /** All documents of the old file, with the config's parts as they should come out. */
  private static Object expected(byte[] before, LocatedConfig config) {
    return documents(before, config, true);
  }

  /** All documents of the new file, its Gentrace parts replaced by their names. */
  private static Object tree(byte[] after, LocatedConfig config) {
    return documents(after, config, false);
  }

  private static Object documents(byte[] bytes, LocatedConfig config, boolean add) {
    List<Object> documents = new ArrayList<>();
    YamlSource source = YamlSource.decode("judged", bytes);
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10_000);
    for (Object document :
        new Yaml(new SafeConstructor(options)).loadAll(source.text().replace("\t", " "))) {
      documents.add(document);
    }
    if (documents.isEmpty()) {
      documents.add(new LinkedHashMap<>());
    }
    replace(documents, config, add);
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static void replace(List<Object> documents, LocatedConfig config, boolean add) {
    Object parent = null;
    String key = "";
    Object node = documents.get(config.document());
    for (var step : config.path().steps()) {
      key = ((YamlPath.Key) step).name();
      parent = node;
      node = ((Map<String, Object>) node).get(key);
    }
    Object inner = node instanceof String text ? new Yaml().load(text) : node;
    Map<String, Object> parts = inner == null ? new LinkedHashMap<>() : (Map<String, Object>) inner;
    mark(parts, add, "processors", "filter/gentrace_sample");
    mark(parts, add, "processors", "batch/gentrace");
    mark(parts, add, "exporters", "otlphttp/gentrace", "otlp_http/gentrace");
    mark((Map<String, Object>) under(parts, "service"), add, "pipelines", "traces/gentrace");
    Map<String, Object> receivers = (Map<String, Object>) under(parts, "receivers");
    if (add
        ? !receivers.containsKey("otlp")
        : config.config().root().find("receivers", "otlp") == null) {
      receivers.put("otlp", "added where there was none");
    }
    if (parent == null) {
      documents.set(config.document(), parts);
    } else {
      ((Map<String, Object>) parent).put(key, parts);
    }
  }

  @SuppressWarnings("unchecked")
  private static void mark(Map<String, Object> map, boolean add, String section, String... ids) {
    Map<String, Object> entries = (Map<String, Object>) under(map, section);
    for (String id : ids) {
      if (add || entries.containsKey(id)) {
        entries.remove(id);
        entries.put("gentrace " + ids[0], "there");
      }
    }
  }

  private static Object under(Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      value = new LinkedHashMap<>();
      map.put(key, value);
    }
    return value;
  }
}
