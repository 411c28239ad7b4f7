package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a run.
 *
 * @param received what each exporter sent, Gentrace's among them
 * @param requests what the requests to each Gentrace exporter's server looked like
 * @param sent spans of the requests that the run sent; all, unless refusals ended it early
 * @param refusals how the receivers answered when they did not take a request
 * @param queueFull whether the collector said that the queue to Gentrace was full
 * @param memoryLimited whether the collector refused data for want of memory
 */
record RunResult(
    Scenario scenario,
    Map<ComponentId, Received> received,
    Map<ComponentId, List<RequestSeen>> requests,
    Set<SpanKey> sent,
    Refusals refusals,
    boolean queueFull,
    boolean memoryLimited) {
  RunResult {
    received = Map.copyOf(received);
    requests = Map.copyOf(requests);
    sent = Set.copyOf(sent);
  }

  /**
   * Requests that a receiver did not take at once.
   *
   * @param requests how many requests were refused at least once
   * @param lost how many of these were never taken
   * @param answer the first refusal in words
   * @param unanswered whether one was not answered at all
   */
  record Refusals(int requests, int lost, Optional<String> answer, boolean unanswered) {}

  /**
   * A request as the stand-in for Gentrace saw it.
   *
   * @param authorization value of the header, if there was one
   */
  record RequestSeen(String path, Optional<String> authorization) {}

  Received received(ComponentId exporter) {
    return received.getOrDefault(exporter, Received.NOTHING);
  }
}
