package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.Position;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the literal secrets of a file, whatever it holds: by their keys where it is YAML, line by
 * line in comments and in what is none, and by their shape everywhere. Used once.
 */
final class SecretFinder {
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?is)\\s*(?:(?:bearer|basic|token|api-?key|api-token|splunk)\\s+)?(.*?)\\s*");

  private final YamlSource file;
  private final List<Extent> found = new ArrayList<>();
  private final Set<YamlNode> visited = new HashSet<>();

  private SecretFinder(YamlSource file) {
    this.file = file;
  }

  /** Where they stand, in the file's code points, in no order; they may overlap. */
  static List<Extent> in(YamlSource file) {
    SecretFinder finder = new SecretFinder(file);
    finder.text(file);
    finder.stream(YamlStream.parse(file));
    return finder.found;
  }

  private void text(YamlSource source) {
    String text = source.text();
    SecretPatterns.in(text).forEach(extent -> add(source, codePoints(text, extent)));
    SecretLines.in(text, true).forEach(extent -> add(source, codePoints(text, extent)));
  }

  private void stream(YamlStream stream) {
    if (!stream.problems().isEmpty()) {
      String text = stream.source().text();
      SecretLines.in(text, false).forEach(extent -> add(stream.source(), codePoints(text, extent)));
    }
    for (int i = 0; i < stream.documents().size(); i++) {
      YamlDocument document = stream.documents().get(i);
      if (document.root() != null) {
        visit(stream, i, document.root(), "", false);
      }
    }
  }

  /**
   * Looks for secrets in a node.
   *
   * @param above the key that the node stands under
   * @param secret whether what stands there as a scalar is secret
   */
  private void visit(
      YamlStream stream, int document, YamlNode written, String above, boolean secret) {
    YamlNode node = written.resolved();
    if (node instanceof YamlScalar scalar) {
      scalar(stream, document, scalar, secret);
    } else if (visited.add(node) || secret) {
      if (node instanceof YamlSequence sequence) {
        // A list of headers is one of names, or of maps that tell names from values.
        boolean each = secret && !SecretNames.isHeaders(above);
        sequence.items().forEach(item -> visit(stream, document, item.node(), above, each));
      } else if (node instanceof YamlMapping mapping) {
        mapping(stream, document, mapping, above, secret);
      }
    }
  }

  private void mapping(
      YamlStream stream, int document, YamlMapping mapping, String above, boolean secret) {
    boolean secretResource = text(mapping, "kind").equals("Secret");
    boolean namesSecret =
        SecretNames.isSecret(text(mapping, "name"))
            || SecretNames.isSecret(text(mapping, "key"))
            || (SecretNames.isHeaders(above) && !secret);
    for (YamlEntry entry : mapping.entries()) {
      String key = entry.name();
      YamlNode value = entry.value().resolved();
      boolean named = namesSecret && (key.equals("value") || key.equals("default_value"));
      boolean listed = secret && (value instanceof YamlScalar) && !isName(mapping, key);
      boolean inside =
          named
              || listed
              || SecretNames.isHeaders(key)
              || (secretResource && (key.equals("data") || key.equals("stringData")))
              || isSecret(above, key, value);
      visit(stream, document, entry.value(), key, inside);
    }
  }

  private static boolean isSecret(String above, String key, YamlNode value) {
    return value instanceof YamlScalar scalar
        ? SecretNames.isSecret(above, key, scalar.value())
        : value instanceof YamlSequence && SecretNames.isSecret(key);
  }

  /** Whether a key of a map {@code {name: N, value: V}} only says what the secret is called. */
  private static boolean isName(YamlMapping mapping, String key) {
    return mapping.get("value") != null && (key.equals("name") || key.equals("key"));
  }

  private static String text(YamlMapping mapping, String key) {
    YamlEntry entry = mapping.get(key);
    return entry != null && entry.value().resolved() instanceof YamlScalar scalar
        ? scalar.value()
        : "";
  }

  private void scalar(YamlStream stream, int document, YamlScalar scalar, boolean secret) {
    if (secret) {
      if (SecretNames.isLiteral(scalar.value())) {
        add(stream.source(), content(stream.source(), scalar));
      }
    } else if (scalar.style() == YamlScalar.Style.LITERAL) {
      YamlStream nested = stream.nested(document, scalar);
      if (nested.documents().stream().anyMatch(d -> d.root() instanceof YamlMapping)
          || !nested.problems().isEmpty()) {
        text(nested.source());
        stream(nested);
      }
    } else if (scalar.value().indexOf('\n') >= 0) {
      Extent extent = scalar.extent();
      String raw = stream.source().text(extent);
      // A config in quotes: its line breaks are written as they are, or as \n.
      String lines = raw.replace("\\n", "\n ");
      SecretLines.in(lines, false)
          .forEach(
              line -> {
                Extent inRaw = codePoints(lines, line);
                int start = extent.start() + inRaw.start();
                add(stream.source(), new Extent(start, extent.start() + inRaw.end()));
              });
    }
  }

  /** A scalar without its quotes and a scheme in front; of a block scalar without its header. */
  private static Extent content(YamlSource source, YamlScalar scalar) {
    Extent extent = scalar.extent();
    return switch (scalar.style()) {
      case PLAIN -> withoutScheme(source, extent);
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          withoutScheme(source, new Extent(extent.start() + 1, extent.end() - 1));
      case LITERAL, FOLDED -> {
        int header = source.lineContentEnd(source.lineIndex(extent.start()));
        yield new Extent(Math.min(header, extent.end()), extent.end());
      }
    };
  }

  private static Extent withoutScheme(YamlSource source, Extent extent) {
    String text = source.text(extent);
    Matcher matcher = SCHEME.matcher(text);
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      return extent;
    }
    Extent inside = codePoints(text, new Extent(matcher.start(1), matcher.end(1)));
    return new Extent(extent.start() + inside.start(), extent.start() + inside.end());
  }

  /** From chars to code points. */
  private static Extent codePoints(String text, Extent chars) {
    int start = text.codePointCount(0, chars.start());
    return new Extent(start, start + text.codePointCount(chars.start(), chars.end()));
  }

  /** Adds a range of the file, or of a text in one of its block scalars, line by line. */
  private void add(YamlSource source, Extent extent) {
    for (int line = source.lineIndex(extent.start());
        line < source.lineCount() && source.lineStart(line) < Math.max(extent.end(), 1);
        line++) {
      int start = Math.max(extent.start(), source.lineStart(line));
      int end = Math.min(extent.end(), source.lineContentEnd(line));
      while (start < end && Character.isWhitespace(source.at(start))) {
        start++;
      }
      if (start < end) {
        int from = offset(source.position(start));
        found.add(new Extent(from, from + end - start));
      }
    }
  }

  private int offset(Position position) {
    return file.lineStart(position.line() - 1) + position.column() - 1;
  }
}
