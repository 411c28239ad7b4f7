package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, and whether it holds.
 *
 * @param id stable name of the kind of statement
 * @param subject the exporter or the bad day that it is about; null where there is only one
 * @param statement what is proven, as a sentence without a full stop
 * @param counts the figures behind it, possibly empty
 * @param details why it does not hold: the first spans that differ, what was seen instead
 * @param blame the line of the config that is to blame, where one is
 * @param remedy what to do; null where there is nothing
 * @param scenario the run to repeat where it failed by chance; null where chance plays no part
 */
public record Proof(
    String id,
    @Nullable String subject,
    String statement,
    Verdict verdict,
    String counts,
    List<String> details,
    @Nullable Place blame,
    @Nullable String remedy,
    @Nullable Scenario scenario) {
  public Proof {
    details = List.copyOf(details);
  }

  static Proof of(String id, @Nullable String subject, String statement) {
    return new Proof(id, subject, statement, Verdict.HOLDS, "", List.of(), null, null, null);
  }

  Proof with(Verdict changed, String figures) {
    return new Proof(id, subject, statement, changed, figures, details, blame, remedy, scenario);
  }

  Proof because(List<String> reasons) {
    return new Proof(id, subject, statement, verdict, counts, reasons, blame, remedy, scenario);
  }

  Proof blaming(@Nullable Place place, @Nullable String advice) {
    return new Proof(id, subject, statement, verdict, counts, details, place, advice, scenario);
  }

  Proof from(Scenario run) {
    return new Proof(id, subject, statement, verdict, counts, details, blame, remedy, run);
  }
}
