package ai.gentrace.otel.cli.run.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyDefectTest {
  @Test
  void namesTheFirstVariableWhoseKeyIsMalformedOrNotSet() {
    assertThat(KeyDefect.first(List.of("A", "B", "C"), Map.of("A", "good", "C", "two words")))
        .contains(new KeyDefect("B", Optional.empty()));
    assertThat(KeyDefect.first(List.of("A", "B"), Map.of("A", "two words")))
        .contains(new KeyDefect("A", Optional.of("holds white space")));
  }

  @Test
  void wellFormedKeysHaveNone() {
    assertThat(KeyDefect.first(List.of("A", "B"), Map.of("A", "good", "B", "too"))).isEmpty();
  }

  @Test
  void neverHoldsTheKey() {
    assertThat(KeyDefect.first(List.of("A"), Map.of("A", "secret\n")).toString())
        .doesNotContain("secret");
  }
}
