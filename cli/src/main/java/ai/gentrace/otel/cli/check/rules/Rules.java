package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rules. */
public final class Rules {
  /** Not YAML as the collector reads it. */
  public static final RuleInfo YAML_SYNTAX =
      new RuleInfo(
          "GT001",
          "yaml-syntax",
          Severity.ERROR,
          "The file is not YAML as the collector reads it.");

  /** A key twice in one map. */
  public static final RuleInfo DUPLICATE_KEY =
      new RuleInfo("GT002", "duplicate-key", Severity.ERROR, "A key stands twice in one map.");

  /** Bytes that are no text. */
  public static final RuleInfo ENCODING =
      new RuleInfo("GT003", "encoding", Severity.ERROR, "The file is not UTF-8.");

  /** An ignore comment that silences nothing. */
  public static final RuleInfo UNUSED_SUPPRESSION =
      new RuleInfo(
          "GT020",
          "unused-suppression",
          Severity.WARNING,
          "An ignore comment silences nothing, or names no rule.");

  /** What a real collector says. */
  public static final RuleInfo COLLECTOR_REFUSES =
      new RuleInfo(
          "GT099",
          "collector-refuses",
          Severity.ERROR,
          "The collector given by --collector-binary refuses the config.");

  /** The rules that look at a config; those above look at texts. */
  public static final List<Rule> ALL =
      List.of(
          new EmptyConfig(),
          new UnknownSection(),
          new WrongType(),
          new InvalidId(),
          new UndefinedReference(),
          new EmptyPipeline(),
          new DuplicateProcessor(),
          new UnknownSignal(),
          new ConnectorWiring(),
          new UnknownComponent(),
          new SignalUnsupported(),
          new UnusedComponent(),
          new MissingExtension(),
          new EnvSyntax(),
          new RenamedComponent(),
          new InvalidSetting(),
          new NoGentracePipeline(),
          new DoubledSignalPath(),
          new EndpointPath(),
          new InsecureEndpoint(),
          new GrpcExporter(),
          new MissingAuthorization(),
          new LiteralSecret(),
          new MalformedAuthorization(),
          new KeyNotSet(),
          new InvertedGate(),
          new GateDropsAll(),
          new GatePassesAll(),
          new UngatedPipeline(),
          new GateNotUsed(),
          new GateErrorMode(),
          new GateStyle(),
          new GateBool(),
          new GateSyntax(),
          new GateOrder(),
          new MarkRemoved(),
          new SharedGate(),
          new BlockingPath(),
          new NoRetry(),
          new ExistingExporterChanged(),
          new UnbufferedPath(),
          new NoOtlpReceiver(),
          new NullComponent());

  private Rules() {}

  /** What all rules are called, by id. */
  public static List<RuleInfo> infos() {
    List<RuleInfo> infos =
        new ArrayList<>(
            List.of(YAML_SYNTAX, DUPLICATE_KEY, ENCODING, UNUSED_SUPPRESSION, COLLECTOR_REFUSES));
    for (Rule rule : ALL) {
      infos.add(rule.info());
    }
    Collections.sort(infos);
    return List.copyOf(infos);
  }
}
