package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.check.rules.Secrets;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** GT099: what a real collector's {@code validate} says, at the line that it means. */
final class CollectorRefusal {
  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "no such file or directory|directory must exist|permission denied|is a directory"
              + "|connection refused|no such host|scheme \"?\\w+\"? is not supported"
              + "|cannot resolve the configuration: (?!retrieved value|yaml)",
          Pattern.CASE_INSENSITIVE);

  /** Between the keys of one step; {@code policies[0].type} has three. */
  private static final Pattern STEPS = Pattern.compile("\\.|(?=\\[\\d+])");

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /**
   * Where a message is meant.
   *
   * @param place what it is about
   * @param within the component or pipeline around it, which another finding may speak of
   * @param whole whether the message's way was followed to its end
   */
  private record Target(Place place, Setting within, boolean whole) {}

  /**
   * A defect that a rule finds too, though perhaps elsewhere.
   *
   * @param message how the collector says it
   * @param rules those that find it
   */
  private record Same(Pattern message, Set<String> rules) {}

  private static final List<Same> SAME =
      List.of(
          new Same(
              Pattern.compile("contents are not valid YAML"), Set.of("GT001", "GT002", "GT003")),
          new Same(
              Pattern.compile("no \\w+ configuration specified|must have at least one pipeline"),
              Set.of("GT004")),
          new Same(
              Pattern.compile("environment variable \".*\" has invalid name"), Set.of("GT017")));

  private CollectorRefusal() {}

  /**
   * What no other finding covers.
   *
   * @param others what was found without asking
   * @param output what the collector printed
   */
  static List<Finding> findings(Subject subject, Collection<Finding> others, String output) {
    String text = output;
    for (Place secret : Secrets.places(subject)) {
      text = text.replace(secret.source().text(secret.extent()), "(secret)");
    }
    List<Finding> errors =
        others.stream().filter(other -> other.severity() == Severity.ERROR).toList();
    List<Finding> findings = new ArrayList<>();
    for (CollectorMessage message : CollectorMessage.read(text)) {
      Target target = target(subject.config().root(), message);
      boolean covered =
          errors.stream()
              .anyMatch(
                  error ->
                      (target != null && isWithin(error.place(), target.within()))
                          || isSame(error, message)
                          || names(subject, message.built(), error.place()));
      if (!covered) {
        findings.add(finding(subject, message, target));
      }
    }
    return findings;
  }

  private static Finding finding(
      Subject subject, CollectorMessage message, @Nullable Target target) {
    boolean environment = ENVIRONMENT.matcher(message.text()).find();
    String way =
        (target == null || !target.whole())
                && !message.ways().isEmpty()
                && !message.ways().get(0).isEmpty()
            ? String.join("::", message.ways().get(0)) + ": "
            : "";
    return new Finding(
        Rules.COLLECTOR_REFUSES,
        Severity.ERROR,
        "The collector says: " + way + message.text(),
        environment
            ? "The reason lies in the environment where it was asked, and not in the file."
            : "",
        target == null ? top(subject) : target.place(),
        "",
        null);
  }

  private static Place top(Subject subject) {
    LocatedConfig first = subject.located().get(0);
    YamlSource source = first.file().source();
    return new Place(source, new Extent(0, source.lineContentEnd(0)));
  }

  private static boolean isWithin(Place place, Setting setting) {
    Place key = setting.keyPlace();
    int end = Math.max(key.extent().end(), setting.value().place().extent().end());
    int start = place.extent().start();
    return place.source().equals(key.source()) && start >= key.extent().start() && start <= end;
  }

  private static boolean isSame(Finding finding, CollectorMessage message) {
    return SAME.stream()
        .anyMatch(
            same ->
                same.rules().contains(finding.rule().id())
                    && same.message().matcher(message.text()).find());
  }

  /** Whether one of the components is named at that place, in a pipeline. */
  private static boolean names(Subject subject, Set<String> ids, Place place) {
    return subject.config().pipelines().stream()
        .flatMap(
            pipeline ->
                Stream.of(pipeline.receivers(), pipeline.processors(), pipeline.exporters()))
        .flatMap(names -> names.items().stream())
        .filter(reference -> ids.contains(reference.id().toString()))
        .anyMatch(reference -> reference.item().place().equals(place));
  }

  private static @Nullable Target target(MapValue root, CollectorMessage message) {
    for (List<String> way : message.ways()) {
      Target whole = follow(root, way, message, true);
      if (whole != null) {
        return whole;
      }
    }
    for (List<String> way : message.ways()) {
      Target part = follow(root, way, message, false);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /** Follows a way as far as it goes; null where that is nowhere, or not to its end. */
  private static @Nullable Target follow(
      MapValue root, List<String> way, CollectorMessage message, boolean toTheEnd) {
    Value value = root;
    Place place = null;
    Setting within = null;
    int depth = 0;
    for (String step : way) {
      List<String> keys = new ArrayList<>(List.of(step));
      while (!keys.isEmpty()) {
        Setting setting = value instanceof MapValue map ? setting(map, keys.get(0)) : null;
        Value item = setting == null ? item(value, keys.get(0)) : null;
        if (setting == null && item == null) {
          // An id is one key, whatever it holds.
          List<String> smaller = depth == 1 || keys.size() > 1 ? List.of() : split(keys.get(0));
          if (smaller.size() > 1) {
            keys = new ArrayList<>(smaller);
            continue;
          }
          return toTheEnd || place == null || within == null
              ? null
              : new Target(place, within, false);
        }
        keys.remove(0);
        depth++;
        if (setting != null) {
          within = within == null || depth <= within(way) ? setting : within;
          value = setting.value();
          boolean scalar = value instanceof ScalarValue && depth > 2 && !message.meansKey();
          place = scalar ? value.place() : setting.keyPlace();
        } else if (item != null) {
          value = item;
          place = item.place();
        }
      }
    }
    return place == null || within == null ? null : new Target(place, within, true);
  }

  /** How many keys lead to the component or pipeline of a way. */
  private static int within(List<String> way) {
    return way.get(0).equals("service") ? 3 : 2;
  }

  private static List<String> split(String step) {
    return Arrays.stream(STEPS.split(step)).filter(part -> !part.isEmpty()).toList();
  }

  private static @Nullable Setting setting(MapValue map, String key) {
    Setting exact = map.get(key);
    if (exact != null) {
      return exact;
    }
    // Ids are printed without the blanks that may stand around their parts.
    return map.settings().stream()
        .filter(setting -> ComponentId.of(setting.key()).equals(ComponentId.of(key)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Value item(Value value, String key) {
    if (!(value instanceof ListValue list)) {
      return null;
    }
    if (INDEX.matcher(key).matches()) {
      int index = Integer.parseInt(key.substring(1, key.length() - 1));
      return index < list.items().size() ? list.items().get(index) : null;
    }
    return list.items().stream()
        .filter(item -> item instanceof ScalarValue scalar && scalar.text().equals(key))
        .findFirst()
        .orElse(null);
  }
}
