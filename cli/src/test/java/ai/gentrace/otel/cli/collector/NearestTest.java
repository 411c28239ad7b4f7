package ai.gentrace.otel.cli.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> COMMANDS =
      List.of("init", "remove", "validate", "verify", "doctor", "graph", "explain", "completion");

  @ParameterizedTest
  @CsvSource({
    "vaildate, validate",
    "valid, validate",
    "verfy, verify",
    "inti, init",
    "remvoe, remove",
    "doktor, doctor",
    "completions, completion"
  })
  void slipsAreUnderstood(String typed, String meant) {
    assertThat(Nearest.to(typed, COMMANDS)).contains(meant);
  }

  @Test
  void whatIsFarFromEverythingGetsNoGuess() {
    assertThat(Nearest.to("deploy", COMMANDS)).isEmpty();
    assertThat(Nearest.to("", COMMANDS)).isEmpty();
    assertThat(Nearest.suggestion("x", COMMANDS)).isEmpty();
  }
}
