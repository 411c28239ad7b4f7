package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param collector what was run
 * @param proofs in the order in which they are shown
 * @param remarks what is worth knowing although it fails nothing
 * @param copy how the run's copy differs from the user's config, besides captures and ports
 */
public record VerifyReport(
    String collector, List<Proof> proofs, List<Remark> remarks, List<Remark> copy) {
  public VerifyReport {
    proofs = List.copyOf(proofs);
    remarks = List.copyOf(remarks);
    copy = List.copyOf(copy);
  }

  /**
   * A sentence, and the line of the config that it is about.
   *
   * @param place null where it is about no single line
   */
  public record Remark(String text, @Nullable Place place) {}

  /** The worst that a proof came to. */
  public Verdict verdict() {
    for (Verdict worse : List.of(Verdict.FAILS, Verdict.NO_VERDICT)) {
      if (proofs.stream().anyMatch(proof -> proof.verdict() == worse)) {
        return worse;
      }
    }
    return Verdict.HOLDS;
  }
}
