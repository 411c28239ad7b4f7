package ai.gentrace.otel.cli.run.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {
  @Test
  void readsSchemeNameAndDefault() {
    assertThat(Expression.in("a ${env:X} ${Y:-z} ${file:/f} ${http://h/p}"))
        .containsExactly(
            new Expression("env", "X", null),
            new Expression("env", "Y", "z"),
            new Expression("file", "/f", null),
            new Expression("http", "//h/p", null));
  }

  @Test
  void readsExpressionsInDefaults() {
    assertThat(Expression.in("${env:A:-${env:B}}"))
        .containsExactly(new Expression("env", "A", "${env:B}"), new Expression("env", "B", null));
  }

  @Test
  void aDoubledDollarIsALiteralOne() {
    assertThat(Expression.in("$${env:X}")).isEmpty();
    assertThat(Expression.replace("$${env:X} $Y ${env:Z", e -> "!"))
        .isEqualTo("${env:X} $Y ${env:Z");
  }

  @Test
  void knowsWhatTheCollectorWouldFetch() {
    assertThat(Expression.in("${https://h}${s3:b}${yaml:a}${file:f}${env:E}"))
        .extracting(Expression::isRemote)
        .containsExactly(true, true, false, false, false);
  }
}
