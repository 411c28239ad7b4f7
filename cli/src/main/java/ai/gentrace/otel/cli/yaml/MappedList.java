package ai.gentrace.otel.cli.yaml;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list whose elements are made of another list's each time they are asked for: for lists of
 * hundreds of thousands, most of which nobody asks for twice. As immutable as what it is made of.
 *
 * @param <S> the other's elements
 * @param <T> its own
 */
public final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {
  private final List<S> from;
  private final Function<? super S, ? extends T> make;

  /**
   * @param from quick to access at any index
   */
  public MappedList(List<S> from, Function<? super S, ? extends T> make) {
    this.from = from;
    this.make = make;
  }

  @Override
  public T get(int index) {
    return make.apply(from.get(index));
  }

  @Override
  public int size() {
    return from.size();
  }
}
