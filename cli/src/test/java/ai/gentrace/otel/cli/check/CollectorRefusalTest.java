package ai.gentrace.otel.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages are what a collector 0.161.0 printed. */
class CollectorRefusalTest {
  private static final String CONFIG =
      """
      receivers:
        otlp: {protocols: {grpc: {}}}
      processors:
        attributes/x: {actions: [{key: a, action: wrong}]}
        transform:
          trace_statements: ["set(span.nam, 1)"]
      exporters:
        debug: {}
        file/out:
          pathh: x.json
          rotation:
            max_megabytes: abc
      connectors:
        spanmetrics: {histogram: {unit: zz}}
      extensions:
        file_storage: {directory: /nonexistent}
      service:
        telemetry:
          logs: {level: loud}
        extensions: [file_storage]
        pipelines:
          traces:
            receivers: [otlp]
            processors: [attributes/x, transform]
            exporters: [debug, file/out, spanmetrics]
          metrics:
            receivers: [spanmetrics]
            exporters: [debug]
      """;

  private static final Subject SUBJECT =
      Subject.of(
          List.of(
              ConfigFinder.plain(
                  YamlStream.parse(
                      YamlSource.decode(
                          "collector.yaml", CONFIG.getBytes(StandardCharsets.UTF_8))))),
          CollectorRelease.UNKNOWN,
          new PublishedComponents(Catalogue.bundled(), null, null),
          CheckOptions.DEFAULT);

  private static final String DECODING =
      "Error: failed to get config: cannot unmarshal the configuration: decoding failed due to the"
          + " following error(s):\n\n";

  @Test
  void anUnknownSettingStandsAtItsKey() {
    assertThat(
            said(
                DECODING
                    + """
                    'exporters' error reading configuration for "file/out": decoding failed due to the following error(s):

                    '' decoding failed due to the following error(s):

                    'fileexporter.Config' has invalid keys: pathh
                    """))
        .containsExactly("10:5 The collector says: has invalid keys: pathh");
  }

  @Test
  void aWrongTypeStandsAtItsValue() {
    assertThat(
            said(
                DECODING
                    + """
                    'exporters' error reading configuration for "file/out": decoding failed due to the following error(s):

                    '' decoding failed due to the following error(s):

                    'rotation.max_megabytes' expected type 'int', got unconvertible type 'string'
                    """))
        .containsExactly(
            "12:22 The collector says: 'rotation.max_megabytes' expected type 'int', got"
                + " unconvertible type 'string'");
  }

  @Test
  void settingsOfTheServiceAreFoundBehindDots() {
    assertThat(
            said(
                DECODING
                    + """
                    'service.telemetry.logs' decoding failed due to the following error(s):

                    'level' unrecognized level: "loud"
                    """))
        .containsExactly("19:19 The collector says: 'level' unrecognized level: \"loud\"");
  }

  @Test
  void whatValidationSaysStandsAtTheComponent() {
    assertThat(said("Error: exporters::file/out: path must be non-empty\n"))
        .containsExactly("9:3 The collector says: path must be non-empty");
    assertThat(
            said(
                "Error: processors::transform: unable to parse OTTL statement \"set(span.nam, 1)\":"
                    + " error while parsing arguments"))
        .singleElement()
        .asString()
        .startsWith("5:3 The collector says: unable to parse OTTL statement");
  }

  @Test
  void severalMessagesStandEachAtItsLine() {
    assertThat(
            said(
                "Error: exporters::file/out: path must be non-empty\nconnectors::spanmetrics: no\n"))
        .containsExactly(
            "9:3 The collector says: path must be non-empty", "14:3 The collector says: no");
  }

  @Test
  void whatFailsInBuildingStandsAtTheComponent() {
    assertThat(
            said(
                "Error: failed to build pipelines: failed to create \"attributes/x\" processor, in"
                    + " pipeline \"traces\": unsupported action \"wrong\"\n"))
        .singleElement()
        .asString()
        .startsWith("4:3 The collector says: failed to build pipelines");
  }

