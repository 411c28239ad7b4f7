package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GT005: keys that the collector refuses outside of components. */
final class UnknownSection implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT005",
          "unknown-section",
          Severity.ERROR,
          "A top-level, service or pipeline key that the collector does not know.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> SECTIONS =
      List.of("receivers", "processors", "exporters", "connectors", "extensions", "service");
  private static final List<String> SERVICE = List.of("extensions", "pipelines", "telemetry");
  private static final List<String> PIPELINE = List.of("receivers", "processors", "exporters");

  @Override
  public void check(Subject subject, Findings findings) {
    MapValue root = subject.config().root();
    check(
        root,
        SECTIONS,
        "The collector knows no section `%s`.",
        subject.isCompletedElsewhere(),
        findings);
    Setting service = root.get("service");
    if (service != null && service.value() instanceof MapValue map) {
      check(map, SERVICE, "`service` has no key `%s`.", false, findings);
    }
    for (Pipeline pipeline : subject.config().pipelines()) {
      if (pipeline.setting().value() instanceof MapValue map) {
        check(map, PIPELINE, "A pipeline has no key `%s`.", false, findings);
      }
    }
  }

  /**
   * Whether a map lacks a key and has one that was probably meant to be it. Then the typing error
   * is reported, and not what it leaves undefined, empty or unused.
   */
  static boolean isMisspelled(@Nullable MapValue map, String key) {
    if (map == null || map.get(key) != null) {
      return false;
    }
    for (Setting setting : map.settings()) {
      if (!SECTIONS.contains(setting.key())
          && Nearest.to(setting.key(), List.of(key)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param mixed whether a chart may have keys of its own beside the config's, so that only a word
   *     close to a known one is a mistake
   */
  private static void check(
      MapValue map, List<String> known, String message, boolean mixed, Findings findings) {
    for (Setting setting : map.settings()) {
      if (known.contains(setting.key())) {
        continue;
      }
      Optional<String> nearest = Nearest.to(setting.key(), known);
      if (nearest.isPresent() || !mixed) {
        findings.add(
            setting.keyPlace(),
            String.format(message, setting.key()),
            nearest
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("There can be: " + String.join(", ", known) + "."));
      }
    }
  }
}
