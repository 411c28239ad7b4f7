package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTypeTest {
  /** The expectations are what go.yaml.in/yaml/v3 gives for the same text. */
  @ParameterizedTest
  @CsvSource({
    "true, BOOL",
    "True, BOOL",
    "yes, STRING",
    "on, STRING",
    "~, NULL",
    "null, NULL",
    "0777, INT",
    "0o17, INT",
    "08, FLOAT",
    "1_000, INT",
    "0xFF, INT",
    "0b11, INT",
    "-5, INT",
    "1.5, FLOAT",
    ".5, FLOAT",
    "1e3, FLOAT",
    ".inf, FLOAT",
    ".nan, FLOAT",
    "+.nan, STRING",
    "-.Inf, FLOAT",
    "0o, STRING",
    "+, STRING",
    "-0x1F, INT",
    "1e, STRING",
    "2001-01-01T10:00:00Z, TIMESTAMP",
    "12:30:45, STRING",
    "2001-1-1, TIMESTAMP",
    "5s, STRING",
    "_1, STRING",
    "'''5''', STRING",
    "!!str 5, STRING",
    "!!int '5', INT",
    "${env:X}, STRING",
    "0, INT"
  })
  void typesAreThoseOfTheCollectorsParser(String text, ScalarType expected) {
    Setting setting = CollectorConfigTest.config("c.yaml", "k: " + text + "\n").root().get("k");

    assertThat(setting).isNotNull();
    assertThat(((ScalarValue) setting.value()).type()).isEqualTo(expected);
  }

  // The parser's own rules as patterns, with underscores taken out before.
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern FRACTION =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  @Property
  void numbersAreThoseOfThePatterns(
      @ForAll
          @Chars({'+', '-', '.', '0', '1', '7', '8', 'a', 'b', 'e', 'E', 'o', 'x', '_', '\u0661'})
          @StringLength(min = 1, max = 8)
          String text) {
    String digits = text.replace("_", "");
    ScalarType expected = ScalarType.STRING;
    if (!text.startsWith("_") && FRACTION.matcher(digits).matches()) {
      expected = ScalarType.FLOAT;
    }
    if (!text.startsWith("_") && WHOLE.matcher(digits).matches()) {
      expected = ScalarType.INT;
    }

    assertThat(ScalarType.ofPlain(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "${env:X}, true, true", "a${env:X}, true, false", "$${env:X}, false, false",
    "${env:X}${env:Y}, true, false", "${env:${env:X}}, true, true", "$$$${X}, false, false",
    "a, false, false"
  })
  void expressionsAreSeen(String text, boolean holds, boolean whole) {
    Setting setting = CollectorConfigTest.config("c.yaml", "k: '" + text + "'\n").root().get("k");

    assertThat(setting).isNotNull();
    ScalarValue value = (ScalarValue) setting.value();
    assertThat(value.holdsExpression()).isEqualTo(holds);
    assertThat(value.isWholeExpression()).isEqualTo(whole);
  }
}
