package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.edit.NewEntry;
import ai.gentrace.otel.cli.yaml.edit.NewMapping;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import java.util.List;

/** The OTLP receiver that merge adds where a config has none. */
final class AddedReceiver {
  static final List<String> SECTION = List.of("receivers");

  private static final String TEMPLATE = "receiver.yaml";
  private static final String LOCAL = "localhost:";
  private static final String EVERYWHERE = "0.0.0.0:";
  private static final String POD = "${env:MY_POD_IP}:";

  private AddedReceiver() {}

  /** The entry for a config: on the pod's address in Kubernetes, else on this machine alone. */
  static NewEntry entry(LocatedConfig config) {
    boolean knowsPod = config.file().source().text().contains("MY_POD_IP");
    return entry(config.kind() == FileKind.PLAIN ? LOCAL : knowsPod ? POD : EVERYWHERE);
  }

  /** Whether a receiver would be added in flow style, which holds no comments. */
  static boolean isUnmarkable(CollectorConfig config) {
    YamlMapping root = config.root().node();
    Setting section = config.root().get(SECTION.get(0));
    MapValue map = section == null ? null : section.value().asMap();
    YamlMapping receivers = map == null ? null : map.node();
    return (root != null && root.flow())
        || (receivers != null && receivers.flow() && !receivers.entries().isEmpty());
  }

  /** Whether an entry is what merge adds to such a config, leaving comments aside. */
  static boolean isSame(Setting actual, LocatedConfig config) {
    List<String> hosts =
        config.kind() == FileKind.PLAIN ? List.of(LOCAL) : List.of(EVERYWHERE, POD);
    return hosts.stream()
        .anyMatch(host -> entry(host).value().sameAs(actual.entry().value().resolved()));
  }

  private static NewEntry entry(String host) {
    Setting template = template();
    NewEntry entry = NewEntry.of(template.keyPlace().source(), template.entry());
    return entry.withValue(withHost((NewMapping) entry.value(), host));
  }

  /** The entry in the template. */
  static Setting template() {
    Setting section = Templates.config(TEMPLATE).root().get(SECTION.get(0));
    MapValue receivers = section == null ? null : section.value().asMap();
    if (receivers == null) {
      throw new IllegalStateException("The template " + TEMPLATE + " has no receiver");
    }
    return receivers.settings().iterator().next();
  }

  private static NewMapping withHost(NewMapping map, String host) {
    NewMapping changed = map;
    for (NewEntry entry : map.entries()) {
      if (entry.value() instanceof NewMapping child) {
        changed = changed.with(entry.key(), withHost(child, host));
      } else if (entry.value() instanceof NewScalar scalar) {
        changed = changed.with(entry.key(), NewScalar.plain(scalar.text().replace(LOCAL, host)));
      }
    }
    return changed;
  }
}
