package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.SampleSpans.Load;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the runs of one verification share.
 *
 * @param config the user's config
 * @param parts what of it serves Gentrace alone
 * @param with what spans reach in it
 * @param without what they reach without Gentrace's parts
 * @param samples what is sent
 * @param hold how long to wait behind the last span
 * @param pause how long to wait between the rounds that fill a queue
 */
record Rehearsal(
    CollectorConfig config,
    GentraceParts parts,
    Cut with,
    Cut without,
    Samples samples,
    Duration hold,
    Duration pause) {
  /** Longer waits between rounds are saved by sending more. */
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(1_500);

  private static final int ROUNDS = 4;
  private static final int LARGE_ROUNDS = 3;
  private static final int LARGEST_ROUND = 20_000;

  /** Spans that a batch processor collects unless it is told otherwise. */
  private static final int USUAL_BATCH = 8192;

  /**
   * @param startNanos when the first span starts, since the epoch
   */
  static Rehearsal of(CollectorConfig config, GentraceParts parts, long startNanos) {
    Cut with = Cut.with(config);
    Wall wall = Wall.of(config, parts, with);
    Samples samples = Samples.make(with.receivers(), startNanos, load(wall));
    Duration hold = new Holds(config).longest(with);
    return new Rehearsal(
        config, parts, with, Cut.without(config, parts), samples, hold, pause(wall));
  }

  /** The receivers from which spans can come to an exporter. */
  Set<ComponentId> receiversOf(ComponentId exporter) {
    Set<ComponentId> receivers = new LinkedHashSet<>();
    for (CutRoute route : with.routesTo(exporter)) {
      receivers.addAll(route.lanes().get(0).receivers());
    }
    receivers.removeAll(with.connectorIds());
    return receivers;
  }

  /** The receivers from which spans can come to Gentrace. */
  Set<ComponentId> gentraceReceivers() {
    Set<ComponentId> receivers = new LinkedHashSet<>();
    parts.exporters().forEach(exporter -> receivers.addAll(receiversOf(exporter)));
    return receivers;
  }

  /** The marked spans that are sent where they can come to Gentrace. */
  Set<SpanKey> markedForGentrace() {
    return samples.marked(gentraceReceivers());
  }

  /** Whether a run sends the rounds that fill a queue; where they are large, not every run does. */
  boolean sendsRounds(Scenario scenario) {
    return !pause.isZero() || !scenario.isBadDay() || scenario == Scenario.FULL_QUEUE;
  }

  private static Duration pause(Wall wall) {
    return wall.timeout().compareTo(LONGEST_PAUSE) <= 0
        ? wall.timeout().plusMillis(100)
        : Duration.ZERO;
  }

  /**
   * A queue of one request is full once a second batch comes to it. What batches before it lets one
   * go each time that it is full, or its time is over.
   */
  private static Load load(Wall wall) {
    int requests = Math.max(16, Runtime.getRuntime().availableProcessors());
    if (wall.timeout().compareTo(LONGEST_PAUSE) <= 0) {
      return new Load(ROUNDS, requests, 1);
    }
    int marked = Math.min(wall.size(), LARGEST_ROUND);
    return new Load(LARGE_ROUNDS, requests, marked / requests + 1);
  }

  /**
   * The batch processors on the way to Gentrace.
   *
   * @param size spans that the largest collects
   * @param timeout how long the slowest collects
   */
  private record Wall(int size, Duration timeout) {
    static Wall of(CollectorConfig config, GentraceParts parts, Cut cut) {
      Wall wall = new Wall(0, Duration.ZERO);
      Holds holds = new Holds(config);
      for (ComponentId exporter : parts.exporters()) {
        for (CutRoute route : cut.routesTo(exporter)) {
          for (ComponentId id : route.processors()) {
            if (id.type().equals("batch")) {
              Duration timeout = holds.of(ComponentKind.PROCESSOR, id);
              wall =
                  new Wall(
                      Math.max(wall.size, size(config.component(ComponentKind.PROCESSOR, id))),
                      timeout.compareTo(wall.timeout) > 0 ? timeout : wall.timeout);
            }
          }
        }
      }
      return wall;
    }

    private static int size(@Nullable Component batch) {
      ScalarValue size = batch == null ? null : batch.scalar("send_batch_size");
      return size != null && size.text().matches("[0-9]{1,9}")
          ? Integer.parseInt(size.text())
          : USUAL_BATCH;
    }
  }
}
