package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

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
