package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.verify.RunCopy.Variant;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Proves what a config does, by runs of a real collector side by side. */
public final class Verification {
  private final Collector collector;
  private final Rehearsal rehearsal;
  private final Target target;
  private final Progress progress;

  private Verification(Collector collector, Rehearsal rehearsal, Target target, Progress progress) {
    this.collector = collector;
    this.rehearsal = rehearsal;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Runs it all.
   *
   * @param startNanos when the first sample span starts, since the epoch
   * @throws CollectorException if the collector cannot be run, or refuses the config
   * @throws IOException if no server can be started on loopback
   */
  public static VerifyReport of(
      CollectorConfig config,
      Target target,
      Collector collector,
      Progress progress,
      long startNanos)
      throws CollectorException, IOException, InterruptedException {
    GentraceParts parts = GentraceParts.of(config, target.endpoint());
    Rehearsal rehearsal = Rehearsal.of(config, parts, startNanos);
    return new Verification(collector, rehearsal, target, progress).report();
  }

  private VerifyReport report() throws CollectorException, IOException, InterruptedException {
    List<Remark> copy = Inventory.of(rehearsal, dryCopy());
    if (rehearsal.parts().exporters().isEmpty() || rehearsal.gentraceReceivers().isEmpty()) {
      return new VerifyReport(collector.description(), List.of(noWay()), List.of(), copy);
    }
    Set<Scenario> scenarios = EnumSet.allOf(Scenario.class);
    if (rehearsal.without().isEmpty()) {
      scenarios.remove(Scenario.WITHOUT);
      scenarios.remove(Scenario.WITHOUT_AGAIN);
    }
    Results results = run(scenarios);
    List<Proof> proofs = proofs(results);
    Set<Scenario> doubtful = doubtful(proofs, results);
    if (!doubtful.isEmpty()) {
      proofs = agreed(proofs, proofs(results.with(run(doubtful))));
    }
    List<Remark> remarks =
        new GentraceRemarks(rehearsal, results.get(Scenario.HEALTHY))
            .all().stream().map(text -> new Remark(text, null)).toList();
    return new VerifyReport(collector.description(), proofs, remarks, copy);
  }

  private RunCopy dryCopy() {
    RunCopy.Servers nowhere =
        new RunCopy.Servers() {
          @Override
          public String gentrace(ComponentId exporter) {
            return "http://127.0.0.1:0";
          }

          @Override
          public String other(ComponentId exporter) {
            return "http://127.0.0.1:0";
          }
        };
    return CopyWriter.write(rehearsal.config(), rehearsal.parts(), Variant.WITH, nowhere);
  }

  /** There is nothing to run. */
  private Proof noWay() {
    Proof proof = GentraceSpansJudge.markedSpansArrive();
    if (rehearsal.parts().exporters().isEmpty()) {
      return proof
          .with(Verdict.FAILS, "")
          .because(List.of("no exporter sends to Gentrace"))
          .blaming(null, "init --merge adds what is missing (GT050)");
    }
    Blame blame = new Blame(rehearsal);
    Blame.Culprit culprit = blame.ofMissing(rehearsal.parts().exporters().iterator().next());
    return proof
        .with(Verdict.FAILS, "")
        .because(List.of("no OTLP receiver feeds a pipeline to Gentrace"))
        .blaming(culprit.place(), culprit.remedy());
  }

  private List<Proof> proofs(Results results) {
    RunResult healthy = results.get(Scenario.HEALTHY);
    List<Proof> proofs = new ArrayList<>();
    GentraceSpansJudge spans = new GentraceSpansJudge(rehearsal, healthy);
    proofs.add(spans.everyMarkedSpan());
    proofs.add(spans.noUnmarkedSpan());
    GentraceRequestsJudge requests = new GentraceRequestsJudge(rehearsal, healthy, target);
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      proofs.add(requests.path(exporter));
      proofs.add(requests.authorization(exporter));
    }
    proofs.addAll(new OthersJudge(rehearsal, results).all());
    proofs.addAll(new BadDayJudge(rehearsal, results).all());
    return proofs;
  }

  /**
   * Runs to repeat: those that failed where something decides by chance or by the clock, and those
   * in which a request was not answered, as it may be on a busy machine.
   */
  private Set<Scenario> doubtful(List<Proof> proofs, Results results) {
    Set<Scenario> doubtful = EnumSet.noneOf(Scenario.class);
    Suspects suspects = new Suspects(rehearsal);
    boolean chance =
        rehearsal.with().exporters().stream().anyMatch(id -> !suspects.of(id).isEmpty());
    for (Proof proof : proofs) {
      Scenario scenario = proof.scenario();
      if (proof.verdict() == Verdict.FAILS && scenario != null) {
        if (chance) {
          doubtful.add(Scenario.HEALTHY);
          doubtful.add(Scenario.WITHOUT_AGAIN);
        }
        if (chance || results.get(scenario).refusals().unanswered()) {
          doubtful.add(scenario);
        }
      }
    }
    return doubtful;
  }

  /** What failed only once failed by chance. */
  private static List<Proof> agreed(List<Proof> first, List<Proof> second) {
    List<Proof> agreed = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Proof before = first.get(i);
      boolean chance =
          before.verdict() == Verdict.FAILS
              && before.scenario() != null
              && second.get(i).verdict() != Verdict.FAILS;
      agreed.add(
          chance
              ? before
                  .with(Verdict.NOT_COMPARABLE, second.get(i).counts())
                  .because(List.of("it came out otherwise in a second run"))
                  .blaming(null, null)
              : before);
    }
    return agreed;
  }

  /** Runs side by side; the first failure ends the others. */
  private Results run(Collection<Scenario> scenarios)
      throws CollectorException, IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            scenarios.size(),
            work -> {
              Thread thread = new Thread(work, "verify-run");
              thread.setDaemon(true);
              return thread;
            });
    try {
      ExecutorCompletionService<RunResult> service = new ExecutorCompletionService<>(threads);
      for (Scenario scenario : scenarios) {
        Run run = new Run(collector, rehearsal, scenario, progress);
        service.submit(run::execute);
      }
      Map<Scenario, RunResult> results = new EnumMap<>(Scenario.class);
      for (int i = 0; i < scenarios.size(); i++) {
        RunResult result = service.take().get();
        results.put(result.scenario(), result);
      }
      return new Results(results);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } finally {
      threads.shutdownNow();
      // Each run ends its collector before its thread ends.
      threads.awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  private static CollectorException unwrapped(@Nullable Throwable cause)
      throws IOException, InterruptedException {
    if (cause instanceof CollectorException e) {
      return e;
    }
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause instanceof InterruptedException e) {
      throw e;
    }
    throw new IllegalStateException(cause);
  }
}
