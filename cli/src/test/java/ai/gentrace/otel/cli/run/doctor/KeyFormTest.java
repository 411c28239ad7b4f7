package ai.gentrace.otel.cli.run.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormTest {
  @ParameterizedTest
  @ValueSource(strings = {"gen-api-1_x", "a.b/c+d=", "Ünïcode"})
  void wellFormed(String key) {
    assertThat(KeyForm.defect(key)).isEmpty();
  }

  @Test
  void defectsAreNamedWithoutTheKey() {
    assertThat(KeyForm.defect("")).contains("is empty");
    assertThat(KeyForm.defect("secret\n")).contains("ends with a line break");
    assertThat(KeyForm.defect("Bearer secret")).contains("holds white space");
    assertThat(KeyForm.defect("\"secret\"")).contains("holds a quote");
    assertThat(KeyForm.defect("se\u0001cret")).contains("holds a control character");
  }
}
