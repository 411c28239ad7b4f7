package ai.gentrace.otel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The job that the documentation shows for GitLab.
 *
 * @param entrypoint what takes the place of the image's own
 * @param script its lines
 */
record GitLabJob(List<String> entrypoint, List<String> script) {
  private static final Path PAGE = Path.of("../docs/ci.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  static GitLabJob documented() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .map(example -> (Map<?, ?>) yaml.load(example.group(1)))
        .filter(example -> example.containsKey("gentrace-otel"))
        .map(example -> (Map<?, ?>) example.get("gentrace-otel"))
        .map(
            job ->
                new GitLabJob(
                    strings(((Map<?, ?>) job.get("image")).get("entrypoint")),
                    strings(job.get("script"))))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> strings(Object value) {
    return ((List<?>) value).stream().map(String::valueOf).toList();
  }
}
