package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.MergePlan.Addition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a merge cannot be done as asked. */
record MergeObstacles(LocatedConfig located, CollectorConfig config) {
  /** Something else stands under an id of ours; null if nothing does. */
  static MergePlan.@Nullable Refused conflict(List<ExistingPart> existing) {
    for (ExistingPart part : existing) {
      String path = String.join(".", part.template().section()) + "." + part.setting().key();
      if (part.role() == PartRole.PIPELINE) {
        return new MergePlan.Refused(
            part.setting().keyPlace(),
            path + " is there already and does not export to Gentrace.",
            "Give that pipeline another name, or make it export to Gentrace.");
      }
      if (!part.differences().isEmpty()) {
        return new MergePlan.Refused(
            part.differences().get(0).place(),
            path
                + " is there already and is something else: "
                + part.differences().stream()
                    .map(Difference::toString)
                    .collect(Collectors.joining("; "))
                + ".",
            "Rename or remove it, or make it what the template has.");
      }
    }
    return null;
  }

  /** Nobody says from which receiver the spans come, and none may be added; null if one may. */
  MergePlan.@Nullable Refused withoutReceiver() {
    if (located.kind() == FileKind.HELM_VALUES) {
      return new MergePlan.Refused(
          null,
          "The file names no receiver for traces; which ones the chart defines is not known.",
          "Name them: --receivers otlp.");
    }
    return AddedReceiver.isUnmarkable(config)
        ? new MergePlan.Refused(
            null,
            "The config has no receiver for OTLP, and where it is written in braces no comment can"
                + " mark an added one for remove.",
            "Define a receiver of type otlp, or name one: --receivers NAME.")
        : null;
  }

  /** A receiver that the user names is not there; null if all are, or may be elsewhere. */
  MergePlan.@Nullable Refused undefined(List<ComponentId> receivers) {
    if (located.kind() == FileKind.HELM_VALUES
        || !config.section(ComponentKind.RECEIVER).isKnown()) {
      return null;
    }
    for (ComponentId id : receivers) {
      if (config.component(ComponentKind.RECEIVER, id) == null && !isFed(id)) {
        return new MergePlan.Refused(
            null,
            "The receiver " + id + " of --receivers is not defined.",
            "Defined are: "
                + names(
                    config.section(ComponentKind.RECEIVER).components().stream()
                        .map(component -> component.id())
                        .toList())
                + ".");
      }
    }
    return null;
  }

  /** Whether a connector gets spans that it could hand on. */
  private boolean isFed(ComponentId id) {
    return config.isConnector(id)
        && config.pipelines().stream().anyMatch(pipeline -> pipeline.exporters().get(id) != null);
  }

  /**
   * The pipeline to copy from is not there, or its processors need not take spans; null if they do.
   */
  MergePlan.@Nullable Refused nothingToCopy(ComponentId from) {
    Pipeline pipeline = config.pipeline(from);
    return pipeline != null && pipeline.isTraces()
        ? null
        : new MergePlan.Refused(
            pipeline == null ? null : pipeline.setting().keyPlace(),
            "There is no traces pipeline " + from + " to copy processors from.",
            "There are: "
                + names(
                    config.pipelines().stream()
                        .filter(Pipeline::isTraces)
                        .map(Pipeline::id)
                        .toList())
                + ".");
  }

  /** A map that is to get an entry does not stand in this file; null if all do. */
  MergePlan.@Nullable Refused elsewhere(List<Addition> additions) {
    for (Addition addition : additions) {
      for (int i = 1; i <= addition.section().size(); i++) {
        List<String> keys = addition.section().subList(0, i);
        Setting setting = config.root().find(keys.subList(0, i - 1), keys.get(i - 1));
        if (setting != null && setting.value().isExpression()) {
          return new MergePlan.Refused(
              setting.value().place(),
              String.join(".", keys)
                  + " comes from elsewhere ("
                  + ((ScalarValue) setting.value()).text()
                  + "), so nothing can be added to it here; a second --config would replace it.",
              "Write what it stands for into this file, or add the Gentrace parts to it by hand.");
        }
      }
    }
    return null;
  }

  /** Ids in a row; "none" if there are none. */
  static String names(List<ComponentId> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream().map(ComponentId::toString).collect(Collectors.joining(", "));
  }
}
