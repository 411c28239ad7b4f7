package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value in a condition. */
public sealed interface OttlValue {
  /**
   * A literal.
   *
   * @param value a String, Boolean, Long or Double; null for {@code nil}
   */
  record Literal(@Nullable Object value) implements OttlValue {}

  /**
   * A telemetry path.
   *
   * @param segments at least one
   * @param start offset in the condition
   */
  record Path(List<Segment> segments, int start) implements OttlValue {
    public Path {
      segments = List.copyOf(segments);
    }

    /** The names between the dots, without keys. */
    public String dotted() {
      return segments.stream().map(Segment::name).collect(Collectors.joining("."));
    }
  }

  /**
   * A part of a path.
   *
   * @param keys what stands in brackets behind it
   */
  record Segment(String name, List<OttlValue> keys) {
    public Segment {
      keys = List.copyOf(keys);
    }
  }

  /** A function with its arguments and the keys that index its result. */
  record Function(String name, List<OttlValue> parts, int start) implements OttlValue {
    public Function {
      parts = List.copyOf(parts);
    }
  }

  /** A word in capitals, such as {@code STATUS_CODE_ERROR}: a number. */
  record Symbol(String name, int start) implements OttlValue {}

  /** Arithmetic, lists, maps, byte strings: not evaluated. */
  record Compound(List<OttlValue> parts) implements OttlValue {
    public Compound {
      parts = List.copyOf(parts);
    }
  }

  /** A function literal: neither evaluated nor looked into. */
  record Lambda() implements OttlValue {}
}
