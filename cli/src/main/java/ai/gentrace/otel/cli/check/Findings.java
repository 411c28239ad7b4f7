package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a rule puts what it finds. Serves one rule on one config. */
public final class Findings {
  private final RuleInfo rule;
  private final List<Finding> found = new ArrayList<>();

  /** Of one rule. */
  public Findings(RuleInfo rule) {
    this.rule = rule;
  }

  /** Adds one at the rule's own level. */
  public void add(Place place, String message, String help) {
    add(rule.severity(), place, message, help, null);
  }

  /** Adds one with a fix. */
  public void add(Place place, String message, String help, @Nullable Fix fix) {
    add(rule.severity(), place, message, help, fix);
  }

  /** Adds one at another level. */
  public void add(Severity severity, Place place, String message, String help, @Nullable Fix fix) {
    found.add(new Finding(rule, severity, message, help, place, "", fix));
  }

  /** What was found, in the order in which it was. */
  public List<Finding> list() {
    return List.copyOf(found);
  }
}
