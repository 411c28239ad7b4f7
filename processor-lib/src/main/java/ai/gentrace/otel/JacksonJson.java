package ai.gentrace.otel;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets Jackson decide which properties an annotated object has, and what they are called, but not
 * write them: it stops at each value, which then goes the same way as all others, with its bounds
 * and placeholders. Thread-safe.
 */
final class JacksonJson {
  private final ObjectMapper mapper =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.NONE)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .registerModule(
              new SimpleModule("gentrace") {
                private static final long serialVersionUID = 1L;

                @Override
                public void setupModule(SetupContext context) {
                  context.addSerializers(new JacksonLeaves());
                  context.addBeanSerializerModifier(new JacksonOneLevel());
                }
              });

  boolean isTree(Object value) {
    return value instanceof JsonNode;
  }

  boolean isAnnotated(Class<?> type) {
    return JacksonAnnotations.arePresentOn(type);
  }

  boolean write(Object value, JsonWriter writer, JsonRoom room) throws IOException {
    if (value instanceof JsonNode) {
      return writeTree((JsonNode) value, writer, room);
    }
    JacksonTokens tokens = new JacksonTokens(writer.text().limit());
    mapper.writer().withAttribute(JacksonOneLevel.ROOT, value).writeValue(tokens, value);
    Object plain;
    try (JsonParser parser = tokens.asParser()) {
      parser.nextToken();
      plain = plain(parser);
    }
    if (plain instanceof Map) {
      Map<?, ?> properties = (Map<?, ?>) plain;
      boolean hasNone = properties.isEmpty() && BeanProperties.of(value.getClass()).isEmpty();
      return hasNone ? writer.text().string(value.toString(), room) : writer.map(properties, room);
    }
    return plain instanceof Collection
        ? writer.collection((Collection<?>) plain, room)
        : writer.value(plain, room);
  }

  private boolean writeTree(JsonNode node, JsonWriter writer, JsonRoom room) throws IOException {
    if (node.isObject()) {
      return writer.object(fields(node), room);
    }
    if (node.isArray()) {
      return writer.elements(node.iterator(), room);
    }
    Object scalar = null;
    if (node.isTextual()) {
      scalar = node.textValue();
    } else if (node.isNumber()) {
      scalar = node.numberValue();
    } else if (node.isBoolean()) {
      scalar = node.booleanValue();
    } else if (node.isBinary()) {
      scalar = node.binaryValue();
    } else if (node.isPojo()) {
      scalar = ((POJONode) node).getPojo();
    }
    return writer.value(scalar, room);
  }

  private static Iterator<JsonField> fields(JsonNode node) {
    Iterator<String> names = node.fieldNames();
    return new Iterator<JsonField>() {
      @Override
      public boolean hasNext() {
        return names.hasNext();
      }

      @Override
      public JsonField next() {
        String name = names.next();
        return new JsonField(name, node) {
          @Override
          @Nullable Object read() {
            return node.get(name);
          }
        };
      }
    };
  }

  /** Returns the tokens of one value as maps, lists and values. */
  private @Nullable Object plain(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.getText();
        parser.nextToken();
        Object value = plain(parser);
        if (!object.containsKey(name)) {
          object.put(name, value);
        }
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(plain(parser));
      }
      return array;
    }
    if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
      Object embedded = parser.getEmbeddedObject();
      return embedded instanceof RawValue ? raw((RawValue) embedded) : embedded;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (token != null && token.isNumeric()) {
      return parser.getNumberValue();
    }
    return token == JsonToken.VALUE_STRING ? parser.getText() : null;
  }

  /** What @JsonRawValue holds need not be JSON; then it is written as the string that it is. */
  private @Nullable Object raw(RawValue raw) {
    String text = String.valueOf(raw.rawValue());
    try {
      return mapper.readTree(text);
    } catch (IOException e) {
      return text;
    }
  }
}
