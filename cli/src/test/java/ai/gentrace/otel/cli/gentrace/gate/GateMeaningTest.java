package ai.gentrace.otel.cli.gentrace.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.gentrace.gate.FilterCondition.Reading;
import ai.gentrace.otel.cli.gentrace.gate.GateMeaning.Verdict;
import ai.gentrace.otel.cli.gentrace.ottl.Truth;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seen on the collector 0.161.0, by sending it such spans. */
class GateMeaningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attributes[\"gentrace.sample\"] != \"true\"                                                 | RIGHT",
        "attributes[\"gentrace.sample\"] != \"true\" and attributes[\"gentrace.sample\"] != true     | RIGHT",
        "not (attributes[\"gentrace.sample\"] == \"true\" or attributes[\"gentrace.sample\"] == true) | RIGHT",
        "\"true\" != attributes[\"gentrace.sample\"]                                                 | RIGHT",
        "span.attributes[\"gentrace.sample\"] != \"true\"                                            | RIGHT",
        "attributes[\"gentrace.sample\"] == nil or attributes[\"gentrace.sample\"] == \"false\"      | RIGHT",
        "attributes[\"gentrace.sample\"] == \"true\"                                                 | INVERTED",
        "attributes[\"gentrace.sample\"] != nil                                                      | INVERTED",
        "attributes[\"gentrace.sample\"] != \"true\" or attributes[\"gentrace.sample\"] != true      | DROPS_ALL",
        "attributes[\"gentrace.sample\"] != true                                                     | DROPS_ALL",
        "attributes[\"gentrace_sample\"] != \"true\"                                                 | DROPS_ALL",
        "attributes[\"gentrace\"][\"sample\"] != \"true\"                                            | DROPS_ALL",
        "resource.attributes[\"gentrace.sample\"] != \"true\"                                        | DROPS_ALL",
        "true                                                                                        | DROPS_ALL",
        "attributes[\"gentrace_sample\"] == \"true\"                                                 | PASSES_ALL",
        "attributes[\"gentrace.sample\"] == \"true\" and attributes[\"gentrace.sample\"] == true     | PASSES_ALL",
        "attributes[\"gentrace.sample\"] == \"false\"                                                | PASSES_ALL",
        "attributes[\"gentrace.sample\"] == nil                                                      | PASSES_ALL",
        "false                                                                                       | PASSES_ALL",
        "attributes[\"gentrace.sample\"] != \"true\" or attributes[\"tenant\"] == \"a\"              | UNKNOWN",
        "attributes[\"gentrace.in_experiment\"] != \"true\"                                          | UNKNOWN",
        "IsMatch(attributes[\"gentrace.sample\"], \"true\")                                          | UNKNOWN",
        "attributes[\"gen_ai.system\"] == nil                                                        | UNKNOWN"
      })
  void oneSpanCondition(String condition, Verdict verdict) {
    assertThat(meaning("traces: {span: ['" + condition + "']}").verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trace_conditions: ['span.attributes[\"gentrace.sample\"] != \"true\"']                    | RIGHT",
        "trace_conditions: [{context: span, conditions: ['attributes[\"gentrace.sample\"] != \"true\"']}] | RIGHT",
        "trace_conditions: [{conditions: ['span.attributes[\"gentrace.sample\"] != \"true\"']}]    | RIGHT",
        "trace_conditions: ['span.attributes[\"gentrace.sample\"] != \"true\"', 'spanevent.name == \"x\"'] | RIGHT",
        "trace_conditions: ['span.attributes[\"gentrace.sample\"] != \"true\" and spanevent.name != \"\"'] | PASSES_ALL",
        "trace_conditions: [{context: spanevent, conditions: ['span.attributes[\"gentrace.sample\"] != \"true\"']}] | PASSES_ALL",
        "trace_conditions: ['span.attributes[\"gentrace.sample\"] != \"true\"', 'span.attributes[\"gentrace.sample\"] != true'] | DROPS_ALL",
        "traces: {resource: ['attributes[\"gentrace.sample\"] != \"true\"']}                       | DROPS_ALL",
        "traces: {spanevent: ['attributes[\"gentrace.sample\"] != \"true\"']}                      | PASSES_ALL",
        "log_conditions: ['log.attributes[\"gentrace.sample\"] != \"true\"']                       | PASSES_ALL",
        "error_mode: ignore                                                                        | PASSES_ALL",
        "trace_conditions: []                                                                      | PASSES_ALL",
        "trace_conditions: ['attributes[\"gentrace.sample\"] != \"true\"']                         | UNKNOWN",
        "trace_conditions: ['${env:GATE}']                                                         | UNKNOWN",
        "traces: {span: '${env:GATE}'}                                                             | UNKNOWN",
        "spans: {include: {match_type: strict, attributes: [{key: gentrace.sample, value: \"true\"}]}} | RIGHT",
        "spans: {include: {match_type: regexp, attributes: [{key: gentrace.sample, value: \"tr.*\"}]}} | RIGHT",
        "spans: {exclude: {match_type: strict, attributes: [{key: gentrace.sample, value: \"true\"}]}} | INVERTED",
        "spans: {include: {match_type: strict, attributes: [{key: gentrace.sample}]}}              | PASSES_ALL",
        "spans: {include: {match_type: strict, attributes: [{key: gentrace_sample, value: \"true\"}]}} | DROPS_ALL",
        "spans: {include: {match_type: strict, services: [shop], attributes: [{key: gentrace.sample, value: \"true\"}]}} | UNKNOWN",
        "spans: {include: {match_type: strict, attributes: [{key: gentrace.sample, value: \"${env:V}\"}]}} | UNKNOWN"
      })
  void everyForm(String body, Verdict verdict) {
    assertThat(meaning(body).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "traces: {span: ['attributes[\"gentrace.sample\"] != \"true\"']} | FALSE",
        "traces: {span: ['attributes[\"gentrace.sample\"] != \"true\" and attributes[\"gentrace.sample\"] != true']} | TRUE",
        "spans: {include: {match_type: strict, attributes: [{key: gentrace.sample, value: \"true\"}]}} | FALSE",
        "spans: {include: {match_type: regexp, attributes: [{key: gentrace.sample, value: \"tr.*\"}]}} | TRUE"
      })
  void theBooleanMark(String body, Truth passes) {
    assertThat(meaning(body).markedBool()).isEqualTo(passes);
  }

  @Test
  void aDoubledDollarIsOne() {
    SpanFilter filter = filter("traces: {span: ['name == \"$$x\"', 'name == \"${env:X}\"']}");
    assertThat(filter.traceConditions().get(0).text()).isEqualTo("name == \"$x\"");
    assertThat(filter.traceConditions().get(1).read()).isInstanceOf(Reading.Open.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "span.attributes[\"x\"] == 1                        | Understood",
        "span.attributes[\"x\"] == spanevent.name           | Understood",
        "span.name == instrumentation_scope.name            | Understood",
        "attributes[\"x\"] == 1                             | WithoutContext",
        "span.attributes[\"x\"] == 1 and name == \"a\"      | WithoutContext",
        "status.code == 1                                   | WithoutContext",
        "true                                               | WithoutContext",
        "IsRootSpan()                                       | WithoutContext",
        "instrumentation_scope.name == \"x\"                | ForeignContext",
        "log.body == \"x\"                                  | ForeignContext",
        "span.atributes[\"x\"] == 1                         | UnknownName",
        "atributes[\"x\"] == 1                              | UnknownName",
        "span.attributes[gentrace.sample] == 1              | UnknownName",
        "span.attributes[\"x\"] == yes                      | UnknownName",
        "span.name[\"x\"] == 1                              | UnknownName",
        "span.name.x == 1                                   | UnknownName",
        "Lowercase(span.name) == \"x\"                      | UnknownName",
        "span.status.code == STATUS_ERROR                   | UnknownName",
        "span.attributes[\"x\"] = 1                         | Malformed"
      })
  void readingsWhereTheContextIsInferred(String condition, String reading) {
    FilterCondition only =
        filter("trace_conditions: ['" + condition + "']").traceConditions().get(0);
    assertThat(only.read().getClass().getSimpleName()).isEqualTo(reading);
  }

  private static GateMeaning meaning(String body) {
    return GateMeaning.of(filter(body));
  }

  private static SpanFilter filter(String body) {
    String yaml = "processors:\n  filter/gentrace:\n    " + body + "\n";
    YamlStream stream = YamlStream.parse(YamlSource.ofText("test.yaml", yaml));
    CollectorConfig config = CollectorConfig.of(stream.source(), stream.documents().get(0).root());
    return SpanFilter.of(config.section(ComponentKind.PROCESSOR).components().get(0));
  }
}
