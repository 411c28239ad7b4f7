package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Place;
import java.util.List;

/** Where a config holds secrets, so that nothing that shows its lines shows them too. */
public final class Secrets {
  private Secrets() {}

  /** The literal secrets of exporters to Gentrace. */
  public static List<Place> places(Subject subject) {
    return LiteralSecret.places(subject);
  }
}
