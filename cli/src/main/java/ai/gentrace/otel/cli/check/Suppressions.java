package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * The comments in a file that silence findings: {@code # gentrace-otel: ignore GT204 -- reason} at
 * the end of a line, or alone on the line before.
 */
final class Suppressions {
  private static final LazyPattern COMMENT =
      LazyPattern.of("(?<![^\\s])#+\\s*gentrace-otel:\\s*ignore\\b(?<rest>.*)");
  private static final LazyPattern REASON = LazyPattern.of("\\s--(\\s|$).*");

  /**
   * One comment.
   *
   * @param place the comment itself
   * @param line the line of the file that it is about, from 1
   * @param rules the ids that it names
   */
  private record Comment(Place place, int line, Set<String> rules) {}

  /** A rule that a comment names, and of which it silenced something. */
  private record Use(Comment comment, String rule) {}

  private final List<Comment> comments = new ArrayList<>();
  private final Set<Use> used = new HashSet<>();

  /** Reads the comments of a text, and of those in its block scalars. */
  Suppressions(Collection<YamlStream> streams) {
    for (YamlStream stream : streams) {
      if (stream.source().text().contains("gentrace-otel:")) {
        read(stream);
      }
    }
  }

  private void read(YamlStream stream) {
    YamlSource source = stream.source();
    NavigableMap<Integer, Integer> scalars = scalars(stream);
    for (int line = 0; line < source.lineCount(); line++) {
      int start = source.lineStart(line);
      String text = source.text(new Extent(start, source.lineContentEnd(line)));
      Matcher matcher = COMMENT.matcher(text);
      if (!matcher.find()) {
        continue;
      }
      int at = start + text.codePointCount(0, matcher.start());
      var scalar = scalars.floorEntry(at);
      if (scalar != null && at < scalar.getValue()) {
        continue;
      }
      boolean alone = text.substring(0, matcher.start()).isBlank();
      int about = alone ? nextLine(source, line) : line;
      Place place = new Place(source, new Extent(at, source.lineContentEnd(line)));
      comments.add(
          new Comment(
              place,
              source.position(source.lineStart(about)).line(),
              rules(matcher.group("rest"))));
    }
  }

  /** The line behind a comment and those that follow it. */
  private static int nextLine(YamlSource source, int line) {
    int next = line + 1;
    while (next < source.lineCount() - 1
        && source
            .text(new Extent(source.lineStart(next), source.lineContentEnd(next)))
            .stripLeading()
            .startsWith("#")) {
      next++;
    }
    return Math.min(next, source.lineCount() - 1);
  }

  private static Set<String> rules(String rest) {
    String ids = REASON.matcher(rest).replaceFirst("");
    Set<String> rules = new LinkedHashSet<>();
    for (String id : ids.strip().split("[\\s,]+", -1)) {
      if (!id.isEmpty()) {
        rules.add(id);
      }
    }
    return rules;
  }

  /** Where scalars stand: a {@code #} inside one begins no comment. */
  private static NavigableMap<Integer, Integer> scalars(YamlStream stream) {
    NavigableMap<Integer, Integer> scalars = new TreeMap<>();
    Deque<YamlNode> open = new ArrayDeque<>();
    for (YamlDocument document : stream.documents()) {
      if (document.root() != null) {
        open.add(document.root());
      }
    }
    while (!open.isEmpty()) {
      YamlNode node = open.remove();
      if (node instanceof YamlScalar scalar) {
        scalars.put(scalar.extent().start(), scalar.extent().end());
      } else if (node instanceof YamlSequence list) {
        list.items().forEach(item -> open.add(item.node()));
      } else if (node instanceof YamlMapping map) {
        for (YamlEntry entry : map.entries()) {
          open.add(entry.key());
          open.add(entry.value());
        }
      }
    }
    return scalars;
  }

  /** Whether a comment silences a finding; notes that it does. */
  boolean silences(Finding finding) {
    boolean silenced = false;
    for (Comment comment : comments) {
      if (comment.line() == finding.start().line()
          && comment.place().file().equals(finding.place().file())
          && comment.rules().contains(finding.rule().id())) {
        used.add(new Use(comment, finding.rule().id()));
        silenced = true;
      }
    }
    return silenced;
  }

  /** GT020: comments, or rules in them, that have silenced nothing so far. */
  List<Finding> unused(Set<String> disabled) {
    if (comments.isEmpty()) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>();
    for (RuleInfo info : Rules.infos()) {
      known.add(info.id());
    }
    List<Finding> unused = new ArrayList<>();
    for (Comment comment : comments) {
      List<String> strange = comment.rules().stream().filter(id -> !known.contains(id)).toList();
      if (comment.rules().isEmpty()) {
        unused.add(finding(comment, "The comment names no rule.", "Name one: `ignore GT204`."));
      } else if (!strange.isEmpty()) {
        unused.add(finding(comment, "There is no rule `" + strange.get(0) + "`.", ""));
      } else {
        List<String> idle =
            comment.rules().stream()
                .filter(id -> !disabled.contains(id) && !used.contains(new Use(comment, id)))
                .toList();
        if (!idle.isEmpty()) {
          unused.add(idle(comment, idle));
        }
      }
    }
    return unused;
  }

  private static Finding idle(Comment comment, List<String> rules) {
    return finding(
        comment,
        "Nothing on line " + comment.line() + " breaks " + String.join(", ", rules) + ".",
        rules.size() == comment.rules().size()
            ? "Take the comment out."
            : "Take " + String.join(", ", rules) + " out of the comment.");
  }

  private static Finding finding(Comment comment, String message, String help) {
    return new Finding(
        Rules.UNUSED_SUPPRESSION, Severity.WARNING, message, help, comment.place(), "", null);
  }
}
