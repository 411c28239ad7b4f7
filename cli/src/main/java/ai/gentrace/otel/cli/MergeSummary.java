package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.MergePlan;
import ai.gentrace.otel.cli.gentrace.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a merge did, or would do. */
final class MergeSummary {
  private MergeSummary() {}

  /**
   * The lines of the summary.
   *
   * @param headline what the lines below are about
   * @param after where the parts stand now
   */
  static List<String> lines(String headline, LocatedConfig after, MergePlan.Add plan) {
    MapValue root = after.config().root();
    List<String> lines = new ArrayList<>();
    lines.add(headline);
    for (MergePlan.Addition addition : plan.additions()) {
      lines.add("  " + where(root, addition) + "  " + addition.path());
    }
    lines.add(
        "  receivers: "
            + plan.receivers().stream().map(ComponentId::toString).collect(Collectors.joining(", "))
            + " ("
            + plan.receiversFrom()
            + ")");
    lines.add("  collector: " + release(plan.variant(), plan.release()));
    plan.notes().forEach(note -> lines.add("  note: " + note));
    return lines;
  }

  private static String where(MapValue after, MergePlan.Addition addition) {
    Setting setting = after.find(addition.section(), addition.entry().key());
    if (setting == null) {
      return "";
    }
    int first =
        setting.keyPlace().source().position(setting.entry().start()).line()
            - (isFlow(setting) ? 0 : addition.entry().comments().size());
    int last = setting.keyPlace().source().position(setting.entry().value().extent().end()).line();
    return first == last ? "line " + first : "lines " + first + "-" + last;
  }

  private static boolean isFlow(Setting setting) {
    return setting.value().asMap() != null
        && setting.value().asMap().node() != null
        && setting.value().asMap().node().flow();
  }

  /** What is known of the release, and the form that follows from it. */
  static String release(Variant variant, CollectorRelease release) {
    String known =
        release.version() != null
            ? release.version() + " (" + release.source() + ")"
            : release.atLeast() != null
                ? release.atLeast() + " or newer (" + release.source() + ")"
                : "release unknown";
    return switch (variant) {
      case CURRENT -> known + ", so the form for 0.146 and newer";
      case COMPATIBLE ->
          release.version() != null
              ? known + ", so the form for releases before 0.146"
              : known + ", so the form that every release takes; --collector-version X.Y.Z decides";
    };
  }
}
