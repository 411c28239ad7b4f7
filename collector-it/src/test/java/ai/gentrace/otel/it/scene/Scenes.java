package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Opens scenes for a test that needs several, with the same collector program. */
public final class Scenes implements AutoCloseable {
  private final Collector collector;
  private final List<Scene> open = new ArrayList<>();

  Scenes(Collector collector) {
    this.collector = collector;
  }

  /** Returns a new scene, which is closed at the end of the test. */
  public Scene open() {
    try {
      Scene scene = new Scene(collector);
      open.add(scene);
      return scene;
    } catch (IOException e) {
      throw new UncheckedIOException("the servers did not start", e);
    }
  }

  String diagnostics() {
    return open.stream().map(Scene::diagnostics).collect(Collectors.joining("=== next scene\n"));
  }

  @Override
  public void close() throws IOException {
    for (Scene scene : open) {
      scene.close();
    }
  }
}
