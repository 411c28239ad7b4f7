package ai.gentrace.otel.it.app;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;

/** The marks, written by hand into baggage as the guide shows it. */
public final class Marks {
  private Marks() {}

  /** Returns the current context inside an interaction. */
  public static Context interaction() {
    return with(Context.current(), "gentrace.sample");
  }

  /** Returns the current context inside an interaction of an experiment. */
  public static Context experiment() {
    return with(interaction(), "gentrace.in_experiment");
  }

  private static Context with(Context context, String key) {
    return context.with(Baggage.fromContext(context).toBuilder().put(key, "true").build());
  }
}
