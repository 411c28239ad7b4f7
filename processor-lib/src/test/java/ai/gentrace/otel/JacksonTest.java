package ai.gentrace.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({
  "NullAway",
  "JavaUtilDate",
  "EffectivelyPrivate",
  "UnusedMethod",
  "UnusedVariable"
})
class JacksonTest {
  private static String json(Object value) {
    return new Content(null, 4096).output(value);
  }

  static class Names {
    @JsonIgnore private final String password = "hunter2";

    @JsonProperty("user_name")
    public String getName() {
      return "alice";
    }

    public String getPassword() {
      return password;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable String getMissing() {
      return null;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<String> getNone() {
      return List.of();
    }

    @JsonProperty
    private String field() {
      return "explicit";
    }
  }

  @Test
  void obeysNamesAndExclusions() {
    assertThat(json(new Names())).isEqualTo("{\"field\":\"explicit\",\"user_name\":\"alice\"}");
    assertThat(json(List.of(Optional.of(new Names())))).doesNotContain("hunter2");
  }

  @JsonPropertyOrder({"zebra", "apple"})
  @JsonIgnoreProperties("secret")
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Ordered(int apple, int zebra, String secret, int camelCase) {}

  @Test
  void obeysClassAnnotationsOnRecords() {
    assertThat(json(new Ordered(1, 2, "x", 3)))
        .isEqualTo("{\"zebra\":2,\"apple\":1,\"camel_case\":3}");
  }

  record Id(@JsonValue String value) {}

  static class Json {
    @JsonValue
    public Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", new Id("x"));
      map.put("self", this);
      return map;
    }
  }

  enum Level {
    @JsonProperty("very-high")
    HIGH,
    LOW
  }

  @Test
  void obeysJsonValueAndEnumNames() {
    assertThat(json(new Id("x"))).isEqualTo("\"x\"");
    assertThat(json(new Json())).isEqualTo("{\"id\":\"x\",\"self\":\"[Circular]\"}");
    assertThat(json(List.of(Level.HIGH, Level.LOW))).isEqualTo("[\"very-high\",\"LOW\"]");
  }

  @JsonIgnoreType
  record Credentials(String secret) {}

  static class Holder {
    public Credentials getCredentials() {
      return new Credentials("x");
    }

    public int getN() {
      return 1;
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @JsonIgnore
  @interface Hidden {}

  static class Bundled {
    @Hidden
    public String getSecret() {
      return "x";
    }

    public int getN() {
      return 1;
    }
  }

  static class AllIgnored {
    @JsonIgnore
    public String getSecret() {
      return "x";
    }

    @Override
    public String toString() {
      return "secret";
    }
  }

  interface Contract {
    @JsonIgnore
    String getSecret();
  }

  static class Implementation implements Contract {
    @Override
    public String getSecret() {
      return "x";
    }

    public int getN() {
      return 1;
    }
  }

  @Test
  void leavesOutWhatTypesBundlesAndInterfacesHide() {
    assertThat(json(new Holder())).isEqualTo("{\"n\":1}");
    assertThat(json(new Bundled())).isEqualTo("{\"n\":1}");
    assertThat(json(new Implementation())).isEqualTo("{\"n\":1}");
    assertThat(json(new AllIgnored())).isEqualTo("{}");
  }

  static class Masked extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.replaceAll("\\d", "*"));
    }
  }

  static class Formats {
    @JsonSerialize(using = Masked.class)
    public String getCard() {
      return "12 34";
    }

    @JsonSerialize(contentUsing = Masked.class)
    public List<String> getCards() {
      return List.of("1", "a");
    }

    @JsonFormat(pattern = "dd.MM.yyyy")
    public LocalDate getDay() {
      return LocalDate.of(2026, 1, 2);
    }

    @JsonFormat(pattern = "yyyy", timezone = "UTC")
    public Date getDate() {
      return new Date(0);
    }

    @JsonFormat(pattern = "yyyy-MM-dd HH:mm")
    public Instant getInstant() {
      return Instant.EPOCH;
    }

    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public int getNumber() {
      return 1;
    }

