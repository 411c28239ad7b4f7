package ai.gentrace.otel.it.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Collects the results of all tests that prove a {@link Claim}. Found by JUnit by itself. */
public final class ClaimReport implements TestExecutionListener {
  private final Map<String, Row> rows = new ConcurrentSkipListMap<>();

  /** A claim and how its tests ended: one, or one for each parameter. */
  private record Row(String claim, int passed, int failed) {
    Row plus(Row other) {
      return new Row(claim, passed + other.passed, failed + other.failed);
    }

    String result() {
      return failed > 0 ? "FAILED" : passed == 1 ? "holds" : "holds, " + passed + " variants";
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest()) {
      return;
    }
    test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .ifPresent(
            source -> {
              Method method = source.getJavaMethod();
              Claim claim = method.getAnnotation(Claim.class);
              if (claim != null) {
                boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                rows.merge(
                    source.getJavaClass().getSimpleName() + "." + method.getName(),
                    new Row(claim.value(), passed ? 1 : 0, passed ? 0 : 1),
                    Row::plus);
              }
            });
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (rows.isEmpty()) {
      return;
    }
    String table =
        new TreeMap<>(rows)
            .entrySet().stream()
                .map(
                    row ->
                        "| %s | `%s` | %s |%n"
                            .formatted(
                                row.getValue().claim(), row.getKey(), row.getValue().result()))
                .collect(Collectors.joining("", "| claim | test | result |\n|---|---|---|\n", ""));
    System.out.println("claims proven on the real collector\n" + table);
    try {
      Files.writeString(Path.of("target", "claims.md"), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
