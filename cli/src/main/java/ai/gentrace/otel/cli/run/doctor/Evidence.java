package ai.gentrace.otel.cli.run.doctor;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All that an examination has seen; the steps judge it.
 *
 * @param facts what the config says
 * @param faults error findings in the config
 * @param metricsUrl where the counters were looked for
 * @param metricsGiven whether the user named that place
 * @param counters the collector's counters
 * @param moves what test spans did to them, if any were sent
 * @param health what the health extension said, if there is one to ask
 * @param receiver what the receiver's port did, if there is one to ask
 * @param otlpUrl the receiver's URL, if one is known
 * @param otlpGiven whether the user named it
 * @param process the collector's process, if it runs here and may be looked at
 * @param probe what a probe came to, if one was asked for
 * @param probeKeyDefect why the key of this environment cannot be used for it, if so
 */
record Evidence(
    ConfigFacts facts,
    List<ConfigFault> faults,
    URI metricsUrl,
    boolean metricsGiven,
    Observation<CollectorCounters> counters,
    Optional<TestSpans.Moves> moves,
    Optional<Observation<Integer>> health,
    Optional<Observation<Boolean>> receiver,
    Optional<URI> otlpUrl,
    boolean otlpGiven,
    Optional<LocalProcess> process,
    Optional<Probe.Result> probe,
    Optional<KeyDefect> probeKeyDefect) {
  Evidence {
    faults = List.copyOf(faults);
  }

  /** The counters, if they could be read. */
  Optional<CollectorCounters> seen() {
    return counters instanceof Observation.Seen<CollectorCounters> seen
        ? Optional.of(seen.value())
        : Optional.empty();
  }

  /** Why the counters could not be read. */
  String unseen() {
    return counters instanceof Observation.Unseen<CollectorCounters> unseen
        ? metricsUrl + " " + unseen.reason()
        : "";
  }

  /** What to do where the counters could not be read. */
  String howToRead() {
    return facts.metricsOff()
        ? "the config switches the collector's metrics off; set service.telemetry.metrics.level to"
            + " normal"
        : "give --metrics URL, or forward the port: kubectl port-forward deploy/COLLECTOR 8888";
  }
}
