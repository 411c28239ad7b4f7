package ai.gentrace.otel;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Decides by its type how a value is written. May throw whatever the value throws. */
final class JsonValues {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");
  // Enough bits for more decimal digits than a text can hold, so that they need not be computed.
  private static final int BITS_PER_DIGIT = 4;

  private final JsonWriter writer;

  JsonValues(JsonWriter writer) {
    this.writer = writer;
  }

  private JsonText text() {
    return writer.text();
  }

  boolean write(@Nullable Object value, JsonRoom room) throws Throwable {
    if (value == null || value instanceof Boolean) {
      return text().raw(String.valueOf(value), room.tight);
    }
    if (value instanceof CharSequence) {
      return characters((CharSequence) value, room);
    }
    if (value instanceof Number) {
      return number((Number) value, room);
    }
    if (value instanceof Character) {
      return text().string(value.toString(), room);
    }
    if (value instanceof Enum) {
      return JacksonSupport.handles(value)
          ? jackson(value, room)
          : text().string(((Enum<?>) value).name(), room);
    }
    if (value.getClass().isArray()) {
      return array(value, room);
    }
    if (value instanceof TemporalAccessor
        || value instanceof TemporalAmount
        || value instanceof Throwable
        || value instanceof Path) {
      return string(value, room);
    }
    if (value instanceof Date) {
      return text().string(iso((Date) value), room);
    }
    if (JacksonSupport.isTree(value)) {
      return jackson(value, room);
    }
    if (isConsumedByReading(value)) {
      return text().string(value.getClass().getName(), room);
    }
    if (value instanceof Map) {
      return writer.nested(value, room, free -> writer.map((Map<?, ?>) value, free));
    }
    if (value instanceof Collection) {
      return writer.nested(value, room, free -> writer.collection((Collection<?>) value, free));
    }
    return other(value, room);
  }

  private boolean other(Object value, JsonRoom room) throws Throwable {
    if (value instanceof Optional) {
      return writer.value(((Optional<?>) value).orElse(null), room);
    }
    if (value instanceof OptionalInt) {
      OptionalInt number = (OptionalInt) value;
      return write(number.isPresent() ? number.getAsInt() : null, room);
    }
    if (value instanceof OptionalLong) {
      OptionalLong number = (OptionalLong) value;
      return write(number.isPresent() ? number.getAsLong() : null, room);
    }
    if (value instanceof OptionalDouble) {
      OptionalDouble number = (OptionalDouble) value;
      return write(number.isPresent() ? number.getAsDouble() : null, room);
    }
    if (value.getClass().getName().startsWith("java.")) {
      return string(value, room);
    }
    if (JacksonSupport.handles(value)) {
      return jackson(value, room);
    }
    BeanProperties properties = BeanProperties.of(value.getClass());
    if (properties.isEmpty()) {
      return string(value, room);
    }
    return writer.nested(value, room, free -> writer.object(properties.of(value), free));
  }

  private boolean jackson(Object value, JsonRoom room) throws Throwable {
    return writer.nested(value, room, free -> JacksonSupport.write(value, writer, free));
  }

  /** What is used up, opened or waited for when it is read; a class name says enough of it. */
  private static boolean isConsumedByReading(Object value) {
    return value instanceof Iterator
        || value instanceof Enumeration
        || value instanceof Spliterator
        || value instanceof BaseStream
        || value instanceof Future
        || value instanceof CompletionStage
        || value instanceof AutoCloseable
        || (value instanceof Iterable && !(value instanceof Collection));
  }

  private boolean string(Object value, JsonRoom room) {
    String string = value.toString();
    return string == null ? text().raw("null", room.tight) : text().string(string, room);
  }

  private boolean characters(CharSequence value, JsonRoom room) {
    if (value instanceof String) {
      return text().string((String) value, room);
    }
    int length = value.length();
    // Only what can fit: a buffer of many megabytes is not copied.
    String prefix = value.subSequence(0, Math.min(length, text().limit())).toString();
    return text().string(prefix, length, room);
  }

  private boolean number(Number number, JsonRoom room) {
    if (number instanceof BigInteger && !mayFit((BigInteger) number)) {
      return false;
    }
    if (number instanceof BigDecimal && !mayFit(((BigDecimal) number).unscaledValue())) {
      return false;
    }
    if ((number instanceof Double || number instanceof Float)
        && (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue()))) {
      return text().raw("null", room.tight);
    }
    String digits = number.toString();
    if (digits == null || digits.equals("NaN") || digits.endsWith("Infinity")) {
      return text().raw("null", room.tight);
    }
    // Types of others may print a fraction, a unit or a currency.
    return NUMBER.matcher(digits).matches()
        ? text().raw(digits, room.tight)
        : text().string(digits, room);
  }

  private boolean mayFit(BigInteger digits) {
    return digits.bitLength() <= (long) BITS_PER_DIGIT * text().limit();
  }

  @SuppressWarnings("JavaUtilDate") // what the application has, not what we would choose
  private static String iso(Date date) {
    try {
      return date.toInstant().toString();
    } catch (UnsupportedOperationException e) {
      // java.sql.Date and Time are no instants; they print as ISO-8601 themselves.
      return date.toString();
    }
  }

  private boolean array(Object array, JsonRoom room) throws Throwable {
    if (array instanceof byte[]) {
      return base64((byte[]) array, room);
    }
    if (array instanceof char[]) {
      char[] chars = (char[]) array;
      String prefix = new String(chars, 0, Math.min(chars.length, text().limit()));
      return text().string(prefix, chars.length, room);
    }
    List<Object> elements =
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            return Array.get(array, index);
          }

          @Override
          public int size() {
            return Array.getLength(array);
          }
        };
    return writer.nested(array, room, free -> writer.collection(elements, free));
  }

  private boolean base64(byte[] bytes, JsonRoom room) {
    long length = 4L * ((bytes.length + 2L) / 3L);
    int encoded = (int) Math.min(bytes.length, text().limit() / 4L * 3L + 3L);
    String prefix = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, encoded));
    return text().string(prefix, length, room);
  }
}
