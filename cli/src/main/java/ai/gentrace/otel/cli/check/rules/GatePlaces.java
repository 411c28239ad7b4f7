package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.Gate;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.ArrayList;
import java.util.List;

/** Which part of a gate a finding is about. */
final class GatePlaces {
  private GatePlaces() {}

  /** The condition that drops marked spans; without one the first, without any the gate's key. */
  static Place dropping(Gate gate) {
    for (FilterCondition condition : gate.filter().traceConditions()) {
      if (GateMeaning.dropsMarked(condition)) {
        return condition.scalar().place();
      }
    }
    return mentioning(gate);
  }

  /** The first condition that speaks of Gentrace, else the first, else the gate's key. */
  static Place mentioning(Gate gate) {
    SpanFilter filter = gate.filter();
    List<FilterCondition> conditions = filter.conditions();
    for (FilterCondition condition : conditions) {
      if (condition.mentionsGentrace()) {
        return condition.scalar().place();
      }
    }
    if (!filter.matches().isEmpty()) {
      return filter.matches().get(0).setting().keyPlace();
    }
    return conditions.isEmpty()
        ? filter.component().setting().keyPlace()
        : conditions.get(0).scalar().place();
  }

  /** The gates whose meaning is this. */
  static List<Gate> judged(Subject subject, GateMeaning.Verdict verdict) {
    List<Gate> judged = new ArrayList<>();
    for (Gate gate : subject.gates()) {
      if (gate.isJudged() && gate.meaning().verdict() == verdict) {
        judged.add(gate);
      }
    }
    return judged;
  }
}
