package ai.gentrace.otel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes any graph of objects as JSON of bounded length, in time and memory bounded by it. Values
 * that throw become placeholders. Not thread-safe; one text each.
 *
 * <p>What does not fit writes nothing and returns false, and the container around it ends with the
 * marker of left-out elements.
 */
final class JsonWriter {
  private static final int MAX_LEVELS = 64;
  private static final String LEFT_OUT = "...[truncated]";
  private static final String LEFT_OUT_ELEMENT = '"' + LEFT_OUT + '"';
  private static final String LEFT_OUT_FIELD = LEFT_OUT_ELEMENT + ":true";

  private final JsonText text;
  private final JsonValues values = new JsonValues(this);
  // The containers around what is being written, from the outermost; most values have few.
  private Object[] path = new Object[4];
  private int level;

  JsonWriter(int limit) {
    this.text = new JsonText(limit);
  }

  /** Returns the JSON of the field's value alone. */
  String only(JsonField field) {
    return element(field).write(JsonRoom.ALL) ? text.toString() : LEFT_OUT_ELEMENT;
  }

  /** Returns an array with one object for each field. */
  String array(Iterator<JsonField> fields) {
    elements(
        fields,
        JsonRoom.ALL,
        field -> {
          Iterator<JsonField> only = Collections.singletonList(field).iterator();
          return room -> object(only, room);
        });
    return text.toString();
  }

  /** Opens an array that grows item by item. */
  JsonSeries openArray() {
    text.raw("[", 1);
    return new JsonSeries(text, LEFT_OUT_ELEMENT, JsonRoom.ALL);
  }

  String closeArray() {
    text.raw("]", 0);
    return text.toString();
  }

  JsonText text() {
    return text;
  }

  boolean value(@Nullable Object value, JsonRoom room) {
    int start = text.length();
    int startLevel = level;
    try {
      return values.write(value, room);
    } catch (Throwable e) {
      text.rollback(start);
      level = startLevel;
      return text.string(unserializable(value), room);
    }
  }

  static String unserializable(@Nullable Object value) {
    return "[Unserializable: " + (value == null ? "null" : value.getClass().getName()) + "]";
  }

  /** Reads the field once, and writes its value or the placeholder that stands for it. */
  JsonSeries.Element element(JsonField field) {
    try {
      Object value = field.read();
      return room -> value(value, room);
    } catch (Throwable e) {
      String placeholder = unserializable(field.owner());
      return room -> text.string(placeholder, room);
    }
  }

  /** Writes what {@code container} holds, unless it holds itself or stands too deep. */
  boolean nested(Object container, JsonRoom room, Body body) throws Throwable {
    for (int i = 0; i < level; i++) {
      if (path[i] == container) {
        return text.string("[Circular]", room);
      }
    }
    if (level == MAX_LEVELS) {
      return text.string("[MaxDepth]", room);
    }
    if (level == path.length) {
      path = Arrays.copyOf(path, 2 * level);
    }
    path[level++] = container;
    boolean fits = body.write(room);
    level--;
    return fits;
  }

  /** Writes the inside of a container. */
  interface Body {
    boolean write(JsonRoom room) throws Throwable;
  }

  boolean collection(Collection<?> collection, JsonRoom room) {
    return elements(collection.iterator(), room);
  }

  boolean elements(Iterator<?> elements, JsonRoom room) {
    return elements(elements, room, element -> free -> value(element, free));
  }

  private <T> boolean elements(
      Iterator<? extends T> elements, JsonRoom room, Function<T, JsonSeries.Element> writer) {
    if (!text.raw("[", room.tight + 1)) {
      return false;
    }
    JsonSeries series = new JsonSeries(text, LEFT_OUT_ELEMENT, room);
    while (elements.hasNext()) {
      JsonSeries.Element element = writer.apply(elements.next());
      if (!series.add(element, elements.hasNext())) {
        return series.leaveOutTheRest() && text.raw("]", room.tight);
      }
    }
    return text.raw("]", room.tight);
  }

  boolean map(Map<?, ?> map, JsonRoom room) {
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    return object(
        new Iterator<JsonField>() {
          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public JsonField next() {
            Map.Entry<?, ?> entry = entries.next();
            return new JsonField(entry.getKey(), map) {
              @Override
              @Nullable Object read() {
                return entry.getValue();
              }
            };
          }
        },
        room);
  }

  /** Writes an object; of fields with the same name, the first. */
  boolean object(Iterator<? extends JsonField> fields, JsonRoom room) {
    if (!text.raw("{", room.tight + 1)) {
      return false;
    }
    JsonSeries series = new JsonSeries(text, LEFT_OUT_FIELD, room);
    JsonNames names = new JsonNames();
    // Repeated names write nothing, so they are counted: a map may have no end of them.
    for (int seen = 0; fields.hasNext(); seen++) {
      JsonField field = fields.next();
      String name = JsonText.wellFormed(field.name());
      boolean fits = seen < text.limit();
      if (fits && names.add(name)) {
        JsonSeries.Element value = element(field);
        fits =
            series.add(free -> text.name(name, free.tight) && value.write(free), fields.hasNext());
      }
      if (!fits) {
        boolean ended =
            names.contains(LEFT_OUT) ? series.backToMarkerPlace() : series.leaveOutTheRest();
        return ended && text.raw("}", room.tight);
      }
    }
    return text.raw("}", room.tight);
  }
}
