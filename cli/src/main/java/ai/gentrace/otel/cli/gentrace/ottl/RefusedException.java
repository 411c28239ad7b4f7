package ai.gentrace.otel.cli.gentrace.ottl;

/** Carries a syntax error out of the recursion; never leaves this package. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient OttlParse.Refused refused;

  RefusedException(OttlParse.Refused refused) {
    super(refused.reason(), null, false, false);
    this.refused = refused;
  }

  OttlParse.Refused refused() {
    return refused;
  }
}
