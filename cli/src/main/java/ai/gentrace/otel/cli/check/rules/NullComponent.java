package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Deque;

/** GT402: keys without a value where a chart or the operator merges. */
final class NullComponent implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT402",
          "null-component",
          Severity.WARNING,
          "An empty value in a Helm file or operator resource, where null deletes.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (LocatedConfig located : subject.located()) {
      if (located.kind().nullDeletes()) {
        check(located, findings);
      }
    }
  }

  private static void check(LocatedConfig located, Findings findings) {
    Deque<YamlNode> open = new ArrayDeque<>();
    if (located.root() != null) {
      open.add(located.root());
    }
    while (!open.isEmpty()) {
      YamlNode node = open.remove();
      if (node instanceof YamlMapping map) {
        for (YamlEntry entry : map.entries()) {
          open.add(entry.value());
          if (entry.value() instanceof YamlScalar scalar
              && scalar.isImplicit()
              && scalar.isNull()
              && !scalar.properties().present()) {
            Place key = new Place(located.source(), entry.key().extent());
            findings.add(
                key,
                "`"
                    + entry.name()
                    + ":` is null, and null deletes here what the chart or the"
                    + " operator has under that name.",
                "Write `" + entry.name() + ": {}`; to delete it on purpose, write null.");
          }
        }
      } else if (node instanceof YamlSequence list) {
        list.items().forEach(item -> open.add(item.node()));
      }
    }
  }
}
