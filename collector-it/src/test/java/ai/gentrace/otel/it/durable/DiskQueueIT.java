package ai.gentrace.otel.it.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.load.Ledger;
import ai.gentrace.otel.it.load.LoadShape;
import ai.gentrace.otel.it.load.Loader;
import ai.gentrace.otel.it.scene.Configs;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe of docs/reliability.md, and what happens where it is not followed. */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class DiskQueueIT {
  private static final LoadShape LOAD = LoadShape.of(300, 10, 2);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** More would take longer: the collector writes ten of such lines and then waits ten seconds. */
  private static final int REPEATS = 10;

  private static final String BATCHED = "otelcol_processor_batch_batch_send_size_sum";

  /** As the recipe prints it; only the repeats come faster here. */
  private static final String RECIPE =
      """
      extensions:
        file_storage/gentrace:
          directory: ${env:STORE}
      exporters:
        %s:
          sending_queue:
            storage: file_storage/gentrace
          retry_on_failure:
            initial_interval: 50ms
            max_interval: 100ms
            max_elapsed_time: 0
      service:
        extensions: [file_storage/gentrace]
      """;

  @TempDir Path folder;

  @Claim("With the disk queue a kill -9 and a long outage lose no span that had reached the queue")
  @ParameterizedTest
  @EnumSource
  void spansInTheQueueSurviveAKill(Template template, Scene scene) throws Exception {
    Ledger gentrace = prepare(template, scene);
    scene.gentrace().refuse();
    scene.start();
    assertThat(new Loader(scene.tracesUrl(), 2).send(LOAD).refused()).isZero();
    awaitBatched(scene, LOAD.markedSpans());

    scene.running().kill();
    scene.start();
    awaitRepeats(scene);
    scene.gentrace().accept();
    awaitNoneMissing(scene, gentrace);
    scene.finish();

    Ledger.Count arrived = gentrace.count(LOAD::isMarked);
    System.out.printf(
        "disk queue, %s: %d in the queue, %s%n", template, LOAD.markedSpans(), arrived);
    assertThat(arrived.lost()).isZero();
    assertThat(arrived.foreign()).isZero();
  }

  @Claim(
      "What still stands in batch/gentrace at a kill -9 is lost, although the application had its 200")
  @Test
  void spansInTheBatchAreLost(Scene scene) throws Exception {
    LoadShape oneRequest = LoadShape.of(1, 10, 10);
    Ledger gentrace = prepare(Template.CURRENT, scene);
    scene.config("processors: {batch/gentrace: {timeout: 60s}}").start();
    assertThat(new Loader(scene.tracesUrl(), 1).send(oneRequest).answers())
        .isEqualTo(Map.of(200, 1));
    scene.running().kill();
    scene.start().finish();

    Ledger.Count arrived = gentrace.count(number -> number < 10);
    System.out.println("disk queue: 10 in the batch at the kill, " + arrived);
    assertThat(arrived.lost()).isEqualTo(10);
  }

  @Claim("A folder that is missing keeps the whole collector from starting")
  @Test
  void aMissingFolderStopsTheCollector(Scene scene) throws Exception {
    prepare(Template.CURRENT, scene);
    scene.config("extensions: {file_storage/gentrace: {directory: '${env:STORE}/missing'}}");

    assertThat(failure(scene))
        .hasMessageContaining("directory must exist")
        .hasMessageContaining("create_directory");
  }

  @Claim("create_directory makes the missing folder, where the collector's user may write")
  @Test
  void createDirectoryMakesTheFolder(Scene scene) throws Exception {
    prepare(Template.CURRENT, scene);
    scene
        .config(
            """
            extensions:
              file_storage/gentrace:
                directory: ${env:STORE}/made
                create_directory: true
                directory_permissions: '0777'
            """)
        .start()
        .finish();

    assertThat(folder.resolve("store/made")).isDirectory();
  }

  @Claim("A store whose head is damaged keeps the collector from starting until it is moved away")
  @Test
  void aDamagedStoreStopsTheCollector(Scene scene) throws Exception {
    prepare(Template.CURRENT, scene);
    scene.start().finish();
    Path store = onlyFile();
    overwrite(store, 0, 8192);

    assertThat(failure(scene)).hasMessageContaining("invalid database");
    Files.delete(store);
    scene.start().finish();
  }

  private Ledger prepare(Template template, Scene scene) throws IOException {
    Path store = Files.createDirectories(folder.resolve("store"));
    // In an image the collector runs as a user of its own.
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwxrwxrwx"));
    Ledger gentrace = scene.keepLedger("GENTRACE", LOAD.spans());
    scene.keepLedger("BACKEND", LOAD.spans());
    scene
        .config(Configs.resource("one-backend.yaml"))
        .gentrace(template)
        .config(RECIPE.formatted(template.exporter()))
        .setup(setup -> setup.withFolder("STORE", store).withMetrics());
    return gentrace;
  }

  private static CollectorException failure(Scene scene) {
    return catchThrowableOfType(CollectorException.class, scene::start);
  }

  private static void awaitBatched(Scene scene, int spans) throws Exception {
    scene.awaitMetric(BATCHED, Map.of("processor", "batch/gentrace"), sum -> sum == spans);
  }

  /** Gentrace stays away for many repeats: with a limit on their time they would have ended. */
  private static void awaitRepeats(Scene scene) throws Exception {
    scene.awaitLogLines(line -> line.contains("Will retry"), REPEATS);
  }

  private static void awaitNoneMissing(Scene scene, Ledger gentrace) throws Exception {
    scene.gentrace().await(exports -> gentrace.count(LOAD::isMarked).lost() == 0, LONG);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("store"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static void overwrite(Path file, int from, int length) throws IOException {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(noise), from);
    }
  }
}
