package ai.gentrace.otel.cli.yaml;

import java.util.Arrays;

/** A row of numbers that grows in pieces: nothing is copied, and little stays unused. */
final class IntColumn {
  private static final int BITS = 8;
  private static final int PIECE = 1 << BITS;

  private int[][] pieces = new int[1][];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return pieces[index >> BITS][index & (PIECE - 1)];
  }

  void set(int index, int number) {
    pieces[index >> BITS][index & (PIECE - 1)] = number;
  }

  void add(int number) {
    int piece = size >> BITS;
    if (piece == pieces.length) {
      pieces = Arrays.copyOf(pieces, piece * 2);
    }
    if (pieces[piece] == null) {
      pieces[piece] = new int[PIECE];
    }
    set(size++, number);
  }

  /** How many of the numbers are not greater, if they rise. */
  int countUpTo(int number) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle) <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Forgets the numbers from an index on. */
  void cut(int newSize) {
    size = newSize;
  }
}
