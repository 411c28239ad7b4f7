package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks merge for.
 *
 * @param receivers of the Gentrace pipeline; empty to let the config decide
 * @param processorsFrom the pipeline whose processors are copied; null for none
 */
public record MergeRequest(
    CollectorRelease release,
    GentraceEndpoint endpoint,
    String keyVariable,
    List<ComponentId> receivers,
    @Nullable ComponentId processorsFrom) {
  public MergeRequest {
    receivers = List.copyOf(receivers);
  }

  /** Whatever fits, for Gentrace's own service. */
  public static MergeRequest plain(CollectorRelease release) {
    return new MergeRequest(release, GentraceEndpoint.HOSTED, KeyVariable.DEFAULT, List.of(), null);
  }

  /** The same for another collector. */
  public MergeRequest with(CollectorRelease other) {
    return new MergeRequest(other, endpoint, keyVariable, receivers, processorsFrom);
  }
}
