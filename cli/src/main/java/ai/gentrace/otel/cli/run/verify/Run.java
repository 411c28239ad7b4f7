package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.Address;
import ai.gentrace.otel.cli.run.Answer;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorSetup;
import ai.gentrace.otel.cli.run.RunningCollector;
import ai.gentrace.otel.cli.run.sample.SpanSender;
import ai.gentrace.otel.cli.run.sample.SpanSender.Outcome;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.RunResult.Refusals;
import ai.gentrace.otel.cli.run.verify.SampleSpans.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One run of a collector on a copy of the config, from its start to its end. */
final class Run {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** Shorter than an SDK's patience, as nobody gains from waiting for what never comes. */
  private static final Duration BAD_DAY_ANSWER_LIMIT = Duration.ofSeconds(5);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  /** Refused requests after which a run has seen enough. */
  private static final int ENOUGH_LOST = 8;

  private static final String QUEUE_FULL = "queue is full";
  private static final String OUT_OF_MEMORY = "data refused due to high memory usage";

  private final Collector collector;
  private final Rehearsal rehearsal;
  private final Scenario scenario;
  private final Progress progress;

  Run(Collector collector, Rehearsal rehearsal, Scenario scenario, Progress progress) {
    this.collector = collector;
    this.rehearsal = rehearsal;
    this.scenario = scenario;
    this.progress = progress;
  }

  RunResult execute() throws CollectorException, IOException, InterruptedException {
    try (Captures captures = Captures.start(collector, rehearsal.parts().exporters())) {
      RunCopy copy =
          CopyWriter.write(rehearsal.config(), rehearsal.parts(), scenario.variant(), captures);
      prepare(captures);
      progress.phase(scenario, Progress.Phase.STARTING);
      try (RunningCollector running = collector.start(setup(copy))) {
        progress.phase(scenario, Progress.Phase.SENDING);
        Sending sending = new Sending();
        for (Map.Entry<ComponentId, List<Request>> entry :
            rehearsal.samples().requests().entrySet()) {
          String listener = copy.listeners().get(entry.getKey());
          if (listener != null) {
            sending.send(running.address(listener), entry.getValue());
          }
        }
        progress.phase(scenario, Progress.Phase.WAITING);
        TimeUnit.MILLISECONDS.sleep(rehearsal.hold().toMillis());
        progress.phase(scenario, Progress.Phase.ENDING);
        giveUp(captures);
        running.stop(STOP_LIMIT);
        List<String> log = running.log();
        return new RunResult(
            scenario,
            captures.received(),
            captures.requests(),
            sending.sent,
            new Refusals(sending.refused, sending.lost, sending.answer, sending.unanswered),
            log.stream().anyMatch(line -> line.contains(QUEUE_FULL)),
            log.stream().anyMatch(line -> line.contains(OUT_OF_MEMORY)));
      } finally {
        progress.phase(scenario, Progress.Phase.DONE);
      }
    }
  }

  private static CollectorSetup setup(RunCopy copy) {
    CollectorSetup setup = CollectorSetup.of(copy.yaml());
    for (Map.Entry<String, String> variable : copy.environment().entrySet()) {
      setup = setup.withVariable(variable.getKey(), variable.getValue());
    }
    for (Map.Entry<String, String> variable : DeadEnd.VARIABLES.entrySet()) {
      setup = setup.withVariable(variable.getKey(), variable.getValue());
    }
    for (String listener : copy.listeners().values()) {
      setup = setup.listening(listener);
    }
    return setup;
  }

  private void prepare(Captures captures) throws IOException {
    for (CaptureServer server : captures.gentrace()) {
      switch (scenario) {
        case HEALTHY, WITHOUT, WITHOUT_AGAIN -> {}
        case TOO_MANY_REQUESTS -> server.answer(Answer.status(429));
        case SERVER_ERROR -> server.answer(Answer.status(500));
        case REFUSED -> server.refuse();
        case FULL_QUEUE -> server.answer(Answer.status(503).hanging());
      }
    }
  }

  /** What waits for a failing Gentrace would hold up the end of everything else. */
  private void giveUp(Captures captures) {
    if (scenario.isBadDay()) {
      for (CaptureServer server : captures.gentrace()) {
        server.answer(Answer.status(500));
        server.release();
      }
    }
  }

  /** Sends a run's requests, and counts. */
  private final class Sending {
    private final Set<SpanKey> sent = new HashSet<>();
    private int refused;
    private int lost;
    private boolean unanswered;
    private Optional<String> answer = Optional.empty();

    void send(Address address, List<Request> requests) throws InterruptedException {
      Duration limit = scenario.isBadDay() ? BAD_DAY_ANSWER_LIMIT : ANSWER_LIMIT;
      int round = 0;
      try (SpanSender sender = new SpanSender(address.http("/v1/traces").toString(), limit)) {
        for (Request request : requests) {
          if (unanswered || lost >= ENOUGH_LOST) {
            return;
          }
          if (request.round() > 0 && !rehearsal.sendsRounds(scenario)) {
            break;
          }
          if (request.round() != round && scenario == Scenario.FULL_QUEUE) {
            TimeUnit.MILLISECONDS.sleep(rehearsal.pause().toMillis());
          }
          round = request.round();
          request.spans().forEach(span -> sent.add(Samples.key(span)));
          count(sender.send(request.spans()));
        }
      }
    }

    private void count(Outcome outcome) {
      if (outcome.refusals() > 0) {
        refused++;
        if (answer.isEmpty()) {
          answer = outcome.refusal();
        }
      }
      if (!outcome.delivered()) {
        lost++;
        unanswered |= outcome.isUnanswered();
      }
    }
  }
}
