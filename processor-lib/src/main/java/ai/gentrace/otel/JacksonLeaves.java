package ai.gentrace.otel;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The types that Jackson alone would consume or refuse: they stay objects among the tokens. */
final class JacksonLeaves extends Serializers.Base {
  @Override
  public @Nullable JsonSerializer<?> findSerializer(
      SerializationConfig config, JavaType type, BeanDescription description) {
    Class<?> raw = type.getRawClass();
    if (TemporalAccessor.class.isAssignableFrom(raw)) {
      return new Time(null);
    }
    return isLeaf(raw) ? new Leaf() : null;
  }

  private static boolean isLeaf(Class<?> type) {
    return Iterator.class.isAssignableFrom(type)
        || JsonNode.class.isAssignableFrom(type)
        || (Iterable.class.isAssignableFrom(type) && !Collection.class.isAssignableFrom(type))
        || AutoCloseable.class.isAssignableFrom(type)
        || Future.class.isAssignableFrom(type)
        || CompletionStage.class.isAssignableFrom(type)
        || Throwable.class.isAssignableFrom(type)
        || type == Optional.class
        || type == OptionalInt.class
        || type == OptionalLong.class
        || type == OptionalDouble.class;
  }

  /** Leaves the value as it is; {@link JsonWriter} goes on with it. */
  static final class Leaf extends JsonSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writePOJO(value);
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      out.writePOJO(value);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Object value) {
      if (value instanceof CharSequence) {
        return ((CharSequence) value).length() == 0;
      }
      if (value instanceof Collection) {
        return ((Collection<?>) value).isEmpty();
      }
      if (value instanceof Map) {
        return ((Map<?, ?>) value).isEmpty();
      }
      return value.getClass().isArray()
          ? Array.getLength(value) == 0
          : value.equals(Optional.empty());
    }
  }

  /** A time with the pattern of its {@code @JsonFormat}, which Jackson has in another module. */
  private static final class Time extends JsonSerializer<Object> implements ContextualSerializer {
    private final @Nullable DateTimeFormatter formatter;

    private Time(@Nullable DateTimeFormatter formatter) {
      this.formatter = formatter;
    }

    @Override
    public JsonSerializer<?> createContextual(
        SerializerProvider provider, @Nullable BeanProperty property) {
      if (property == null) {
        return this;
      }
      Class<?> type = property.getType().getRawClass();
      JsonFormat.Value format = property.findPropertyFormat(provider.getConfig(), type);
      if (format == null || !format.hasPattern()) {
        return this;
      }
      Locale locale = format.hasLocale() ? format.getLocale() : Locale.ROOT;
      DateTimeFormatter pattern = DateTimeFormatter.ofPattern(format.getPattern(), locale);
      // Without a zone an instant has no date.
      ZoneId zone = Instant.class.isAssignableFrom(type) ? ZoneOffset.UTC : null;
      if (format.hasTimeZone()) {
        zone = format.getTimeZone().toZoneId();
      }
      return new Time(zone == null ? pattern : pattern.withZone(zone));
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (formatter == null) {
        out.writePOJO(value);
      } else {
        out.writeString(formatter.format((TemporalAccessor) value));
      }
    }
  }
}
