package ai.gentrace.otel.cli.yaml;

import ai.gentrace.otel.cli.yaml.YamlStream.Host;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds for each line of a literal block scalar's text its place in the text around it. */
final class NestedText {
  private static final int UNKNOWN = -1;
  private static final int MISMATCH = -2;

  private NestedText() {}

  static YamlStream parse(YamlStream around, int document, YamlScalar scalar) {
    YamlSource outer = around.source();
    int firstLine = outer.lineIndex(scalar.extent().start()) + 1;
    YamlSource lines = YamlSource.ofText(outer.name(), scalar.value());
    int indent =
        scalar.style() == YamlScalar.Style.LITERAL ? indent(outer, firstLine, lines) : MISMATCH;
    if (indent == MISMATCH) {
      YamlProblem problem =
          new YamlProblem(
              YamlProblem.Kind.NESTED,
              new Extent(0, 0),
              "YAML inside a string is read only from a literal block scalar (|).");
      Host host = new Host(around, document, scalar, firstLine, UNKNOWN);
      return new YamlStream(
          outer.nested("", new int[] {scalar.extent().start()}), List.of(), List.of(problem), host);
    }
    int[] offsets = new int[lines.lineCount()];
    for (int i = 0; i < offsets.length; i++) {
      int line = firstLine + i;
      offsets[i] =
          line < outer.lineCount()
              ? Math.min(outer.lineStart(line) + Math.max(indent, 0), outer.lineContentEnd(line))
              : outer.length();
    }
    YamlStream stream = YamlStream.parse(outer.nested(scalar.value(), offsets));
    Host host = new Host(around, document, scalar, firstLine, indent);
    return new YamlStream(stream.source(), stream.documents(), stream.problems(), host);
  }

  /** Blanks before each line; {@link #UNKNOWN} if all lines are empty. */
  private static int indent(YamlSource outer, int firstLine, YamlSource lines) {
    int indent = UNKNOWN;
    for (int i = 0; i < lines.lineCount(); i++) {
      String inner = line(lines, i);
      if (inner == null || inner.isEmpty()) {
        continue;
      }
      String raw = line(outer, firstLine + i);
      if (raw == null || !raw.endsWith(inner)) {
        return MISMATCH;
      }
      int blanks = raw.length() - inner.length();
      if (!raw.substring(0, blanks).isBlank() || (indent != UNKNOWN && indent != blanks)) {
        return MISMATCH;
      }
      indent = blanks;
    }
    return indent;
  }

  private static @Nullable String line(YamlSource source, int index) {
    return index < source.lineCount()
        ? source.text(new Extent(source.lineStart(index), source.lineContentEnd(index)))
        : null;
  }
}
