package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.yaml.edit.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GT211: what stands before the gate. */
final class GateOrder implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT211",
          "gate-order",
          Severity.WARNING,
          "A batch processor or a sampler stands before the gate.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    List<Value> reported = new ArrayList<>();
    for (Ways.Way way : Ways.of(subject)) {
      int gate = Ways.gateIndex(subject, way);
      for (int i = 0; i < gate; i++) {
        Reference before = way.processors().get(i);
        if (isLate(before) && !reported.contains(before.item())) {
          reported.add(before.item());
          add(subject, before, findings);
        }
      }
    }
  }

  private static boolean isLate(Reference processor) {
    String type = processor.id().type();
    return Ways.BATCHERS.contains(type) || Ways.SAMPLERS.contains(type);
  }

  private static void add(Subject subject, Reference before, Findings findings) {
    boolean batch = Ways.BATCHERS.contains(before.id().type());
    findings.add(
        before.item().place(),
        "`"
            + before.id()
            + "` stands before the gate"
            + (batch
                ? ": it collects spans that the gate then drops."
                : ", and may drop marked spans."),
        "Put the gate first.",
        fix(subject, before));
  }

  /**
   * Moves the gate before the first such processor of its pipeline; the others keep their order.
   */
  private static @Nullable Fix fix(Subject subject, Reference before) {
    for (Pipeline pipeline : subject.config().pipelines()) {
      List<Reference> items = pipeline.processors().items();
      int first = 0;
      while (first < items.size() && !isLate(items.get(first))) {
        first++;
      }
      int gate = first;
      while (gate < items.size() && subject.gate(items.get(gate).id()) == null) {
        gate++;
      }
      if (gate < items.size() && items.subList(first, gate).contains(before)) {
        return rotation(subject, pipeline, first, gate);
      }
    }
    return null;
  }

  private static @Nullable Fix rotation(Subject subject, Pipeline pipeline, int first, int gate) {
    Setting list = pipeline.processors().setting();
    var place =
        list == null
            ? null
            : Edits.place(
                subject,
                list.keyPlace(),
                "service",
                "pipelines",
                pipeline.setting().key(),
                list.key());
    if (place == null) {
      return null;
    }
    List<Reference> items = pipeline.processors().items();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean shifted = first < i && i <= gate;
      order.add(i == first ? Integer.valueOf(gate) : Integer.valueOf(shifted ? i - 1 : i));
    }
    boolean onlyLate = items.subList(first, gate).stream().allMatch(GateOrder::isLate);
    return new Fix(onlyLate, "Put the gate first.", List.of(new Change.Reorder(place, order)));
  }
}
