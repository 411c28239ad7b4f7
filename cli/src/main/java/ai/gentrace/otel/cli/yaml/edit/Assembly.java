package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;

/** Brings the edits of a file and of the block scalars in it together, from the inside out. */
final class Assembly {
  /** Streams count by identity: each parse makes its own. */
  private final IdentityHashMap<YamlStream, StreamEdits> plans = new IdentityHashMap<>();

  private Assembly(Collection<StreamEdits> plans) {
    plans.forEach(plan -> this.plans.put(plan.stream, plan));
  }

  /** The edits of the file, those of its block scalars included. */
  static StreamEdits of(YamlStream file, Collection<StreamEdits> plans) {
    return new Assembly(plans).assemble(file);
  }

  private StreamEdits assemble(YamlStream file) {
    while (!plans.isEmpty()) {
      StreamEdits plan =
          Collections.max(
              plans.values(), Comparator.comparingInt(candidate -> depth(candidate.stream)));
      plans.remove(plan.stream);
      plan.addAll(TextPlan.of(plan));
      YamlStream.Host host = plan.stream.host();
      if (host == null) {
        return plan;
      }
      if (plan.textEdits().isEmpty()) {
        continue;
      }
      StreamEdits around = plans.computeIfAbsent(host.stream(), StreamEdits::new);
      Place scalar = new Place(host.stream(), host.document(), YamlPath.ROOT);
      around.at(scalar, host.scalar(), null).nested = plan;
      around.addAll(new NestedEdits(plan.stream.source(), host).moved(plan.textEdits()));
    }
    return new StreamEdits(file);
  }

  private static int depth(YamlStream stream) {
    int depth = 0;
    for (YamlStream.Host host = stream.host(); host != null; host = host.stream().host()) {
      depth++;
    }
    return depth;
  }
}
