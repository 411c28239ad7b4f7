package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.doctor.CollectorCounters.Count;
import ai.gentrace.otel.cli.run.sample.SampleService;
import ai.gentrace.otel.cli.run.sample.SampleService.Mark;
import ai.gentrace.otel.cli.run.sample.SpanSender;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends one marked and one unmarked span to a collector and watches its counters move. */
final class TestSpans {
  private static final Duration POLL = Duration.ofMillis(200);

  /** For what the exporter needs beyond the config's own figures. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofMillis(7_500);

  private final ConfigFacts facts;
  private final URI otlp;

  /** Reads the counters once more. */
  interface Look {
    Observation<CollectorCounters> again() throws InterruptedException;
  }

  TestSpans(ConfigFacts facts, URI otlp) {
    this.facts = facts;
    this.otlp = otlp;
  }

  /**
   * How the counters moved.
   *
   * @param delivered whether the collector took the two spans
   * @param refusal what it said if not
   * @param received spans that came to the gate, or to the receivers where that is not counted
   * @param atReceivers spans that came to the receivers
   * @param filtered spans that the gate dropped
   * @param sent spans that Gentrace took
   * @param failed spans that it did not take
   * @param waiting whether something still waits to be sent
   * @param restarted whether a counter went backwards
   */
  record Moves(
      boolean delivered,
      String refusal,
      long received,
      long atReceivers,
      long filtered,
      long sent,
      long failed,
      boolean waiting,
      boolean restarted) {

    static Moves undelivered(String refusal) {
      return new Moves(false, refusal, 0, 0, 0, 0, 0, false, false);
    }

    /** Whether nothing else came to the collector meanwhile, as far as it can be seen. */
    boolean alone() {
      return received == 2;
    }

    String words() {
      return "received "
          + received
          + ", filtered "
          + filtered
          + ", sent "
          + sent
          + (failed > 0 ? ", failed " + failed : "");
    }
  }

  Moves run(CollectorCounters before, Look look) throws InterruptedException {
    try (SpanSender sender = new SpanSender(otlp.toString(), HttpLook.LIMIT)) {
      SpanSender.Outcome outcome = sender.send(spans());
      if (!outcome.delivered()) {
        return Moves.undelivered(outcome.refusal().orElse("no answer"));
      }
    }
    Duration limit = facts.flush().plus(PATIENCE);
    Instant end = Instant.now().plus(limit.compareTo(LONGEST) < 0 ? limit : LONGEST);
    Moves moves = moves(before, before);
    while (Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      if (look.again() instanceof Observation.Seen<CollectorCounters> seen) {
        moves = moves(before, seen.value());
        boolean decided = moves.sent() + moves.failed() > 0;
        boolean dropped = moves.received() >= 2 && moves.filtered() >= moves.received();
        if (moves.restarted() || (decided && moves.received() >= 2) || dropped) {
          return moves;
        }
      }
    }
    return moves;
  }

  /** Made as an application makes them: baggage, and the library's processor. */
  private static List<SpanData> spans() {
    Instant now = Instant.now();
    long start = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    SampleService service = new SampleService("gentrace-otel-doctor", start);
    service
        .start(Mark.in(Context.root()), "gentrace-otel doctor, marked", SpanKind.INTERNAL, start)
        .end(start + 1_000_000);
    service
        .start(Context.root(), "gentrace-otel doctor, unmarked", SpanKind.INTERNAL, start)
        .end(start + 1_000_000);
    return service.drain();
  }

  private Moves moves(CollectorCounters before, CollectorCounters after) {
    long gateIn = moved(before.incoming(facts.gates()), after.incoming(facts.gates()));
    long receivers = moved(before.accepted(List.of()), after.accepted(List.of()));
    boolean gateCounts = after.incoming(facts.gates()).present();
    long filtered = moved(before.filtered(facts.gates()), after.filtered(facts.gates()));
    long sent = moved(before.sent(facts.exporters()), after.sent(facts.exporters()));
    long failed =
        moved(before.failed(facts.exporters()), after.failed(facts.exporters()))
            + moved(before.overflowed(facts.exporters()), after.overflowed(facts.exporters()));
    return new Moves(
        true,
        "",
        gateCounts ? gateIn : receivers,
        receivers,
        filtered,
        sent,
        failed,
        after.waiting(facts.exporters()).value() > 0,
        Math.min(Math.min(receivers, filtered), Math.min(sent, failed)) < 0);
  }

  private static long moved(Count before, Count after) {
    return after.value() - before.value();
  }
}
