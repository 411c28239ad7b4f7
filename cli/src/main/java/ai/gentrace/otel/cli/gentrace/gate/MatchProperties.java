package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An {@code include} or {@code exclude} of a filter's {@code spans}: a span matches if it has every
 * property named here ({@code internal/filter/filterspan} of opentelemetry-collector-contrib).
 *
 * @param include whether spans that do not match are dropped; else those that do
 * @param setting its key and value
 */
public record MatchProperties(boolean include, Setting setting) {
  /** Properties of which nothing is known on a model span. */
  private static final Set<String> OPEN =
      Set.of("services", "span_names", "span_kinds", "resources", "libraries");

  /** Whether such a span is dropped. */
  Truth drops(ModelSpan span) {
    Truth matches = matches(span);
    return include ? matches.not() : matches;
  }

  private Truth matches(ModelSpan span) {
    MapValue map = setting.value().asMap();
    if (map == null) {
      // Without properties the processor has nothing to match; the collector refuses it.
      return Truth.UNKNOWN;
    }
    Truth matches = Truth.TRUE;
    for (Setting property : map.settings()) {
      if (OPEN.contains(property.key())) {
        matches = matches.and(Truth.UNKNOWN);
      } else if (property.key().equals("attributes")) {
        matches = matches.and(attributes(property.value(), matchType(map), span));
      }
    }
    return map.get("attributes") == null ? Truth.UNKNOWN : matches;
  }

  private static String matchType(MapValue map) {
    Setting type = map.get("match_type");
    return type != null && type.value() instanceof ScalarValue scalar ? scalar.text() : "";
  }

  private static Truth attributes(Value value, String matchType, ModelSpan span) {
    ListValue list = value.asList();
    if (list == null || list.items().isEmpty()) {
      return Truth.UNKNOWN;
    }
    Truth matches = Truth.TRUE;
    for (Value item : list.items()) {
      MapValue attribute = item.asMap();
      matches =
          matches.and(attribute == null ? Truth.UNKNOWN : attribute(attribute, matchType, span));
    }
    return matches;
  }

  private static Truth attribute(MapValue attribute, String matchType, ModelSpan span) {
    Setting key = attribute.get("key");
    if (key == null || !(key.value() instanceof ScalarValue name) || name.holdsExpression()) {
      return Truth.UNKNOWN;
    }
    return span.attribute(name.text())
        .map(known -> matches(known.value(), attribute.get("value"), matchType))
        .orElse(Truth.UNKNOWN);
  }

  private static Truth matches(
      @Nullable Object actual, @Nullable Setting wanted, String matchType) {
    if (actual == null) {
      return Truth.FALSE;
    }
    if (wanted == null || wanted.value().isNull()) {
      return Truth.TRUE;
    }
    if (!(wanted.value() instanceof ScalarValue scalar) || scalar.holdsExpression()) {
      return Truth.UNKNOWN;
    }
    String text = scalar.text().replace("$$", "$");
    return switch (matchType) {
      case "strict" -> strict(actual, scalar.type(), text);
      case "regexp" -> regexp(String.valueOf(actual), text);
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth strict(Object actual, ScalarType type, String text) {
    return switch (type) {
      case STRING -> Truth.of(actual.equals(text));
      case BOOL -> Truth.of(actual.equals(text.equalsIgnoreCase("true")));
      case INT, FLOAT -> actual instanceof Number ? Truth.UNKNOWN : Truth.FALSE;
      case NULL, TIMESTAMP -> Truth.UNKNOWN;
    };
  }

  /** Go's expressions find their match anywhere; the simple ones mean the same in Java. */
  private static Truth regexp(String actual, String expression) {
    try {
      return Truth.of(Pattern.compile(expression).matcher(actual).find());
    } catch (PatternSyntaxException e) {
      return Truth.UNKNOWN;
    }
  }
}
