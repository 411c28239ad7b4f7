package ai.gentrace.otel.cli.gentrace.ottl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.gentrace.ottl.Evaluator.Known;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
  /**
   * Paths that are known: {@code text} is "b", {@code yes} true, {@code five} 5, {@code none} nil.
   */
  private static final Map<String, Known> KNOWN =
      Map.of(
          "text", new Known("b"),
          "yes", new Known(true),
          "five", new Known(5L),
          "half", new Known(0.5),
          "none", new Known(null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text == \"b\"             | TRUE",
        "\"b\" == text             | TRUE",
        "text != \"b\"             | FALSE",
        "text < \"c\" and text > \"a\" | TRUE",
        "text <= \"b\"             | TRUE",
        "text == true              | FALSE",
        "text != true              | TRUE",
        "text < true               | FALSE",
        "text >= true              | FALSE",
        "yes == true               | TRUE",
        "yes == \"true\"           | FALSE",
        "yes > false               | TRUE",
        "five == 5.0               | TRUE",
        "five > 4                  | TRUE",
        "five != \"5\"             | TRUE",
        "half < 1                  | TRUE",
        "none == nil               | TRUE",
        "none != nil               | FALSE",
        "none < nil                | FALSE",
        "none >= nil               | TRUE",
        "none == \"\"              | FALSE",
        "none != \"\"              | TRUE",
        "none < 1                  | FALSE",
        "nil == none               | TRUE",
        "1 == 1                    | TRUE",
        "true                      | TRUE",
        "not true                  | FALSE",
        "other == 1                | UNKNOWN",
        "not other == 1            | UNKNOWN",
        "other == 1 or true        | TRUE",
        "other == 1 or false       | UNKNOWN",
        "other == 1 and false      | FALSE",
        "other == 1 and true       | UNKNOWN",
        "five == STATUS_CODE_OK    | UNKNOWN",
        "five == 4 + 1             | UNKNOWN",
        "IsString(text)            | UNKNOWN",
        "IsString(text) == true    | UNKNOWN"
      })
  void followsTheCollectorsRules(String condition, Truth truth) {
    assertThat(evaluate(condition)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IsMatch(other, \"x\") or text == \"b\"          | UNKNOWN",
        "text == \"b\" or IsMatch(other, \"x\")          | TRUE",
        "IsMatch(other, \"x\") and text != \"b\"         | UNKNOWN",
        "text != \"b\" and IsMatch(other, \"x\")         | FALSE",
        "not (IsMatch(other, \"x\") and text != \"b\")   | UNKNOWN",
        "other[\"a\"][\"b\"] == 1 or text == \"b\"       | UNKNOWN",
        "other[\"a\"] == 1 or text == \"b\"              | TRUE"
      })
  void whatMayFailEndsTheCondition(String condition, Truth truth) {
    assertThat(evaluate(condition)).isEqualTo(truth);
  }

  private static Truth evaluate(String condition) {
    OttlParse.Parsed parsed = (OttlParse.Parsed) OttlParser.parse(condition);
    return new Evaluator(path -> Optional.ofNullable(KNOWN.get(path.dotted())))
        .evaluate(parsed.condition());
  }
}
