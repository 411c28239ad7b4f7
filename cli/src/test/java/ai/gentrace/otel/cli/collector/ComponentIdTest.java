package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentIdTest {
  @Test
  void bothPartsAreTrimmedAndTheNameMayHoldSlashes() {
    assertThat(ComponentId.of(" otlp / x/y ")).isEqualTo(new ComponentId("otlp", "x/y"));
    assertThat(ComponentId.of("otlp")).hasToString("otlp");
    assertThat(ComponentId.of("otlp/x/y")).hasToString("otlp/x/y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"otlp", "otlp/a-b.c:d#e@f", "o/ü", "otlp_http/gentrace"})
  void theCollectorTakes(String id) {
    assertThat(ComponentId.of(id).problem()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/x", "x/", "0tlp", "ot-lp", "otlp/a b", "otlp/$x", "otlp/a+b"})
  void theCollectorRefuses(String id) {
    assertThat(ComponentId.of(id).problem()).endsWith(".");
  }
}
