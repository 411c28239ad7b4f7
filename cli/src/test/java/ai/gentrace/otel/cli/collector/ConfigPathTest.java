package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigPathTest {
  @Test
  void aKeyWithADotStandsInQuotes() {
    ConfigPath path = ConfigPath.parse("data.\"collector.yaml\".x");

    assertThat(path).isNotNull();
    assertThat(path.keys()).containsExactly("data", "collector.yaml", "x");
    assertThat(path).hasToString("data.\"collector.yaml\".x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", ".a", "a.", "a.\"b", "\"a\"b"})
  void brokenWaysAreNone(String text) {
    assertThat(ConfigPath.parse(text)).isNull();
  }
}
