package ai.gentrace.otel;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Turns arguments and results into the JSON of one event each. Immutable and thread-safe. */
final class Content {
  private static final String OUTPUT_NAME = "output";

  private final @Nullable ContentMapper mapper;
  private final int maxLength;

  Content(@Nullable ContentMapper mapper, int maxLength) {
    this.mapper = mapper;
    this.maxLength = maxLength;
  }

  /** Returns the array of one-entry objects; {@code pairs} holds names and values by turns. */
  String arguments(Object[] pairs) {
    JsonWriter json = new JsonWriter(maxLength);
    Iterator<Object> left = Arrays.asList(pairs).iterator();
    return json.array(
        new Iterator<JsonField>() {
          @Override
          public boolean hasNext() {
            return left.hasNext();
          }

          @Override
          public JsonField next() {
            return field((String) left.next(), left.next());
          }
        });
  }

  String output(@Nullable Object value) {
    return new JsonWriter(maxLength).only(field(OUTPUT_NAME, value));
  }

  JsonItems items() {
    return new JsonItems(maxLength, this);
  }

  JsonField item(@Nullable Object value) {
    return field(OUTPUT_NAME, value);
  }

  private JsonField field(String name, @Nullable Object value) {
    return new JsonField(name, value) {
      @Override
      @Nullable Object read() throws Throwable {
        if (mapper == null) {
          return value;
        }
        try {
          return mapper.map(name, value);
        } catch (InterruptedException e) {
          // It was meant for the application, which has to see it.
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    };
  }

  /** What the process is set to, read when the first span records. */
  static final class Defaults {
    private static final int DEFAULT_MAX_LENGTH = 65536;

    static final boolean CAPTURE = capture();
    static final int MAX_LENGTH = maxLength();

    private Defaults() {}

    private static boolean capture() {
      String value = Setting.CAPTURE_CONTENT.read();
      if (value == null || value.equalsIgnoreCase("true")) {
        return true;
      }
      if (!value.equalsIgnoreCase("false")) {
        // Whoever sets it wants to keep something off the spans.
        Trouble.warn(
            Setting.CAPTURE_CONTENT
                + " is neither true nor false: arguments and results are not captured.");
      }
      return false;
    }

    private static int maxLength() {
      String value = Setting.MAX_CONTENT_LENGTH.read();
      if (value == null) {
        return DEFAULT_MAX_LENGTH;
      }
      try {
        int length = Integer.parseInt(value);
        if (length >= GentraceTracer.MIN_CONTENT_LENGTH) {
          return length;
        }
      } catch (NumberFormatException e) {
        // Said below, together with numbers that are too small.
      }
      Trouble.warn(
          Setting.MAX_CONTENT_LENGTH
              + " is no number of at least "
              + GentraceTracer.MIN_CONTENT_LENGTH
              + ": "
              + DEFAULT_MAX_LENGTH
              + " is used.");
      return DEFAULT_MAX_LENGTH;
    }
  }
}
