package ai.gentrace.otel.cli.gentrace.ottl;

/** A truth value of Kleene's three-valued logic, from the least true to the truest. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** The truth value of a known fact. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** True only where both are. */
  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** True where either is. */
  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** The opposite; what is unknown stays so. */
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
