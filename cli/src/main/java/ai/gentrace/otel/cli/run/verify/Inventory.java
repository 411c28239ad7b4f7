package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists how a run's copy differs from the user's config, besides captures and ports. */
final class Inventory {
  private final CollectorConfig config;
  private final Rehearsal rehearsal;
  private final List<Remark> remarks = new ArrayList<>();

  private Inventory(Rehearsal rehearsal) {
    this.config = rehearsal.config();
    this.rehearsal = rehearsal;
  }

  static List<Remark> of(Rehearsal rehearsal, RunCopy copy) {
    Inventory inventory = new Inventory(rehearsal);
    inventory.receivers();
    inventory.pipelines();
    inventory.processors();
    inventory.connectors();
    inventory.extensions();
    inventory.gentraceExporters();
    for (Variables.Use use : copy.variables()) {
      inventory.add(
          use.name() + " is not read; \"" + use.value() + "\" stands in for it", use.place());
    }
    return List.copyOf(inventory.remarks);
  }

  private void add(String text, Place place) {
    remarks.add(new Remark(text, place));
  }

  private void receivers() {
    Set<ComponentId> seen = new LinkedHashSet<>();
    for (Pipeline pipeline : config.pipelines()) {
      for (Reference receiver : pipeline.receivers().items()) {
        ComponentId id = receiver.id();
        boolean left = !config.isConnector(id) && !OtlpReceivers.takesOtlp(id);
        if (pipeline.isTraces() && left && seen.add(id)) {
          add("receiver " + id + " is left out: it does not take OTLP", receiver.item().place());
        }
      }
    }
  }

  private void pipelines() {
    for (Pipeline pipeline : config.pipelines()) {
      if (!rehearsal.with().pipelines().containsKey(pipeline.id())) {
        add(
            "pipeline " + pipeline.id() + " is left out: no span from an OTLP receiver comes to it",
            pipeline.setting().keyPlace());
      }
    }
  }

  private void processors() {
    for (ComponentId id : rehearsal.with().processors()) {
      String reason = Surroundings.reasonToLeaveOut(id);
      Component processor = config.component(ComponentKind.PROCESSOR, id);
      if (reason != null && processor != null) {
        add("processor " + id + " is left out: " + reason, processor.setting().keyPlace());
      }
    }
  }

  private void connectors() {
    for (ComponentId id : rehearsal.with().connectors()) {
      Component connector = config.component(ComponentKind.CONNECTOR, id);
      if (connector != null && ConnectorCopy.isShortened(connector)) {
        Setting interval = connector.find(ConnectorCopy.FLUSH_INTERVAL);
        add(
            "connector "
                + id
                + " sends its counts every second: when they are sent changes no"
                + " count",
            interval == null ? connector.setting().keyPlace() : interval.keyPlace());
      }
    }
  }

  private void extensions() {
    Set<ComponentId> kept = new LinkedHashSet<>();
    for (ComponentId id : rehearsal.parts().exporters()) {
      Component exporter = config.component(ComponentKind.EXPORTER, id);
      ComponentId auth = exporter == null ? null : Surroundings.authenticator(exporter);
      if (auth != null && Surroundings.isHarmless(auth)) {
        kept.add(auth);
      }
    }
    for (Reference extension : config.enabledExtensions().items()) {
      if (!kept.contains(extension.id())) {
        add(
            "extension " + extension.id() + " is left out: no span passes it",
            extension.item().place());
      }
    }
  }

  private void gentraceExporters() {
    for (ComponentId id : rehearsal.parts().exporters()) {
      Component exporter = config.component(ComponentKind.EXPORTER, id);
      Setting storage = exporter == null ? null : exporter.find("sending_queue", "storage");
      if (storage != null) {
        add("the queue of " + id + " is kept in memory, not in a storage", storage.keyPlace());
      }
    }
  }
}
