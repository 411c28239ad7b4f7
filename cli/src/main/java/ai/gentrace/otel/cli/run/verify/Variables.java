package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.run.exporter.Expression;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands in for the user's environment, which a run never reads: each variable that a kept part of
 * the config asks for gets a value that the setting can take, or the config's own default.
 */
final class Variables {
  /** What a variable without a default is taken for. */
  static final String DUMMY = TracesUrl.VARIABLE;

  private static final Map<String, String> BY_KEY =
      Map.ofEntries(
          Map.entry("limit_percentage", "80"),
          Map.entry("spike_limit_percentage", "20"),
          Map.entry("limit_mib", "2048"),
          Map.entry("spike_limit_mib", "256"),
          Map.entry("sampling_percentage", "100"));
  private static final Set<String> TIME_ENDINGS =
      Set.of("timeout", "interval", "wait", "duration", "ttl", "period", "expiration", "delay");
  private static final Set<String> NUMBER_ENDINGS =
      Set.of("size", "traces", "second", "sec", "percent", "ms", "spans", "limit", "seed", "bytes");

  /** A variable, and where the config asks for it. */
  record Use(String name, String value, Place place) {}

  private final Map<String, Use> uses = new LinkedHashMap<>();
  private final Set<String> withDefault = new HashSet<>();

  /**
   * Writes a scalar of a kept part: expressions that only this machine's text decides stay for the
   * collector; those that it would ask somebody else for become {@value #DUMMY}.
   */
  String write(String key, ScalarValue scalar) {
    List<Expression> expressions =
        scalar.holdsExpression() ? Expression.in(scalar.text()) : List.of();
    for (Expression expression : expressions) {
      if (expression.isVariable() && expression.fallback() != null) {
        withDefault.add(expression.name());
      } else if (expression.isVariable()) {
        String value = scalar.isWholeExpression() ? guess(key) : DUMMY;
        uses.putIfAbsent(expression.name(), new Use(expression.name(), value, scalar.place()));
      }
    }
    if (expressions.stream().noneMatch(Expression::isRemote)) {
      return FlowYaml.scalar(scalar);
    }
    expressions.stream()
        .filter(Expression::isRemote)
        .forEach(e -> uses.putIfAbsent(e.toString(), new Use(e.toString(), DUMMY, scalar.place())));
    return FlowYaml.text(Expression.replace(scalar.text(), e -> DUMMY).replace("$", "$$"));
  }

  private static String guess(String key) {
    String known = BY_KEY.get(key);
    if (known != null) {
      return known;
    }
    String ending = key.substring(key.lastIndexOf('_') + 1);
    if (TIME_ENDINGS.contains(ending)) {
      return "1s";
    }
    if (NUMBER_ENDINGS.contains(ending)) {
      return "1024";
    }
    return ending.equals("enabled") ? "true" : DUMMY;
  }

  /** What the collector gets as its environment. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Use use : uses.values()) {
      if (!withDefault.contains(use.name()) && !use.name().startsWith("${")) {
        environment.put(use.name(), use.value());
      }
    }
    return environment;
  }

  /** Every variable that has no default, with what was taken for it. */
  List<Use> uses() {
    List<Use> unknown = new ArrayList<>(uses.values());
    unknown.removeIf(use -> withDefault.contains(use.name()));
    return unknown;
  }
}
