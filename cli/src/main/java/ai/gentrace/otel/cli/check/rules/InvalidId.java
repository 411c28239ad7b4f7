package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.References;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import java.util.Locale;

/** GT007: ids of components and pipelines against the collector's grammar. */
final class InvalidId implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT007", "invalid-id", Severity.ERROR, "An id that the collector does not take.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (ComponentKind kind : ComponentKind.values()) {
      for (Component component : subject.config().section(kind).components()) {
        check(component.id(), component.setting().key(), component.setting().keyPlace(), findings);
      }
    }
    check(subject.config().enabledExtensions(), findings);
    for (Pipeline pipeline : subject.config().pipelines()) {
      // What is wrong with the signal is another rule's business.
      if (pipeline.signal() != null) {
        check(pipeline.id(), pipeline.setting().key(), pipeline.setting().keyPlace(), findings);
      }
      check(pipeline.receivers(), findings);
      check(pipeline.processors(), findings);
      check(pipeline.exporters(), findings);
    }
  }

  private static void check(References references, Findings findings) {
    for (Reference reference : references.items()) {
      boolean text =
          reference.item() instanceof ScalarValue scalar
              && (scalar.type() == ScalarType.STRING || scalar.type() == ScalarType.NULL);
      if (text && reference.isKnown()) {
        check(reference.id(), reference.id().toString(), reference.item().place(), findings);
      }
    }
  }

  private static void check(ComponentId id, String written, Place place, Findings findings) {
    String problem = id.problem();
    if (problem != null) {
      findings.add(place, "`" + written + "` is no id: " + lower(problem), "");
    }
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
