package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.CapturedSpan;
import java.util.List;

/**
 * What one backend got.
 *
 * @param all every span of every export that was answered with success, in order
 */
public record Spans(List<CapturedSpan> all) {
  public Spans {
    all = List.copyOf(all);
  }

  /** Returns the spans' names, sorted, repeated where a span came twice. */
  public List<String> names() {
    return all.stream().map(CapturedSpan::name).sorted().toList();
  }

  /** Returns the only span with this name. */
  public CapturedSpan named(String name) {
    List<CapturedSpan> found = all.stream().filter(span -> span.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans named " + name + " among " + names());
    }
    return found.get(0);
  }
}
