package ai.gentrace.otel.cli.gentrace.ottl;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the collector 0.161.0 was seen to accept and to refuse. */
class OttlParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attributes[\"gentrace.sample\"] != \"true\"",
        "span.attributes[\"gentrace.sample\"] != \"true\" and span.attributes[\"gentrace.sample\"] != true",
        "not a == b",
        "not (a == b)",
        "\"true\" != attributes[\"x\"]",
        "true",
        "(true)",
        "attributes[\"a\"][\"b\"][0] == nil",
        "attributes[(0 + 1)] == 1",
        "attributes[Concat([\"a\", \"b\"], \"\")] == 1",
        "IsMatch(name, \"^/health\") and kind == SPAN_KIND_SERVER",
        "Split(name, \",\")[0] == \"x\"",
        "Substring(target = name, start = 0, length = 1) == \"x\"",
        "Len(attributes) > 10",
        "1 + 2 * 3 > -(4 / 2)",
        "name == \"a\\\"b\\\\c\\u00e4\"",
        "attributes[\"x\"] == 0x0aff",
        "attributes[\"x\"] == [1, \"a\", nil]",
        "attributes[\"x\"] == {\"a\": 1 \"b\": [true]}",
        "Any([1], (x) => x == 1)",
        "Is Match(name, \"x\")",
        "true == true",
        "a<b or a<=b or a>b or a>=b",
        "attributes[\"x\"] == .5 or attributes[\"x\"] == 5. or attributes[\"x\"] == 1.5e-3",
        "name == \"two\nlines\""
      })
  void accepts(String condition) {
    assertThat(OttlParser.parse(condition)).isInstanceOf(OttlParse.Parsed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "`` ¦ The condition is empty.",
        "`attributes[\"x\"] = \"true\"` ¦ A single `=` compares nothing.",
        "`attributes['x'] == \"true\"` ¦ OTTL has no single quotes.",
        "`attributes[\"x\"] == 'true'` ¦ OTTL has no single quotes.",
        "`a == b && c == d` ¦ OTTL has no `&`.",
        "`a == b || c == d` ¦ OTTL has no `|`.",
        "`! a == b` ¦ OTTL has no `!` by itself.",
        "`a ~= b` ¦ OTTL does not know the character `~`.",
        "`a == \"b` ¦ A string is not closed.",
        "`a == b AND c == d` ¦ OTTL's keywords are lower-case: `AND` is none.",
        "`NOT a == b` ¦ OTTL's keywords are lower-case: `NOT` is none.",
        "`(a == b` ¦ A parenthesis is not closed.",
        "`attributes[\"x\" == \"y\"` ¦ A bracket is not closed.",
        "`attributes[0 + 1] == 1` ¦ `+` cannot stand here.",
        "`(a == b) == false` ¦ A condition in parentheses cannot be compared.",
        "`drop() where a == b` ¦ This is a statement, and the filter processor takes conditions.",
        "`attributes[\"x\"]` ¦ The condition ends too early.",
        "`a == ` ¦ The condition ends too early.",
        "`a == b c` ¦ `c` cannot stand here.",
        "`not not a == b` ¦ `not` cannot stand here.",
        "`a == b)` ¦ `)` cannot stand here.",
        "`name == \"a\\.b\"` ¦ The escape \\. is none that OTTL strings have.",
        "`name == \"\\xzz\"` ¦ The escape \\x is none that OTTL strings have.",
        "`name == lower(name)` ¦ `lower` is no function that a condition can call.",
        "`a == b == c` ¦ `==` cannot stand here.",
        "`a == 0x1` ¦ The condition ends too early.",
        "`a == 99999999999999999999` ¦ The condition ends too early."
      })
  void refuses(String condition, String reason) {
    String text = condition == null ? "" : condition;
    assertThat(OttlParser.parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(OttlParse.Refused.class))
        .satisfies(
            refused -> {
              assertThat(refused.reason().replace("`", "")).isEqualTo(reason.replace("`", ""));
              assertThat(refused.offset()).isBetween(0, text.length());
            });
  }

  @Test
  void andBindsTighterThanOr() {
    assertThat(condition("a == 1 or b == 1 and c == 1"))
        .isEqualTo(condition("a == 1 or (b == 1 and c == 1)"))
        .isNotEqualTo(condition("(a == 1 or b == 1) and c == 1"));
  }

  @Test
  void notBindsToTheNextComparisonOnly() {
    assertThat(condition("not true and false"))
        .isEqualTo(
            new OttlCondition.AllOf(
                java.util.List.of(
                    new OttlCondition.Not(new OttlCondition.Constant(true)),
                    new OttlCondition.Constant(false))));
  }

  @Test
  void depthBeyondMeasureIsLeftAlone() {
    String deep = "(".repeat(5_000) + "true" + ")".repeat(5_000);
    assertThat(OttlParser.parse(deep)).isInstanceOf(OttlParse.TooComplex.class);
    assertThat(OttlParser.parse("A(".repeat(90))).isInstanceOf(OttlParse.TooComplex.class);
  }

  private static OttlCondition condition(String text) {
    return withoutPlaces(((OttlParse.Parsed) OttlParser.parse(text)).condition());
  }

  /** Two spellings of one condition differ in where their paths stand. */
  private static OttlCondition withoutPlaces(OttlCondition condition) {
    if (condition instanceof OttlCondition.AnyOf any) {
      return new OttlCondition.AnyOf(
          any.parts().stream().map(OttlParserTest::withoutPlaces).toList());
    }
    if (condition instanceof OttlCondition.AllOf all) {
      return new OttlCondition.AllOf(
          all.parts().stream().map(OttlParserTest::withoutPlaces).toList());
    }
    if (condition instanceof OttlCondition.Comparison comparison) {
      OttlValue.Path path = (OttlValue.Path) comparison.left();
      return new OttlCondition.Comparison(
          new OttlValue.Path(path.segments(), 0), comparison.operator(), comparison.right());
    }
    return condition;
  }
}
