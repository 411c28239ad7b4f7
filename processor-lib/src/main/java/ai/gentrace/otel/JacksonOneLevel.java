package ai.gentrace.otel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.JsonValueSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes Jackson's bean serializers stop after one level: the values of properties, and other beans,
 * stay objects among the tokens.
 */
final class JacksonOneLevel extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  /** Key of the attribute with the object that is to be opened; taken by the first that has it. */
  static final String ROOT = JacksonOneLevel.class.getName();

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
    // Unwrapped and virtual properties have classes of their own and stay as they are.
    properties.replaceAll(
        property ->
            property.getClass() == BeanPropertyWriter.class
                ? new JacksonProperty(property)
                : property);
    return properties;
  }

  @Override
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
    if (serializer instanceof JsonValueSerializer) {
      return new OpenedOnce(new OnlyValue(bean.findJsonValueAccessor()));
    }
    return serializer instanceof BeanSerializerBase ? new OpenedOnce(serializer) : serializer;
  }

  private static boolean isRoot(Object value, SerializerProvider provider) {
    if (provider.getAttribute(ROOT) != value) {
      return false;
    }
    provider.setAttribute(ROOT, null);
    return true;
  }

  /** Writes the root by its own serializer, and anything else as an object among the tokens. */
  private static final class OpenedOnce extends JsonSerializer<Object>
      implements ContextualSerializer, ResolvableSerializer {
    private final JsonSerializer<Object> serializer;

    @SuppressWarnings("unchecked") // Jackson hands each serializer objects of its type only
    private OpenedOnce(JsonSerializer<?> serializer) {
      this.serializer = (JsonSerializer<Object>) serializer;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (isRoot(value, provider)) {
        serializer.serialize(value, out, provider);
      } else {
        out.writePOJO(value);
      }
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      if (isRoot(value, provider)) {
        serializer.serializeWithType(value, out, provider, type);
      } else {
        out.writePOJO(value);
      }
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
        throws JsonMappingException {
      if (!(serializer instanceof ContextualSerializer)) {
        return this;
      }
      JsonSerializer<?> contextual =
          ((ContextualSerializer) serializer).createContextual(provider, property);
      return contextual instanceof BeanSerializerBase ? new OpenedOnce(contextual) : contextual;
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
      if (serializer instanceof ResolvableSerializer) {
        ((ResolvableSerializer) serializer).resolve(provider);
      }
    }

    @Override
    public JsonSerializer<Object> unwrappingSerializer(NameTransformer names) {
      return serializer.unwrappingSerializer(names);
    }
  }

  /** Stands for an object whose {@code @JsonValue} is all of it. */
  private static final class OnlyValue extends JsonSerializer<Object> {
    private final @Nullable AnnotatedMember accessor;

    private OnlyValue(@Nullable AnnotatedMember accessor) {
      this.accessor = accessor;
    }

    @Override
    public void serialize(Object bean, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writePOJO(accessor == null ? null : accessor.getValue(bean));
    }

    @Override
    public void serializeWithType(
        Object bean, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(bean, out, provider);
    }
  }
}
