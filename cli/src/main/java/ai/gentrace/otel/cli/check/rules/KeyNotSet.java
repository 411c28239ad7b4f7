package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** GT108: the key's variable in a Kubernetes file that sets no such variable. */
final class KeyNotSet implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT108",
          "key-not-set",
          Severity.WARNING,
          "A Kubernetes file uses the variable of the API key and does not set it.");

  private static final LazyPattern VARIABLE =
      LazyPattern.of("\\$\\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)\\}");

  /** Lists of variables, in Helm charts and in the operator's resource. */
  private static final Set<String> LISTS = Set.of("env", "extraEnvs", "extraEnv", "envVars");

  /** Sources of variables whose names are not in the file. */
  private static final Set<String> SOURCES = Set.of("envFrom", "extraEnvsFrom", "extraEnvFrom");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (LocatedConfig located : subject.located()) {
      boolean resource =
          located.kind() == FileKind.RESOURCE_V1BETA1
              || located.kind() == FileKind.RESOURCE_V1ALPHA1;
      if (resource || located.kind() == FileKind.HELM_VALUES) {
        check(subject, located, findings);
      }
    }
  }

  private static void check(Subject subject, LocatedConfig located, Findings findings) {
    List<String> reported = new ArrayList<>();
    for (ScalarValue value : AuthorizationValues.of(subject)) {
      Matcher matcher = VARIABLE.matcher(value.text());
      while (matcher.find()) {
        String name = matcher.group(1);
        if (value.place().source().equals(located.source())
            && !reported.contains(name)
            && !isSet(located, name)) {
          reported.add(name);
          Place place = value.place();
          findings.add(
              place,
              "`" + name + "` is not set in this file: the collector would send an empty key.",
              located.kind() == FileKind.HELM_VALUES
                  ? "Add it under `extraEnvs:` with a `secretKeyRef`."
                  : "Add it under `spec.env` with a `secretKeyRef`.");
        }
      }
    }
  }

  /** Whether the maps around the config set a variable, or take variables from elsewhere. */
  private static boolean isSet(LocatedConfig located, String name) {
    YamlDocument document = located.file().documents().get(located.document());
    YamlNode node = document.root();
    for (int depth = 0; node instanceof YamlMapping map; depth++) {
      if (sets(map, name)) {
        return true;
      }
      if (depth >= located.path().steps().size()
          || !(located.path().steps().get(depth) instanceof YamlPath.Key key)) {
        return false;
      }
      YamlEntry next = map.get(key.name());
      node = next == null ? null : next.value().resolved();
    }
    return false;
  }

  private static boolean sets(YamlMapping map, String name) {
    for (YamlEntry entry : map.entries()) {
      YamlNode value = entry.value().resolved();
      boolean empty =
          (value instanceof YamlScalar scalar && scalar.isNull())
              || (value instanceof YamlSequence list && list.items().isEmpty());
      if (SOURCES.contains(entry.name()) && !empty) {
        return true;
      }
      if (LISTS.contains(entry.name()) && names(value, name)) {
        return true;
      }
    }
    return false;
  }

  /** A list of maps with {@code name}, or a map by name. */
  private static boolean names(YamlNode value, String name) {
    if (value instanceof YamlMapping map) {
      return map.get(name) != null;
    }
    return value instanceof YamlSequence list
        && list.items().stream()
            .map(item -> item.node().resolved())
            .anyMatch(
                item ->
                    item instanceof YamlMapping variable
                        && variable.get("name") != null
                        && variable.get("name").value().resolved() instanceof YamlScalar text
                        && text.value().equals(name));
  }
}
