package ai.gentrace.otel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void everyListedNameCreatesItsCommand() {
    assertThat(Commands.ALL)
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(Commands.create(entry.name()).getClass().getSimpleName())
                    .isEqualToIgnoringCase(entry.name() + "Command"));
  }

  @Test
  void nothingElseCanBeCreated() {
    assertThatThrownBy(() -> Commands.create("vaildate"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
