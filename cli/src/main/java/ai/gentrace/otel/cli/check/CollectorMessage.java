package ai.gentrace.otel.cli.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that a collector's {@code validate} says, as releases around 0.161 print it.
 *
 * @param ways where it may be meant, the likeliest first: keys from the config's top, of which the
 *     last may hold several joined with dots
 * @param text in the collector's own words
 */
record CollectorMessage(List<List<String>> ways, String text) {
  private static final String START = "Error: ";
  private static final String NESTED = "decoding failed due to the following error(s):";

  private static final Pattern READING =
      Pattern.compile("'(\\w+)' error reading configuration for \"([^\"]+)\": .*");
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("'(\\w+)' unknown type: \"[^\"]*\" for id: \"([^\"]+)\".*");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)' (.*)");

  /** A Go type that stands where a path should. */
  private static final Pattern GO_TYPE = Pattern.compile("\\w+\\.(?:[A-Z]\\w*|configSettings)");

  private static final Pattern SERVICE = Pattern.compile("service(?:\\..*)?");

  private static final String INVALID_KEYS = "has invalid keys: ";

  private static final Pattern PATH =
      Pattern.compile(
          "((?:receivers|processors|exporters|connectors|extensions|service)(?:::[^:\\s]+)*): (.+)");
  private static final Pattern NOT_DEFINED =
      Pattern.compile("references (\\w+) \"([^\"]+)\" which is not configured.*");
  private static final Pattern BUILD =
      Pattern.compile("failed to create \"([^\"]+)\" (receiver|processor|exporter|connector)\\b");
  private static final Pattern EXTENSION =
      Pattern.compile("failed to create extension \"([^\"]+)\"");
  private static final Pattern CONNECTOR = Pattern.compile("connector \"([^\"]+)\"");
  private static final Pattern NO_COMPONENT =
      Pattern.compile("no (receiver|exporter) configuration specified in config");

  CollectorMessage {
    ways = ways.stream().map(List::copyOf).toList();
  }

  /** Whether a key is meant, and not what stands behind it. */
  boolean meansKey() {
    return text.startsWith(INVALID_KEYS);
  }

  /** The ids of components that failed to be built, or to be connected. */
  Set<String> built() {
    Set<String> ids = new LinkedHashSet<>();
    Stream.of(BUILD, CONNECTOR)
        .flatMap(pattern -> pattern.matcher(text).results())
        .forEach(found -> ids.add(found.group(1)));
    return ids;
  }

  /** Reads the output of a run that failed. */
  static List<CollectorMessage> read(String output) {
    int start = output.startsWith(START) ? 0 : output.indexOf('\n' + START) + 1;
    String said = output.substring(start).strip();
    String text = said.startsWith(START) ? said.substring(START.length()) : said;
    return text.contains(NESTED) ? decoding(text) : lines(text);
  }

  /** What goes wrong while the collector decodes: the way stands on lines above the reason. */
  private static List<CollectorMessage> decoding(String text) {
    List<CollectorMessage> messages = new ArrayList<>();
    List<String> component = List.of();
    List<String> context = List.of();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher reading = READING.matcher(line);
      Matcher unknown = UNKNOWN_TYPE.matcher(line);
      Matcher quoted = QUOTED.matcher(line);
      if (reading.matches()) {
        component = List.of(reading.group(1), reading.group(2));
        context = component;
      } else if (unknown.matches()) {
        messages.add(
            new CollectorMessage(List.of(List.of(unknown.group(1), unknown.group(2))), line));
      } else if (quoted.matches() && line.endsWith(NESTED)) {
        boolean service = SERVICE.matcher(quoted.group(1)).matches();
        component = service ? List.of() : component;
        context = service ? List.of(quoted.group(1)) : behind(context, quoted.group(1));
      } else if (quoted.matches()) {
        leaf(component, context, quoted.group(1), quoted.group(2), messages);
      } else if (!line.isEmpty() && !line.endsWith(NESTED)) {
        messages.add(new CollectorMessage(List.of(context), line));
      }
    }
    return messages;
  }

  private static void leaf(
      List<String> component,
      List<String> context,
      String path,
      String reason,
      List<CollectorMessage> messages) {
    String keys = GO_TYPE.matcher(path).matches() ? "" : path;
    if (reason.startsWith(INVALID_KEYS)) {
      for (String key : reason.substring(INVALID_KEYS.length()).split(", ", -1)) {
        messages.add(
            new CollectorMessage(
                List.of(behind(behind(context, keys), key), behind(behind(component, keys), key)),
                INVALID_KEYS + key));
      }
      return;
    }
    String said = keys.isEmpty() ? reason : "'" + keys + "' " + reason;
    messages.add(
        new CollectorMessage(List.of(behind(context, keys), behind(component, keys)), said));
  }

  private static List<String> behind(List<String> way, String keys) {
    return keys.isEmpty() ? way : Stream.concat(way.stream(), Stream.of(keys)).toList();
  }

  /** What goes wrong later: one message a line, and a line without a way goes on with the last. */
  private static List<CollectorMessage> lines(String text) {
    List<CollectorMessage> messages = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      List<List<String>> ways = ways(line);
      if (ways.isEmpty() && !messages.isEmpty()) {
        CollectorMessage last = messages.remove(messages.size() - 1);
        messages.add(new CollectorMessage(last.ways(), last.text() + " " + line));
      } else {
        Matcher path = PATH.matcher(line);
        messages.add(new CollectorMessage(ways, path.matches() ? path.group(2) : line));
      }
    }
    return messages;
  }

  private static List<List<String>> ways(String line) {
    Matcher path = PATH.matcher(line);
    if (path.matches()) {
      List<String> way = List.of(path.group(1).split("::", -1));
      Matcher undefined = NOT_DEFINED.matcher(path.group(2));
      return undefined.matches()
          ? List.of(behind(behind(way, undefined.group(1) + "s"), undefined.group(2)), way)
          : List.of(way);
    }
    Matcher build = BUILD.matcher(line);
    if (build.find()) {
      String section = build.group(2).toLowerCase(Locale.ROOT) + "s";
      return List.of(List.of(section, build.group(1)), List.of("connectors", build.group(1)));
    }
    Matcher extension = EXTENSION.matcher(line);
    if (extension.find()) {
      return List.of(List.of("extensions", extension.group(1)));
    }
    Matcher missing = NO_COMPONENT.matcher(line);
    if (missing.find()) {
      return List.of(List.of(missing.group(1) + "s"));
    }
    Matcher connector = CONNECTOR.matcher(line);
    return connector.find() ? List.of(List.of("connectors", connector.group(1))) : List.of();
  }
}
