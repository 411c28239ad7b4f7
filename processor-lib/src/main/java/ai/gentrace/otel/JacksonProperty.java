package ai.gentrace.otel;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A property whose value stays an object among the tokens, unless an annotation says how Jackson is
 * to write it. What it throws becomes a placeholder in its place.
 */
final class JacksonProperty extends BeanPropertyWriter {
  private static final long serialVersionUID = 1L;

  // These say whether a property is written and under which name, not how.
  private static final Set<Class<? extends Annotation>> ABOUT_THE_NAME =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  JsonAlias.class,
                  JsonGetter.class,
                  JsonIgnore.class,
                  JsonManagedReference.class,
                  JsonProperty.class,
                  JsonPropertyDescription.class,
                  JsonSetter.class,
                  JsonView.class)));

  private final boolean plain;

  JacksonProperty(BeanPropertyWriter base) {
    super(base);
    this.plain = !base.hasSerializer() && isPlain(base.getMember());
    if (plain) {
      assignSerializer(new JacksonLeaves.Leaf());
    }
  }

  private static boolean isPlain(AnnotatedMember member) {
    for (Annotation annotation : member.getAllAnnotations().annotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      boolean plain =
          !type.getName().startsWith("com.fasterxml.jackson.")
              || ABOUT_THE_NAME.contains(type)
              || (annotation instanceof JsonInclude
                  && ((JsonInclude) annotation).content() == JsonInclude.Include.ALWAYS);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider)
      throws Exception {
    if (plain || !(out instanceof JacksonTokens)) {
      try {
        super.serializeAsField(bean, out, provider);
      } catch (Throwable e) {
        writePlaceholder(bean, out);
      }
      return;
    }
    // Apart at first, because it may fail when half of it is written.
    JacksonTokens part = ((JacksonTokens) out).another();
    try {
      part.writeStartObject();
      super.serializeAsField(bean, part, provider);
      part.writeEndObject();
    } catch (Throwable e) {
      writePlaceholder(bean, out);
      return;
    }
    try (JsonParser written = part.asParser()) {
      written.nextToken();
      while (written.nextToken() == JsonToken.FIELD_NAME) {
        out.copyCurrentStructure(written);
      }
    }
  }

  private void writePlaceholder(Object bean, JsonGenerator out) throws Exception {
    out.writeFieldName(getName());
    out.writeString(JsonWriter.unserializable(bean));
  }
}
