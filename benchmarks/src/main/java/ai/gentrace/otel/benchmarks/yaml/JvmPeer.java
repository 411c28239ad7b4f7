package ai.gentrace.otel.benchmarks.yaml;

import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.Edited;
import ai.gentrace.otel.cli.yaml.edit.Editor;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.yaml.MergeYaml;
import org.openrewrite.yaml.YamlParser;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What edits YAML in a JVM: from a file's bytes to its new bytes. */
public enum JvmPeer {
  /** This project's editor: parse, plan, edit, verify. */
  GENTRACE {
    @Override
    byte[] edit(byte[] config) {
      YamlStream added = YamlStream.parse(YamlSource.ofText("added", AddedExporter.CONFIG));
      YamlMapping root = (YamlMapping) added.documents().get(0).root();
      YamlMapping exporters = (YamlMapping) root.entries().get(0).value();
      NewEntry entry = NewEntry.of(added.source(), exporters.entries().get(0));
      YamlStream file = YamlStream.parse(YamlSource.decode("config.yaml", config));
      Place place = new Place(file, 0, YamlPath.of("exporters"));
      return ((Edited) Editor.edit(List.of(new Change.InsertEntry(place, entry)))).bytes();
    }
  },

  /** OpenRewrite's recipe MergeYaml at the root, which is its faster way. */
  OPEN_REWRITE {
    @Override
    byte[] edit(byte[] config) {
      ExecutionContext context = new InMemoryExecutionContext();
      SourceFile file =
          YamlParser.builder()
              .build()
              .parse(context, new String(config, StandardCharsets.UTF_8))
              .findFirst()
              .orElseThrow();
      return new MergeYaml("$", AddedExporter.CONFIG, false, null, null, null, null, true)
          .run(new InMemoryLargeSourceSet(List.of(file)), context)
          .getChangeset()
          .getAllResults()
          .get(0)
          .getAfter()
          .printAllAsBytes();
    }
  },

  /** SnakeYAML, loaded into maps and dumped in block style. */
  SNAKE_YAML {
    @Override
    byte[] edit(byte[] config) {
      DumperOptions options = new DumperOptions();
      options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
      LoaderOptions limits = new LoaderOptions();
      limits.setCodePointLimit(Integer.MAX_VALUE);
      Map<String, Map<String, Object>> root =
          new Yaml(limits).load(new String(config, StandardCharsets.UTF_8));
      root.get("exporters").put(AddedExporter.ID, Map.of("traces_endpoint", AddedExporter.URL));
      return new Yaml(options).dump(root).getBytes(StandardCharsets.UTF_8);
    }
  },

  /** Jackson's tree, read and written. */
  JACKSON {
    @Override
    byte[] edit(byte[] config) {
      LoaderOptions limits = new LoaderOptions();
      limits.setCodePointLimit(Integer.MAX_VALUE);
      YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
      try {
        JsonNode root = mapper.readTree(config);
        ((ObjectNode) root.get("exporters"))
            .putObject(AddedExporter.ID)
            .put("traces_endpoint", AddedExporter.URL);
        return mapper.writeValueAsBytes(root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  /** Adds the exporter. */
  abstract byte[] edit(byte[] config);
}
