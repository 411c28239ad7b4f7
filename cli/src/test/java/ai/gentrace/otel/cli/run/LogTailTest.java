package ai.gentrace.otel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogTailTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final LogTail log = new LogTail();

  @Test
  void findsALineThatIsThereAlready() throws Exception {
    log.add("ready");

    assertThat(log.await("ready"::equals, Duration.ZERO)).isTrue();
  }

  @Test
  void waitsForALine() throws Exception {
    CompletableFuture<Boolean> found =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return log.await("ready"::equals, LONG);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    log.add("starting");
    log.add("ready");

    assertThat(found.get()).isTrue();
  }

  @Test
  void doesNotWaitForAProgramThatHasEnded() throws Exception {
    log.follow(new ByteArrayInputStream("one\ntwo".getBytes(StandardCharsets.UTF_8))).join();

    assertThat(log.await("three"::equals, LONG)).isFalse();
    assertThat(log.lines()).containsExactly("one", "two");
  }

  @Test
  void keepsTheLastLinesOnly() {
    for (int i = 0; i < 10_005; i++) {
      log.add("line " + i);
    }

    assertThat(log.lines()).hasSize(10_000).first().isEqualTo("line 5");
  }
}
