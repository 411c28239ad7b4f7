package ai.gentrace.otel;

import org.jspecify.annotations.Nullable;

/** A JSON array that grows item by item, up to its length. Thread-safe. */
final class JsonItems {
  private final Content content;
  private final JsonWriter json;
  private final JsonSeries series;
  private boolean full;

  JsonItems(int maxLength, Content content) {
    this.content = content;
    this.json = new JsonWriter(maxLength);
    this.series = json.openArray();
  }

  synchronized void add(@Nullable Object item) {
    if (full) {
      return;
    }
    try {
      if (!series.add(json.element(content.item(item)), true)) {
        full = true;
        series.leaveOutTheRest();
      }
    } catch (Throwable e) {
      Trouble.log("recording an item", e);
      full = true;
    }
  }

  synchronized String finish() {
    full = true;
    return json.closeArray();
  }
}
