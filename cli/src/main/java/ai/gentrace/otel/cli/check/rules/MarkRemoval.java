package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.gate.GentraceKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds what in a processor's settings takes the mark off every span. */
final class MarkRemoval {
  private static final LazyPattern DELETE_KEY =
      LazyPattern.of(
          "\\s*delete_key\\(\\s*(?:span\\.)?attributes\\s*,\\s*\"gentrace\\.sample\"\\s*\\)\\s*");
  private static final LazyPattern DELETE_MATCHING =
      LazyPattern.of(
          "\\s*delete_matching_keys\\(\\s*(?:span\\.)?attributes\\s*,\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)\\s*");
  private static final LazyPattern KEEP_KEYS =
      LazyPattern.of(
          "\\s*keep_keys\\(\\s*(?:span\\.)?attributes\\s*,\\s*\\[([^\\]]*)\\]\\s*\\)\\s*");
  private static final LazyPattern KEEP_MATCHING =
      LazyPattern.of(
          "\\s*keep_matching_keys\\(\\s*(?:span\\.)?attributes\\s*,\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)\\s*");

  private MarkRemoval() {}

  /** Where the processor does so; empty where it does not, or nobody can tell. */
  static Optional<Place> place(Component processor) {
    return switch (processor.id().type()) {
      case "attributes" -> attributes(processor);
      case "transform" -> transform(processor);
      case "redaction" -> redaction(processor);
      default -> Optional.empty();
    };
  }

  private static Optional<Place> attributes(Component processor) {
    Setting actions = processor.find("actions");
    ListValue list = actions == null ? null : actions.value().asList();
    if (list == null || processor.find("include") != null || processor.find("exclude") != null) {
      return Optional.empty();
    }
    for (Value item : list.items()) {
      MapValue map = item.asMap();
      Setting action = map == null ? null : map.get("action");
      if (map == null
          || action == null
          || !(action.value() instanceof ScalarValue kind)
          || !(kind.text().equals("delete") || kind.text().equals("hash"))) {
        continue;
      }
      Setting key = map.get("key");
      if (key != null
          && key.value() instanceof ScalarValue name
          && name.text().equals(GentraceKeys.SAMPLE)) {
        return Optional.of(name.place());
      }
      Setting pattern = map.get("pattern");
      if (pattern != null
          && pattern.value() instanceof ScalarValue regex
          && matches(regex.text())) {
        return Optional.of(regex.place());
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> transform(Component processor) {
    Setting statements = processor.find("trace_statements");
    ListValue list = statements == null ? null : statements.value().asList();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      MapValue group = item.asMap();
      Optional<Place> place = group == null ? statement(item, true) : group(group);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> group(MapValue group) {
    Setting context = group.get("context");
    Setting conditions = group.get("conditions");
    Setting statements = group.get("statements");
    ListValue list = statements == null ? null : statements.value().asList();
    boolean span =
        context == null
            || (context.value() instanceof ScalarValue name && name.text().equals("span"));
    if (list == null || !span || conditions != null) {
      return Optional.empty();
    }
    for (Value item : list.items()) {
      Optional<Place> place = statement(item, context == null);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /** A statement with a {@code where} reaches only some spans, and matches none of the forms. */
  private static Optional<Place> statement(Value item, boolean prefixed) {
    if (!(item instanceof ScalarValue scalar)
        || (prefixed && !scalar.text().contains("span.attributes"))) {
      return Optional.empty();
    }
    String text = scalar.text();
    Matcher deleting = DELETE_MATCHING.matcher(text);
    Matcher keeping = KEEP_MATCHING.matcher(text);
    Matcher keys = KEEP_KEYS.matcher(text);
    boolean removes =
        DELETE_KEY.matcher(text).matches()
            || (deleting.matches() && matches(unescaped(deleting.group(1))))
            || (keeping.matches() && isNoMatch(unescaped(keeping.group(1))))
            || (keys.matches() && !keys.group(1).contains('"' + GentraceKeys.SAMPLE + '"'));
    return removes ? Optional.of(scalar.place()) : Optional.empty();
  }

  private static String unescaped(String text) {
    return text.replace("\\\\", "\\");
  }

  /** Redaction keeps only what it allows, unless it allows all. */
  private static Optional<Place> redaction(Component processor) {
    Setting all = processor.find("allow_all_keys");
    Setting allowed = processor.find("allowed_keys");
    Setting ignored = processor.find("ignored_keys");
    boolean open =
        processor.body().isExpression()
            || (all != null
                && !(all.value() instanceof ScalarValue flag && flag.text().equals("false")))
            || holds(allowed)
            || holds(ignored)
            || processor.find("ignored_key_patterns") != null
            || processor.find("allowed_key_patterns") != null;
    if (open) {
      return Optional.empty();
    }
    return Optional.of(allowed == null ? processor.setting().keyPlace() : allowed.keyPlace());
  }

  /** Whether a list has the mark among its names, or may have it. */
  private static boolean holds(@Nullable Setting setting) {
    if (setting == null) {
      return false;
    }
    ListValue list = setting.value().asList();
    return list == null
        ? !setting.value().isNull()
        : list.items().stream()
            .anyMatch(
                item ->
                    !(item instanceof ScalarValue name)
                        || name.holdsExpression()
                        || name.text().equals(GentraceKeys.SAMPLE));
  }

  private static boolean matches(String regex) {
    try {
      return Pattern.compile(regex).matcher(GentraceKeys.SAMPLE).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean isNoMatch(String regex) {
    try {
      return !Pattern.compile(regex).matcher(GentraceKeys.SAMPLE).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
