package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.run.CollectorException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a collector did not start on a config, at the lines that it means.
 *
 * @param lines one for each reason
 * @param lacksComponents whether the config uses components that this collector does not have
 */
public record StartRefusal(List<Line> lines, boolean lacksComponents) {
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("unknown type: \"([^\"]*)\" for id: \"([^\"]*)\"");
  private static final Pattern PATH =
      Pattern.compile(
          "\\b((?:receivers|processors|exporters|connectors|extensions|service)(?:::[^\\s:]+)+)");
  private static final Pattern NAMED =
      Pattern.compile("\"([^\"]+)\" (receiver|processor|exporter|connector|extension)");
  private static final Pattern BODY =
      Pattern.compile("error reading configuration for \"([^\"]+)\"");

  public StartRefusal {
    lines = List.copyOf(lines);
  }

  /**
   * A reason.
   *
   * @param place null where the message names no line that can be found
   */
  public record Line(String text, @Nullable Place place) {}

  /** Reads a collector's message. */
  public static StartRefusal of(CollectorException failure, CollectorConfig config) {
    String message = String.valueOf(failure.getMessage());
    if (failure.reason() != CollectorException.Reason.ENDED_AT_START) {
      return new StartRefusal(List.of(new Line(message, null)), false);
    }
    List<Line> lacking = lacking(message, config);
    return lacking.isEmpty()
        ? new StartRefusal(List.of(new Line(message, place(message, config))), false)
        : new StartRefusal(lacking, true);
  }

  private static List<Line> lacking(String message, CollectorConfig config) {
    List<Line> lines = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Matcher unknown = UNKNOWN_TYPE.matcher(message);
    while (unknown.find()) {
      String id = unknown.group(2);
      if (seen.add(id)) {
        Component component = component(ComponentId.of(id), config);
        String kind = component == null ? "component" : component.kind().noun();
        lines.add(
            new Line(
                "this collector has no " + kind + " of type " + unknown.group(1) + " (" + id + ")",
                component == null ? null : component.setting().keyPlace()));
      }
    }
    return lines;
  }

  private static @Nullable Component component(ComponentId id, CollectorConfig config) {
    for (ComponentKind kind : ComponentKind.values()) {
      Component component = config.component(kind, id);
      if (component != null) {
        return component;
      }
    }
    return null;
  }

  /** The line that a message is about, by the path or the component that it names. */
  static @Nullable Place place(String message, CollectorConfig config) {
    Matcher path = PATH.matcher(message);
    if (path.find()) {
      return at(List.of(path.group(1).split("::", -1)), config.root());
    }
    Matcher body = BODY.matcher(message);
    if (body.find()) {
      Component component = component(ComponentId.of(body.group(1)), config);
      return component == null ? null : component.setting().keyPlace();
    }
    Matcher named = NAMED.matcher(message);
    if (named.find()) {
      for (ComponentKind kind : ComponentKind.values()) {
        Component component = config.component(kind, ComponentId.of(named.group(1)));
        if (component != null && kind.noun().equals(named.group(2))) {
          return component.setting().keyPlace();
        }
      }
    }
    for (Pipeline pipeline : config.pipelines()) {
      if (message.contains("[" + pipeline.id() + "]")) {
        return pipeline.setting().keyPlace();
      }
    }
    return null;
  }

  /** The deepest key of a path that is written. */
  private static @Nullable Place at(List<String> path, MapValue root) {
    MapValue map = root;
    Place place = null;
    for (String key : path) {
      Setting setting = map == null ? null : map.get(key);
      if (setting == null) {
        break;
      }
      place = setting.keyPlace();
      map = setting.value().asMap();
    }
    return place;
  }
}