  @Test
  void whatLiesInTheEnvironmentIsSaidToBeThat() {
    List<Finding> findings =
        findings(
            "Error: extensions::file_storage: directory must exist: /nonexistent\n", List.of());

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.start().line()).isEqualTo(16);
              assertThat(finding.help()).contains("environment", "not in the file");
            });
  }

  @Test
  void whatCannotBeMappedStandsAtTheTopOrAsNearAsItGets() {
    assertThat(said("2026-01-01T00:00:00.000Z\tinfo\tstart\nError: something new\n"))
        .containsExactly("1:1 The collector says: something new");
    assertThat(said("Error: exporters::zipkin: no endpoint\n"))
        .containsExactly("7:1 The collector says: exporters::zipkin: no endpoint");
  }

  @Test
  void whatAnotherFindingCoversIsNotSaidTwice() {
    String output = "Error: exporters::file/out: path must be non-empty\n";
    List<Finding> found = findings(output, List.of());

    assertThat(findings(output, found)).isEmpty();
  }

  @Test
  void aKeyThatNoConfigHasStandsAtTheTopLevel() {
    assertThat(said(DECODING + "'otelcol.configSettings' has invalid keys: connectors\n"))
        .containsExactly("13:1 The collector says: has invalid keys: connectors");
  }

  @Test
  void settingsOfTheServiceAreNotTakenForTheComponentsBeforeThem() {
    assertThat(
            said(
                DECODING
                    + """
                    'processors' error reading configuration for "attributes/x": decoding failed due to the following error(s):

                    'actions[0]' has invalid keys: action
                    'service.telemetry.logs' decoding failed due to the following error(s):

                    'otelconftelemetry.LogsConfig' has invalid keys: level
                    """))
        .containsExactly(
            "4:37 The collector says: has invalid keys: action",
            "19:12 The collector says: has invalid keys: level");
  }

  @Test
  void aComponentThatIsNotBuiltIsCoveredWhereAPipelineNamesIt() {
    String signal =
        "Error: failed to build pipelines: failed to create \"file/out\" exporter for data type"
            + " \"traces\": telemetry type is not supported\n";
    String connector =
        "Error: failed to build pipelines: connector \"spanmetrics\" used as receiver in [metrics]"
            + " pipeline but not used in any supported exporter pipeline\n";

    assertThat(findings(signal, List.of(error("GT014", "file/out, span")))).isEmpty();
    assertThat(findings(signal, List.of(error("GT014", "spanmetrics]")))).hasSize(1);
    assertThat(findings(connector, List.of(error("GT012", "spanmetrics]")))).isEmpty();
  }

  @Test
  void theSameDefectIsNotSaidTwiceWhereverItStands() {
    String twice =
        "Error: failed to get config: cannot resolve the configuration: retrieved value"
            + " (type=string) cannot be used as a Conf: assuming string type since contents are not"
            + " valid YAML: yaml: unmarshal errors:\n"
            + "  line 8: mapping key \"debug\" already defined at line 7\n";

    assertThat(findings(twice, List.of(error("GT002", "debug: {}")))).isEmpty();
    assertThat(findings(twice, List.of(error("GT008", "debug: {}")))).hasSize(1);
    assertThat(
            findings(
                "Error: no receiver configuration specified in config\n",
                List.of(error("GT004", "service:"))))
        .isEmpty();
  }

  /** An error of a rule where a text stands in the config. */
  private static Finding error(String rule, String text) {
    RuleInfo info =
        Rules.infos().stream().filter(each -> each.id().equals(rule)).findFirst().orElseThrow();
    YamlSource source = SUBJECT.located().get(0).file().source();
    int start = CONFIG.indexOf(text);
    int end = start + text.replaceAll("[^\\w/].*", "").length();
    return new Finding(
        info, Severity.ERROR, "m", "", new Place(source, new Extent(start, end)), "", null);
  }

  private static List<String> said(String output) {
    return findings(output, List.of()).stream()
        .map(finding -> finding.start() + " " + finding.message())
        .toList();
  }

  private static List<Finding> findings(String output, List<Finding> others) {
    return CollectorRefusal.findings(SUBJECT, others, output);
  }
}
