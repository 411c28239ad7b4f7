package ai.gentrace.otel.it.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sentence that a test proves. All claims of a run are printed at its end, with test and
 * result, and written to {@code collector-it/target/claims.md}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Claim {
  /** The sentence, as a user would read it. */
  String value();
}
