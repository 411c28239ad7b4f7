package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Signal;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition;
import ai.gentrace.otel.cli.gentrace.gate.FilterStyle;
import ai.gentrace.otel.cli.gentrace.gate.SpanFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** GT207: how the conditions of a filter processor are written. */
final class GateStyle implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT207",
          "gate-style",
          Severity.ERROR,
          "Filter conditions in a style that the release does not take, or in two styles at once.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> INFERRED =
      List.of("trace_conditions", "metric_conditions", "log_conditions", "profile_conditions");

  /** For each of these the older key of the same signal. */
  private static final Map<String, String> OLDER =
      Map.of(
          "trace_conditions", "traces",
          "metric_conditions", "metrics",
          "log_conditions", "logs",
          "profile_conditions", "profiles");

  private static final Set<String> LISTS =
      Set.of("resource", "span", "spanevent", "metric", "datapoint", "log_record", "profile");
  private static final Set<String> MATCHES = Set.of("include", "exclude");

  @Override
  public void check(Subject subject, Findings findings) {
    for (SpanFilter filter : subject.filters()) {
      MapValue body = filter.component().body().asMap();
      if (body == null) {
        continue;
      }
      for (String key : INFERRED) {
        Setting setting = body.get(key);
        if (setting != null && subject.isBefore(146)) {
          findings.add(
              setting.keyPlace(),
              "`" + key + "` came with collector 0.146, and this one is " + subject.version() + ".",
              "Write `" + OLDER.get(key) + ":` with a list for each context, such as `span`.");
        } else if (setting != null) {
          mixed(setting, findings);
        }
      }
      twoStyles(body, findings);
      withoutContext(subject, filter, findings);
    }
  }

  /** Strings beside maps in one list. */
  private static void mixed(Setting setting, Findings findings) {
    ListValue list = setting.value().asList();
    if (list == null || list.items().isEmpty()) {
      return;
    }
    boolean first = list.items().get(0) instanceof MapValue;
    for (Value item : list.items()) {
      if (item instanceof MapValue != first && !item.isNull()) {
        findings.add(
            item.place(),
            "`"
                + setting.key()
                + "` holds conditions and groups of conditions, and the collector"
                + " takes only one of the two.",
            "Put the conditions into a group: `- conditions: [...]`.");
        return;
      }
    }
  }

  private static void twoStyles(MapValue body, Findings findings) {
    for (String key : INFERRED) {
      String older = OLDER.getOrDefault(key, "");
      Setting inferred = present(body.get(key));
      Setting lists = present(body.get(older));
      // For spans, include and exclude have a key of their own, which may stand beside.
      Set<String> clashing =
          older.equals("traces")
              ? LISTS
              : Stream.concat(LISTS.stream(), MATCHES.stream()).collect(Collectors.toSet());
      if (inferred != null && lists != null && holds(lists, clashing)) {
        second(inferred, lists, findings);
      }
    }
    Setting traces = present(body.get("traces"));
    Setting spans = present(body.get("spans"));
    if (traces != null && spans != null && holds(traces, LISTS) && holds(spans, MATCHES)) {
      second(spans, traces, findings);
    }
    for (String key : List.of("metrics", "logs")) {
      Setting setting = present(body.get(key));
      if (setting != null && holds(setting, LISTS) && holds(setting, MATCHES)) {
        findings.add(
            setting.keyPlace(),
            "`"
                + key
                + "` holds OTTL conditions beside `include` or `exclude`, and the collector"
                + " takes only one of the two.",
            "Say it all in OTTL.");
      }
    }
  }

  private static @Nullable Setting present(@Nullable Setting setting) {
    return setting == null || setting.value().isNull() ? null : setting;
  }

  private static boolean holds(Setting setting, Set<String> keys) {
    MapValue map = setting.value().asMap();
    return map != null
        && map.settings().stream()
            .anyMatch(each -> keys.contains(each.key()) && !each.value().isNull());
  }

  private static void second(Setting one, Setting other, Findings findings) {
    boolean order = one.keyPlace().start().compareTo(other.keyPlace().start()) < 0;
    Setting first = order ? one : other;
    Setting second = order ? other : one;
    findings.add(
        second.keyPlace(),
        "`"
            + second.key()
            + "` beside `"
            + first.key()
            + "` (line "
            + first.keyPlace().start().line()
            + "): the collector takes only one of the two.",
        "Move all conditions into one of them.");
  }

  private static void withoutContext(Subject subject, SpanFilter filter, Findings findings) {
    for (FilterCondition condition : filter.conditions()) {
      if (condition.style() == FilterStyle.INFERRED
          && !subject.isBefore(146)
          && condition.read() instanceof FilterCondition.Reading.WithoutContext reading
          && reading.hasPaths()) {
        String prefix = condition.signal() == Signal.TRACES ? "span" : "";
        findings.add(
            condition.scalar().place(),
            "In this list each path has to begin with its context.",
            prefix.isEmpty() ? "" : "Write `span.attributes[...]` for `attributes[...]`.");
      }
    }
  }
}
