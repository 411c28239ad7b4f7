package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Signal;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.ottl.OttlContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter processor's conditions. What stands in the wrong place or has the wrong type is left out
 * here.
 *
 * @param component the processor
 * @param conditions all of its OTTL conditions, of all signals, in the order of the text
 * @param matches {@code include} and {@code exclude} of {@code spans}
 * @param complete whether every condition on spans is among these; false where one comes from
 *     elsewhere or could not be read
 */
public record SpanFilter(
    Component component,
    List<FilterCondition> conditions,
    List<MatchProperties> matches,
    boolean complete) {

  private static final Map<String, Signal> INFERRED =
      Map.of(
          "trace_conditions", Signal.TRACES,
          "metric_conditions", Signal.METRICS,
          "log_conditions", Signal.LOGS,
          "profile_conditions", Signal.PROFILES);

  private static final Map<String, OttlContext> LISTS =
      Map.of(
          "resource", OttlContext.RESOURCE,
          "span", OttlContext.SPAN,
          "spanevent", OttlContext.SPANEVENT,
          "metric", OttlContext.METRIC,
          "datapoint", OttlContext.DATAPOINT,
          "log_record", OttlContext.LOG,
          "profile", OttlContext.PROFILE);

  public SpanFilter {
    conditions = List.copyOf(conditions);
    matches = List.copyOf(matches);
  }

  /** The type of the filter processor. */
  public static final String TYPE = "filter";

  /** Reads a filter processor. */
  public static SpanFilter of(Component component) {
    Reader reader = new Reader();
    reader.read(component.body());
    return new SpanFilter(component, reader.conditions, reader.matches, reader.complete);
  }

  /** The OTTL conditions that decide about spans and what is on them. */
  public List<FilterCondition> traceConditions() {
    return conditions.stream().filter(condition -> condition.signal() == Signal.TRACES).toList();
  }

  /** Whether anything in it is about spans. */
  public boolean filtersTraces() {
    return !complete || !matches.isEmpty() || !traceConditions().isEmpty();
  }

  /** The context that a signal's key names in {@code trace_conditions} items, or null. */
  public static @Nullable OttlContext context(String text) {
    return OttlContext.ofPrefix(text.toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static final class Reader {
    private final List<FilterCondition> conditions = new ArrayList<>();
    private final List<MatchProperties> matches = new ArrayList<>();
    private boolean complete = true;

    void read(Value body) {
      if (body.isExpression()) {
        complete = false;
      }
      MapValue map = body.asMap();
      if (map == null) {
        return;
      }
      for (Setting setting : map.settings()) {
        Signal inferred = INFERRED.get(setting.key());
        Signal signal = Signal.of(setting.key());
        if (inferred != null) {
          inferred(setting.value(), inferred);
        } else if (setting.key().equals("spans")) {
          spans(setting.value());
        } else if (signal != null) {
          byContext(setting.value(), signal);
        }
      }
    }

    private void spans(Value value) {
      MapValue map = map(value);
      for (Setting setting : map == null ? List.<Setting>of() : map.settings()) {
        boolean include = setting.key().equals("include");
        if ((include || setting.key().equals("exclude")) && !setting.value().isNull()) {
          matches.add(new MatchProperties(include, setting));
        }
      }
    }

    private void byContext(Value value, Signal signal) {
      MapValue map = map(value);
      for (Setting setting : map == null ? List.<Setting>of() : map.settings()) {
        OttlContext context = LISTS.get(setting.key());
        if (context != null) {
          list(setting.value(), signal, FilterStyle.BY_CONTEXT, context);
        }
      }
    }

    private void inferred(Value value, Signal signal) {
      ListValue list = value.asList();
      if (list == null) {
        complete &= !value.isExpression();
        return;
      }
      for (Value item : list.items()) {
        if (item instanceof ScalarValue scalar) {
          conditions.add(new FilterCondition(signal, FilterStyle.INFERRED, null, scalar));
        } else if (item instanceof MapValue group) {
          group(group, signal);
        }
      }
    }

    private void group(MapValue group, Signal signal) {
      Setting context = group.get("context");
      Setting list = group.get("conditions");
      OttlContext stated =
          context != null && context.value() instanceof ScalarValue scalar
              ? context(scalar.text())
              : null;
      if (list != null) {
        list(list.value(), signal, FilterStyle.INFERRED, stated);
      }
    }

    private void list(
        Value value, Signal signal, FilterStyle style, @Nullable OttlContext context) {
      ListValue list = value.asList();
      if (list == null) {
        single(value, signal, style, context);
        return;
      }
      for (Value item : list.items()) {
        if (item instanceof ScalarValue scalar) {
          conditions.add(new FilterCondition(signal, style, context, scalar));
        }
      }
    }

    /** A string stands for a list of one; one with commas would be cut there. */
    private void single(
        Value value, Signal signal, FilterStyle style, @Nullable OttlContext context) {
      if (value instanceof ScalarValue scalar && !scalar.isNull()) {
        if (scalar.holdsExpression() || scalar.text().contains(",")) {
          complete = false;
        } else {
          conditions.add(new FilterCondition(signal, style, context, scalar));
        }
      }
    }

    private @Nullable MapValue map(Value value) {
      complete &= !value.isExpression();
      return value.asMap();
    }
  }
}