    @JsonRawValue
    public String getRaw() {
      return "{\"a\":[1]}";
    }

    @JsonRawValue
    public String getRawButNoJson() {
      return "{oops";
    }

    public Instant getPlain() {
      return Instant.EPOCH;
    }
  }

  @Test
  void obeysFormatsAndSerializers() {
    assertThat(json(new Formats()))
        .contains(
            "\"card\":\"** **\"",
            "\"cards\":[\"*\",\"a\"]",
            "\"day\":\"02.01.2026\"",
            "\"date\":\"1970\"",
            "\"instant\":\"1970-01-01 00:00\"",
            "\"number\":\"1\"",
            "\"raw\":{\"a\":[1]}",
            "\"rawButNoJson\":\"{oops\"",
            "\"plain\":\"1970-01-01T00:00:00Z\"");
  }

  static class Flat {
    @JsonUnwrapped
    public Names getNames() {
      return new Names();
    }

    @JsonAnyGetter
    public Map<String, Object> getOthers() {
      return Map.of("any", new Names());
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonTypeName("circle")
  record Circle(int radius, @Nullable Object inner) {}

  @Test
  void obeysUnwrappingAnyGettersAndTypes() {
    assertThat(json(new Flat()))
        .isEqualTo(
            "{\"field\":\"explicit\",\"user_name\":\"alice\","
                + "\"any\":{\"field\":\"explicit\",\"user_name\":\"alice\"}}")
        .doesNotContain("hunter2");
    assertThat(json(new Circle(1, new Circle(2, null))))
        .isEqualTo(
            "{\"kind\":\"circle\",\"radius\":1,"
                + "\"inner\":{\"kind\":\"circle\",\"radius\":2,\"inner\":null}}");
  }

  static class Node {
    private final List<Node> children = new ArrayList<>();

    @JsonProperty("kids")
    public List<Node> getChildren() {
      return children;
    }

    @JsonIgnoreProperties("kids")
    public @Nullable Node getFirst() {
      return children.isEmpty() ? null : children.get(0);
    }

    @JsonProperty
    public Iterator<Integer> getIterator() {
      return List.of(1).iterator();
    }

    @JsonFormat
    public Stream<Integer> getStream() {
      return Stream.of(1);
    }

    @JsonProperty
    public String getBad() {
      throw new IllegalStateException("secret");
    }

    @JsonSerialize(using = Masked.class)
    public String getWorse() {
      throw new IllegalStateException("secret");
    }
  }

  @Test
  void keepsItsBoundsAndPlaceholders() {
    Node node = new Node();
    node.children.add(node);
    assertThat(json(node))
        .contains("\"kids\":[\"[Circular]\"]")
        .contains("\"iterator\":\"java.util.ImmutableCollections$ListItr\"")
        .contains("\"stream\":\"java.util.stream.ReferencePipeline$Head\"")
        .contains("\"bad\":\"[Unserializable: " + Node.class.getName() + "]\"")
        .contains("\"worse\":\"[Unserializable: " + Node.class.getName() + "]\"")
        .doesNotContain("secret");
    Object deep = null;
    for (int i = 0; i < 100; i++) {
      deep = new Circle(i, deep);
    }
    assertThat(json(deep)).contains("[MaxDepth]");
  }

  static class Endless {
    @JsonSerialize(contentUsing = Masked.class)
    public List<String> getItems() {
      return new AbstractList<>() {
        @Override
        public String get(int index) {
          return "1";
        }

        @Override
        public int size() {
          return Integer.MAX_VALUE;
        }
      };
    }
  }

  record EndlessToo(@JsonProperty List<Integer> plain) {}

  @Test
  void endsWithCollectionsThatDoNot() {
    assertThat(json(new Endless()))
        .isEqualTo("{\"items\":\"[Unserializable: " + Endless.class.getName() + "]\"}");
    assertThat(json(new EndlessToo(Collections.nCopies(Integer.MAX_VALUE, 1))))
        .endsWith(",\"...[truncated]\"]}")
        .hasSizeLessThanOrEqualTo(4096);
  }
}
