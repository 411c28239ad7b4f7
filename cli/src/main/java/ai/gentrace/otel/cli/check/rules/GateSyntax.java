package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.collector.Signal;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import ai.gentrace.otel.cli.gentrace.ottl.OttlContext;
import ai.gentrace.otel.cli.gentrace.ottl.OttlNames;
import java.util.Optional;

/** GT209: conditions that are no OTTL. */
final class GateSyntax implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT209",
          "gate-syntax",
          Severity.ERROR,
          "A filter condition that the collector does not parse.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** The newest release whose names are known here. */
  private static final Release KNOWN = new Release(0, 161, 0);

  @Override
  public void check(Subject subject, Findings findings) {
    for (SpanFilter filter : subject.filters()) {
      for (FilterCondition condition : filter.conditions()) {
        check(subject, condition, findings);
      }
    }
  }

  private static void check(Subject subject, FilterCondition condition, Findings findings) {
    Place place = condition.scalar().place();
    FilterCondition.Reading reading = condition.read();
    if (reading instanceof FilterCondition.Reading.Malformed malformed) {
      findings.add(place, malformed.reason(), malformed.help());
    } else if (reading instanceof FilterCondition.Reading.UnknownName unknown) {
      unknown(subject, place, unknown, findings);
    } else if (reading instanceof FilterCondition.Reading.WithoutContext none && !none.hasPaths()) {
      findings.add(
          place,
          "The condition has no path, and the collector cannot tell what it is for.",
          "Compare something with it, such as `span.attributes[\"...\"]`.");
    } else if (reading instanceof FilterCondition.Reading.ForeignContext foreign) {
      findings.add(
          place,
          "`" + foreign.prefix() + "` is no context that this list takes.",
          condition.signal() == Signal.TRACES
              ? "It takes resource, scope, span and spanevent."
              : "");
    }
  }

  private static void unknown(
      Subject subject,
      Place place,
      FilterCondition.Reading.UnknownName unknown,
      Findings findings) {
    String name = unknown.name().name();
    Optional<String> nearest = nearest(unknown.name());
    Release version = subject.version();
    boolean newer = version != null && version.minor() > KNOWN.minor();
    if (newer && nearest.isEmpty()) {
      return;
    }
    String context = unknown.context().prefix();
    String message =
        switch (unknown.name().kind()) {
          case FUNCTION -> "OTTL has no function `" + name + "`.";
          case SYMBOL -> "`" + name + "` is no name that OTTL knows for a " + context + ".";
          case KEY -> "`" + name + "` cannot be indexed.";
          case PATH, PREFIX -> "`" + name + "` is no path of a " + context + ".";
        };
    findings.add(
        place,
        message,
        nearest
            .map(near -> "Did you mean `" + near + "`?")
            .orElse(
                unknown.name().kind() == OttlNames.Kind.PATH
                    ? "Strings and attribute keys stand in double quotes."
                    : ""));
  }

  private static Optional<String> nearest(OttlNames.Unknown unknown) {
    String name = unknown.name();
    int dot = name.indexOf('.');
    String bare = dot < 0 ? name : name.substring(dot + 1);
    return Nearest.to(name, unknown.known())
        .or(
            () ->
                dot < 0 || OttlContext.ofPrefix(name.substring(0, dot)).isEmpty()
                    ? Optional.empty()
                    : Nearest.to(bare, unknown.known())
                        .map(near -> name.substring(0, dot + 1) + near));
  }
}
