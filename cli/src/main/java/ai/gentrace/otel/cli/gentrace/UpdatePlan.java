package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.yaml.edit.Change;
import java.util.List;

/**
 * What moves the Gentrace parts of a config to this release's templates.
 *
 * @param changes empty if nothing is to be done
 * @param moved what changes, a phrase each
 * @param kept what the user changed, and what stays therefore
 */
public record UpdatePlan(
    Variant variant, List<Change> changes, List<String> moved, List<Difference> kept) {
  public UpdatePlan {
    changes = List.copyOf(changes);
    moved = List.copyOf(moved);
    kept = List.copyOf(kept);
  }
}
