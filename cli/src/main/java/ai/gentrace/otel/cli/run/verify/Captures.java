package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.CaptureServer;
import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.Export;
import ai.gentrace.otel.cli.run.verify.RunResult.RequestSeen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one run: one for each exporter to Gentrace, since they fail as told, and one for
 * all others, who are told apart by the path. Thread-safe.
 */
final class Captures implements RunCopy.Servers, AutoCloseable {
  private final String host;
  private final Map<ComponentId, CaptureServer> gentrace = new LinkedHashMap<>();
  private final Map<ComponentId, Inbox> inboxes = new ConcurrentHashMap<>();
  private final Map<ComponentId, List<RequestSeen>> requests = new HashMap<>();
  private final List<ComponentId> others = new ArrayList<>();
  private @Nullable CaptureServer shared;

  private Captures(String host) {
    this.host = host;
  }

  static Captures start(Collector collector, Collection<ComponentId> gentraceExporters)
      throws IOException {
    Captures captures = new Captures(collector.hostName());
    boolean started = false;
    try {
      captures.shared = CaptureServer.startStreaming(collector.serverAddress(), captures::addOther);
      for (ComponentId id : gentraceExporters) {
        captures.gentrace.put(
            id,
            CaptureServer.startStreaming(
                collector.serverAddress(), export -> captures.addGentrace(id, export)));
      }
      started = true;
      return captures;
    } finally {
      if (!started) {
        captures.close();
      }
    }
  }

  private void addGentrace(ComponentId exporter, Export export) {
    synchronized (requests) {
      requests
          .computeIfAbsent(exporter, key -> new ArrayList<>())
          .add(new RequestSeen(export.path(), export.header("authorization")));
    }
    if (export.answer().isSuccess()) {
      inbox(exporter).add(export);
    }
  }

  private void addOther(Export export) {
    ComponentId exporter;
    synchronized (others) {
      int end = export.path().indexOf('/', 1);
      exporter = others.get(Integer.parseInt(export.path().substring(1, end)));
    }
    inbox(exporter).add(export);
  }

  private Inbox inbox(ComponentId exporter) {
    return inboxes.computeIfAbsent(exporter, key -> new Inbox());
  }

  @Override
  public String gentrace(ComponentId exporter) {
    CaptureServer server = gentrace.get(exporter);
    if (server == null) {
      throw new IllegalArgumentException("not an exporter to Gentrace: " + exporter);
    }
    return server.url(host, "");
  }

  @Override
  public String other(ComponentId exporter) {
    CaptureServer server = shared;
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    synchronized (others) {
      others.add(exporter);
      return server.url(host, "/" + (others.size() - 1));
    }
  }

  /** The servers that stand in for Gentrace. */
  Collection<CaptureServer> gentrace() {
    return gentrace.values();
  }

  /** What each exporter has sent with success. */
  Map<ComponentId, Received> received() {
    Map<ComponentId, Received> received = new HashMap<>();
    inboxes.forEach((id, inbox) -> received.put(id, inbox.received()));
    return received;
  }

  /** The requests to each exporter's stand-in for Gentrace. */
  Map<ComponentId, List<RequestSeen>> requests() {
    synchronized (requests) {
      Map<ComponentId, List<RequestSeen>> copy = new HashMap<>();
      requests.forEach((id, list) -> copy.put(id, List.copyOf(list)));
      return copy;
    }
  }

  @Override
  public void close() throws IOException {
    if (shared != null) {
      shared.close();
    }
    for (CaptureServer server : gentrace.values()) {
      server.close();
    }
  }
}
