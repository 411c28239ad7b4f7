package ai.gentrace.otel;

import static ai.gentrace.otel.RecordingSdk.eventNames;
import static ai.gentrace.otel.RecordingSdk.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class TracedPullTest {
  private final RecordingSdk sdk = RecordingSdk.create();
  private final Traced traced = sdk.gentrace().traced("pulls");
  private final AtomicInteger pulled = new AtomicInteger();

  @AfterEach
  void close() {
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  /** Counts up to a limit, and checks that each pull happens in the span. */
  private Iterator<Integer> counter(int limit) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        assertThat(Span.current().getSpanContext().isValid() || !sdk.spans().isEmpty()).isTrue();
        return pulled.get() < limit;
      }

      @Override
      public Integer next() {
        assertThat(Span.current().getSpanContext().isValid() || !sdk.spans().isEmpty()).isTrue();
        if (pulled.get() >= limit) {
          throw new NoSuchElementException();
        }
        return pulled.incrementAndGet();
      }
    };
  }

  @Test
  void endsWhenAnIteratorIsExhausted() {
    Iterator<Integer> iterator = traced.callIterator(() -> counter(3));
    assertThat(pulled).hasValue(0);
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(pulled).hasValue(1);
    assertThat(Span.current()).isSameAs(Span.getInvalid());
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(iterator.next()).isEqualTo(3);
    assertThat(sdk.spans()).isEmpty();
    assertThat(iterator.hasNext()).isFalse();
    assertThat(output(sdk.onlySpan())).isEqualTo("[1,2,3]");
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(sdk.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void endsForAConsumerThatNeverAsksForMore() {
    Iterator<Integer> iterator = traced.callIterator(() -> counter(1));
    assertThat(iterator.next()).isEqualTo(1);
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.output");
    assertThat(output(sdk.onlySpan())).isEqualTo("[1]");
  }

  @Test
  void failsWithAnIterator() {
    IllegalStateException failure = new IllegalStateException("source");
    Iterator<String> iterator =
        traced.callIterator(
            () ->
                Stream.of("a", "b")
                    .peek(
                        item -> {
                          if (item.equals("b")) {
                            throw failure;
                          }
                        })
                    .iterator());
    assertThat(iterator.next()).isEqualTo("a");
    assertThatThrownBy(iterator::hasNext).isSameAs(failure);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
  }

  @Test
  void failsWhereAPromisedItemIsNotThere() {
    Iterator<String> liar =
        traced.callIterator(
            () ->
                new Iterator<String>() {
                  @Override
                  public boolean hasNext() {
                    return true;
                  }

                  @Override
                  public String next() {
                    throw new NoSuchElementException("no value");
                  }
                });
    assertThat(liar.hasNext()).isTrue();
    assertThatThrownBy(liar::next).isInstanceOf(NoSuchElementException.class);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
  }

  @Test
  void removesThroughAnIterator() {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    Iterator<Integer> iterator = traced.callIterator(list::iterator);
    iterator.next();
    iterator.remove();
    iterator.forEachRemaining(item -> {});
    assertThat(list).containsExactly(2);
    assertThat(output(sdk.onlySpan())).isEqualTo("[1,2]");
  }

  @Test
  void returnsNullSources() {
    assertThat(traced.callIterator(() -> (Iterator<String>) null)).isNull();
    assertThat(traced.callStream(() -> (Stream<String>) null)).isNull();
    assertThat(sdk.spans()).hasSize(2).allSatisfy(s -> assertThat(output(s)).isEqualTo("null"));
  }

  private Stream<Integer> countingStream(int limit) {
    return IntStream.rangeClosed(1, limit)
        .peek(
            i -> {
              assertThat(Span.current().getSpanContext().isValid()).isTrue();
              pulled.incrementAndGet();
            })
        .boxed();
  }

  @Test
  void endsWhenAStreamIsExhausted() {
    Stream<Integer> stream = traced.callStream(() -> countingStream(3));
    assertThat(pulled).hasValue(0);
    assertThat(stream.map(i -> i * 2).collect(Collectors.toList())).containsExactly(2, 4, 6);
    assertThat(output(sdk.onlySpan())).isEqualTo("[1,2,3]");
  }

  @Test
  void endsWhenAStreamIsClosedAndClosesTheSource() {
    AtomicInteger closed = new AtomicInteger();
    try (Stream<Integer> stream =
        traced.callStream(() -> countingStream(100).onClose(closed::incrementAndGet))) {
      assertThat(stream.limit(2).collect(Collectors.toList())).containsExactly(1, 2);
      assertThat(pulled).hasValue(2);
      assertThat(sdk.spans()).isEmpty();
    }
    assertThat(closed).hasValue(1);
    assertThat(output(sdk.onlySpan())).isEqualTo("[1,2]");
  }

  @Test
  void countsEveryItem() {
    assertThat(traced.callStream(() -> List.of(1, 2, 3).stream()).count()).isEqualTo(3);
    assertThat(output(sdk.onlySpan())).isEqualTo("[1,2,3]");
  }

  @Test
  void takesAConsumersExceptionForItsOwn() {
    IllegalStateException failure = new IllegalStateException("consumer");
    try (Stream<Integer> stream = traced.callStream(() -> countingStream(3))) {
      assertThatThrownBy(
              () ->
                  stream.forEach(
                      i -> {
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(sdk.spans()).isEmpty();
    }
    assertThat(eventNames(sdk.onlySpan())).containsExactly("gentrace.fn.output");
    assertThat(output(sdk.onlySpan())).isEqualTo("[1]");
  }

  @Test
  void failsWithAStream() {
    IllegalStateException failure = new IllegalStateException("source");
    Stream<Integer> stream =
        traced.callStream(
            () ->
                Stream.of(1, 2)
                    .peek(
                        i -> {
                          if (i == 2) {
                            throw failure;
                          }
                        }));
    assertThatThrownBy(() -> stream.forEach(i -> {})).isSameAs(failure);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
  }

  @Test
  void failsWithAStreamThatDoesNotClose() {
    IllegalStateException failure = new IllegalStateException("close");
    Stream<Integer> stream =
        traced.callStream(
            () ->
                Stream.of(1)
                    .onClose(
                        () -> {
                          throw failure;
                        }));
    assertThatThrownBy(stream::close).isSameAs(failure);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
  }

  @Test
  void keepsAParallelStreamParallel() {
    Stream<Integer> stream =
        traced.callStream(() -> IntStream.range(0, 1000).boxed().parallel().map(i -> i + 1));
    assertThat(stream.isParallel()).isTrue();
    assertThat(stream.mapToInt(i -> i).sum()).isEqualTo(500_500);
    assertThat(output(sdk.onlySpan()).split(",")).hasSize(1000);
  }

  @Test
  void holdsNoMoreThanTheContentLengthOfAnEndlessStream() {
    AtomicInteger mapped = new AtomicInteger();
    Traced limited =
        sdk.gentrace()
            .withMaxContentLength(256)
            .withContentMapper(
                (name, value) -> {
                  assertThat(name).isEqualTo("output");
                  mapped.incrementAndGet();
                  return value;
                })
            .traced("endless");
    try (Stream<String> stream = limited.callStream(() -> Stream.generate(() -> "token"))) {
      assertThat(stream.limit(100_000).count()).isEqualTo(100_000);
    }
    assertThat(mapped.get()).isLessThan(100);
    assertThat(output(sdk.onlySpan())).endsWith("\"...[truncated]\"]").hasSizeLessThan(257);
  }

  @Test
  void passesAUsedStreamOnAsItIs() {
    Stream<Integer> used = Stream.of(1);
    used.forEach(i -> {});
    Stream<Integer> stream = traced.callStream(() -> used);
    assertThat(stream).isSameAs(used);
    assertThat(eventNames(sdk.onlySpan())).containsExactly("exception");
  }
}
