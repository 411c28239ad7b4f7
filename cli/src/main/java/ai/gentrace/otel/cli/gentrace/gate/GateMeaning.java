package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.gentrace.gate.FilterCondition.Reading;
import ai.gentrace.otel.cli.gentrace.ottl.Evaluator;
import ai.gentrace.otel.cli.gentrace.ottl.OttlContext;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filter does to spans, as far as its conditions decide it.
 *
 * @param marked whether a span marked {@code "true"} passes
 * @param unmarked whether a span passes that is not marked at all
 * @param markedFalse whether a span marked {@code "false"} passes
 * @param markedBool whether a span marked with the boolean true passes
 */
public record GateMeaning(Truth marked, Truth unmarked, Truth markedFalse, Truth markedBool) {
  /** What that comes to for Gentrace. */
  public enum Verdict {
    /** Marked spans pass, others do not. */
    RIGHT,
    /** Others pass, marked spans do not. */
    INVERTED,
    /** Nothing passes. */
    DROPS_ALL,
    /** Everything passes. */
    PASSES_ALL,
    /** The conditions do not decide it. */
    UNKNOWN
  }

  /** Evaluates a filter on model spans. */
  public static GateMeaning of(SpanFilter filter) {
    List<Reading> readings = new ArrayList<>();
    for (FilterCondition condition : filter.traceConditions()) {
      readings.add(condition.read());
    }
    return new GateMeaning(
        passes(filter, readings, ModelSpan.MARKED),
        passes(filter, readings, ModelSpan.UNMARKED),
        passes(filter, readings, ModelSpan.MARKED_FALSE),
        passes(filter, readings, ModelSpan.MARKED_BOOL));
  }

  /** A mark {@code "false"} that passes counts as an unmarked span that does. */
  public Verdict verdict() {
    Truth others = unmarked.or(markedFalse);
    if (marked == Truth.UNKNOWN || others == Truth.UNKNOWN) {
      return Verdict.UNKNOWN;
    }
    if (marked == Truth.TRUE) {
      return others == Truth.TRUE ? Verdict.PASSES_ALL : Verdict.RIGHT;
    }
    return others == Truth.TRUE ? Verdict.INVERTED : Verdict.DROPS_ALL;
  }

  /** Whether one condition alone drops a span marked {@code "true"}. */
  public static boolean dropsMarked(FilterCondition condition) {
    return drops(condition.read(), ModelSpan.MARKED) == Truth.TRUE;
  }

  /** Whether one condition alone drops a span marked with the boolean true. */
  public static boolean dropsBool(FilterCondition condition) {
    return drops(condition.read(), ModelSpan.MARKED_BOOL) == Truth.TRUE;
  }

  private static Truth passes(SpanFilter filter, List<Reading> readings, ModelSpan span) {
    Truth dropped = filter.complete() ? Truth.FALSE : Truth.UNKNOWN;
    for (Reading reading : readings) {
      dropped = dropped.or(drops(reading, span));
    }
    for (MatchProperties match : filter.matches()) {
      dropped = dropped.or(match.drops(span));
    }
    boolean twoStyles = !filter.matches().isEmpty() && !readings.isEmpty();
    return twoStyles ? Truth.UNKNOWN : dropped.not();
  }

  private static Truth drops(Reading reading, ModelSpan span) {
    if (!(reading instanceof Reading.Understood understood)) {
      return Truth.UNKNOWN;
    }
    if (understood.context() == OttlContext.SPANEVENT) {
      return Truth.FALSE;
    }
    return new Evaluator(path -> span.path(understood.context(), path))
        .evaluate(understood.condition());
  }
}
