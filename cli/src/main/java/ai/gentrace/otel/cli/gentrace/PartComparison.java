package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a part of a file with a template's, leaving out what is the config's own: URL, key
 * variable, receivers, processors in front of and behind the gate.
 */
final class PartComparison {
  private final PartRole role;
  private final List<Difference> differences = new ArrayList<>();

  private PartComparison(PartRole role) {
    this.role = role;
  }

  /** All differences, in the order of the template; empty if the part is the template's. */
  static List<Difference> compare(TemplatePart template, Setting actual) {
    PartComparison comparison = new PartComparison(template.role());
    String path = String.join(".", template.section()) + "." + actual.key();
    comparison.compare(path, "", template.setting().value(), actual.value(), actual.keyPlace());
    return comparison.differences;
  }

  /**
   * @param path from the config's top
   * @param inner from the part
   * @param above where to point if something is missing
   */
  private void compare(String path, String inner, Value template, Value actual, Place above) {
    if (isOwn(inner, template, actual)) {
      return;
    }
    if (template instanceof MapValue expected && actual instanceof MapValue found) {
      for (Setting setting : expected.settings()) {
        Setting other = found.get(setting.key());
        String next = path + "." + setting.key();
        if (other == null) {
          differences.add(new Difference(above, next, setting.value(), null));
        } else {
          compare(
              next, join(inner, setting.key()), setting.value(), other.value(), other.keyPlace());
        }
      }
      for (Setting setting : found.settings()) {
        if (expected.get(setting.key()) == null) {
          differences.add(
              new Difference(
                  setting.keyPlace(), path + "." + setting.key(), null, setting.value()));
        }
      }
    } else if (!same(template, actual)) {
      differences.add(new Difference(actual.place(), path, template, actual));
    }
  }

  private static String join(String inner, String key) {
    return inner.isEmpty() ? key : inner + "." + key;
  }

  /**
   * Whether each config has a value of its own at a place of a part.
   *
   * @param inner keys from the part, joined by dots
   */
  static boolean isOwn(PartRole role, String inner) {
    return switch (role) {
      case GATE, WALL -> false;
      case EXPORTER -> inner.equals("traces_endpoint") || inner.equals("headers.Authorization");
      case PIPELINE ->
          inner.equals("receivers") || inner.equals("processors") || inner.equals("exporters");
    };
  }

  /** Whether a value is one that each config has for itself, in the form that merge gives it. */
  private boolean isOwn(String inner, Value template, Value actual) {
    return switch (role) {
      case GATE, WALL -> false;
      case EXPORTER ->
          switch (inner) {
            case "traces_endpoint" ->
                actual instanceof ScalarValue url
                    && GentraceEndpoint.ofTracesUrl(url.text()) != null;
            case "headers.Authorization" ->
                actual instanceof ScalarValue header
                    && KeyVariable.isName(PartValues.keyVariable(header.text()));
            default -> false;
          };
      case PIPELINE ->
          switch (inner) {
            case "receivers" -> areIds(actual);
            case "processors" -> holdsInOrder(template, actual);
            case "exporters" -> isOneOfOurs(actual);
            default -> false;
          };
    };
  }

  /** Whether a list names one exporter and that under the name that every template gives it. */
  private static boolean isOneOfOurs(Value value) {
    return areIds(value)
        && ids((ListValue) value).size() == 1
        && "gentrace".equals(ids((ListValue) value).get(0).name());
  }

  private static boolean areIds(Value value) {
    return value instanceof ListValue list
        && !list.items().isEmpty()
        && list.items().stream().allMatch(ScalarValue.class::isInstance);
  }

  /** Whether the template's processors are there: the gate, anything, and the rest at the end. */
  private static boolean holdsInOrder(Value template, Value actual) {
    if (!(template instanceof ListValue expected) || !areIds(actual)) {
      return false;
    }
    List<ComponentId> own = ids(expected);
    List<ComponentId> found = ids((ListValue) actual);
    int gate = found.indexOf(own.get(0));
    int rest = found.size() - (own.size() - 1);
    return gate >= 0
        && gate < rest
        && found.subList(0, gate).stream().allMatch(id -> id.type().equals("memory_limiter"))
        && found.subList(rest, found.size()).equals(own.subList(1, own.size()));
  }

  private static List<ComponentId> ids(ListValue list) {
    List<ComponentId> ids = new ArrayList<>();
    for (Value item : list.items()) {
      if (item instanceof ScalarValue scalar) {
        ids.add(ComponentId.of(scalar.text()));
      }
    }
    return ids;
  }

  /** Whether two values say the same, maps included. */
  static boolean isSame(Value template, Value actual) {
    if (template instanceof MapValue expected && actual instanceof MapValue found) {
      return expected.settings().size() == found.settings().size()
          && expected.settings().stream()
              .allMatch(
                  setting -> {
                    Setting other = found.get(setting.key());
                    return other != null && isSame(setting.value(), other.value());
                  });
    }
    return same(template, actual);
  }

  private static boolean same(Value template, Value actual) {
    if (template instanceof ScalarValue expected && actual instanceof ScalarValue found) {
      return expected.isNull()
          ? found.isNull()
          : expected.text().equals(found.text()) && expected.type() == found.type();
    }
    if (template instanceof ListValue expected
        && actual instanceof ListValue found
        && expected.items().size() == found.items().size()) {
      for (int i = 0; i < expected.items().size(); i++) {
        if (!isSame(expected.items().get(i), found.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    return false;
  }
}
