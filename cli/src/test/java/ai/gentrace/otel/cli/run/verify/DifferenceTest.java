package ai.gentrace.otel.cli.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final SpanKey A = new SpanKey("t", "a");
  private static final SpanKey B = new SpanKey("t", "b");
  private static final SpanKey C = new SpanKey("t", "c");

  @Test
  void namesWhatIsMissingAddedRepeatedAndChanged() {
    Received expected = spans(Map.of(A, new Arrivals(1, 1), B, new Arrivals(1, 2)));
    Received actual = spans(Map.of(B, new Arrivals(2, 4), C, new Arrivals(1, 3)));

    Difference difference = Difference.between(expected, actual, List.of(A, B, C), key -> true);

    assertThat(difference.missing()).containsExactly(A);
    assertThat(difference.repeated()).containsExactly(B);
    assertThat(difference.added()).containsExactly(C);
    assertThat(difference.sameSpans()).isFalse();
  }

  @Test
  void otherContentIsADifferenceOfItsOwn() {
    Difference difference =
        Difference.between(
            spans(Map.of(A, new Arrivals(1, 1))),
            spans(Map.of(A, new Arrivals(1, 2))),
            List.of(A),
            key -> true);

    assertThat(difference.changed()).containsExactly(A);
    assertThat(difference.sameSpans()).isTrue();
    assertThat(difference.isNone()).isFalse();
  }

  @Test
  void spansThatDoNotCountAreNotCompared() {
    Difference difference =
        Difference.between(
            spans(Map.of(A, new Arrivals(1, 1))), Received.NOTHING, List.of(A), key -> false);

    assertThat(difference.isNone()).isTrue();
  }

  @Test
  void whatDiffersByChanceIsLeftOut() {
    Difference chance =
        Difference.between(
            spans(Map.of(A, new Arrivals(1, 1))),
            spans(Map.of(A, new Arrivals(1, 2))),
            List.of(),
            key -> true);
    Difference changed =
        Difference.between(
            spans(Map.of(A, new Arrivals(1, 1), B, new Arrivals(1, 1))),
            spans(Map.of(A, new Arrivals(1, 3))),
            List.of(),
            key -> true);

    assertThat(changed.comparable(chance).changed()).isEmpty();
    assertThat(changed.comparable(chance).missing()).containsExactly(B);
  }

  @Test
  void seriesWithOtherFiguresAreNamed() {
    Received expected = new Received(Map.of(), Map.of("calls", "[1]", "size", "[2]"), Map.of());
    Received actual = new Received(Map.of(), Map.of("calls", "[1]", "size", "[3]"), Map.of());

    assertThat(Difference.between(expected, actual, List.of(), key -> true).series())
        .containsExactly("size");
  }

  private static Received spans(Map<SpanKey, Arrivals> spans) {
    return new Received(spans, Map.of(), Map.of());
  }
}
