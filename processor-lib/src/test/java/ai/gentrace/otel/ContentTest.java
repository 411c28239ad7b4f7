package ai.gentrace.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings({
  "NullAway",
  "JavaUtilDate",
  "EffectivelyPrivate", // getters are public wherever they stand
  "InfiniteRecursion",
  "UnnecessaryStringBuilder",
  "UnusedMethod" // getters again
})
class ContentTest {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static String json(@Nullable Object value) {
    return json(value, 65536);
  }

  private static String json(@Nullable Object value, int limit) {
    String json = new Content(null, limit).output(value);
    assertThat(json.length()).isLessThanOrEqualTo(limit);
    assertValid(json);
    return json;
  }

  private static void assertValid(String json) {
    try (JsonParser parser = STRICT.createParser(json)) {
      STRICT.readTree(parser);
      assertThat(parser.nextToken()).as("after %s", json).isNull();
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  record Point(int x, int y) {}

  record Wrapper(Object inner, @Nullable Object other) {}

  enum Colour {
    RED {
      @Override
      public String toString() {
        return "rot";
      }
    }
  }

  static final class Bean {
    private final String name = "n";
    private final boolean active = true;
    private final Boolean boxed = false;

    public String getName() {
      return name;
    }

    public boolean isActive() {
      return active;
    }

    public Boolean isBoxed() {
      return boxed;
    }

    public String getURL() {
      return "u";
    }

    public String isNoBoolean() {
      return "left out";
    }

    public String getaway() {
      return "left out";
    }

    public String get() {
      return "left out";
    }

    public void getNothing() {}

    public String getWithArgument(String argument) {
      return argument;
    }

    public static String getStatic() {
      return "left out";
    }

    String getHidden() {
      return "left out";
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of(true, "true"),
        Arguments.of(1, "1"),
        Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of((byte) 7, "7"),
        Arguments.of(1.5, "1.5"),
        Arguments.of(1e300, "1.0E300"),
        Arguments.of(Double.NaN, "null"),
        Arguments.of(Float.NEGATIVE_INFINITY, "null"),
        Arguments.of(
            new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
        Arguments.of(new BigDecimal("1E+3"), "1E+3"),
        Arguments.of(new AtomicInteger(4), "4"),
        Arguments.of(
            "a\"b\\c\n\r\t\b\f\u0001/é日本😀", "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001/é日本😀\""),
        Arguments.of("\uD800x\uDC00\uD83D", "\"\uFFFDx\uFFFD\uFFFD\""),
        Arguments.of(new StringBuilder("sb"), "\"sb\""),
        Arguments.of('c', "\"c\""),
        Arguments.of('\uD800', "\"\uFFFD\""),
        Arguments.of(Colour.RED, "\"RED\""),
        Arguments.of(DayOfWeek.MONDAY, "\"MONDAY\""),
        Arguments.of(Optional.of(List.of(1)), "[1]"),
        Arguments.of(Optional.empty(), "null"),
        Arguments.of(OptionalInt.of(1), "1"),
        Arguments.of(OptionalLong.empty(), "null"),
        Arguments.of(OptionalDouble.of(Double.NaN), "null"),
        Arguments.of(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
        Arguments.of(LocalDate.of(2026, 1, 2), "\"2026-01-02\""),
        Arguments.of(
            OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), "\"2026-01-02T03:04:05Z\""),
        Arguments.of(Duration.ofSeconds(90), "\"PT1M30S\""),
        Arguments.of(Period.ofDays(2), "\"P2D\""),
        Arguments.of(new java.util.Date(0), "\"1970-01-01T00:00:00Z\""),
        Arguments.of(java.sql.Date.valueOf("2026-01-02"), "\"2026-01-02\""),
        Arguments.of(new byte[] {1, 2, 3, 4}, "\"AQIDBA==\""),
        Arguments.of(new char[] {'a', 'b'}, "\"ab\""),
        Arguments.of(new int[] {1, 2}, "[1,2]"),
        Arguments.of(new double[] {Double.NaN}, "[null]"),
        Arguments.of(new Object[] {"a", null, new int[0]}, "[\"a\",null,[]]"),
        Arguments.of(List.of(), "[]"),
        Arguments.of(Map.of(), "{}"),
        Arguments.of(Collections.singletonMap(null, 1), "{\"null\":1}"),
        Arguments.of(new Point(1, 2), "{\"x\":1,\"y\":2}"),
        Arguments.of(new Bean(), "{\"name\":\"n\",\"active\":true,\"boxed\":false,\"URL\":\"u\"}"),
        Arguments.of(
            UUID.fromString("7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978"),
            "\"7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978\""),
        Arguments.of(Path.of("/a/b"), "\"/a/b\""),
        Arguments.of(new IllegalStateException("x"), "\"java.lang.IllegalStateException: x\""),
        Arguments.of(new AbstractFieldless(), "\"fieldless\""));
  }

  static final class AbstractFieldless {
    @Override
    public String toString() {
      return "fieldless";
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void writesEachKindOfValue(@Nullable Object value, String expected) {
    assertThat(json(value)).isEqualTo(expected);
  }

  @Test
  void writesNumbersOfOthersOnlyAsNumbersWhereTheyAreOnes() {
    class Fraction extends Number {
      private static final long serialVersionUID = 1L;

      @Override
      public int intValue() {
        return 0;
      }

      @Override
      public long longValue() {
        return 0;
      }

      @Override
      public float floatValue() {
        return 0.5f;
      }

      @Override
      public double doubleValue() {
        return 0.5;
      }

      @Override
      public String toString() {
        return "1/2";
      }
    }
    assertThat(json(new Fraction())).isEqualTo("\"1/2\"");
  }

  @Test
  void neverConsumesWhatCanBeReadOnce() {
    Iterator<Integer> iterator = List.of(1, 2).iterator();
    Stream<Integer> stream = Stream.of(1);
    Iterable<Integer> iterable = () -> iterator;
    ByteArrayInputStream closeable = new ByteArrayInputStream(new byte[] {1});
    CompletableFuture<String> future = new CompletableFuture<>();
    List<Object> all =
        Arrays.asList(iterator, stream, IntStream.of(1), iterable, closeable, future);
    for (Object value : all) {
      assertThat(json(value)).isEqualTo("\"" + value.getClass().getName() + "\"");
    }
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(stream).containsExactly(1);
    assertThat(closeable.available()).isEqualTo(1);
  }

  @Test
  void marksCyclesButNotRepeats() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    Point point = new Point(1, 2);
    assertThat(json(cycle)).isEqualTo("[\"[Circular]\"]");
    assertThat(json(List.of(point, point))).isEqualTo("[{\"x\":1,\"y\":2},{\"x\":1,\"y\":2}]");
    Map<String, Object> map = new HashMap<>();
    map.put("self", List.of(new Wrapper(map, null)));
    assertThat(json(map)).isEqualTo("{\"self\":[{\"inner\":\"[Circular]\",\"other\":null}]}");
    Object[] array = new Object[1];
    array[0] = array;
    assertThat(json(array)).isEqualTo("[\"[Circular]\"]");
  }

  @Test
  void stopsBelow64Levels() {
    Object graph = "core";
    for (int i = 0; i < 64; i++) {
      graph = Collections.singletonList(graph);
    }
    assertThat(json(graph)).isEqualTo("[".repeat(64) + "\"core\"" + "]".repeat(64));
    assertThat(json(List.of(graph))).isEqualTo("[".repeat(64) + "\"[MaxDepth]\"" + "]".repeat(64));
    Object deep = null;
    for (int i = 0; i < 100_000; i++) {
      deep = new Wrapper(Optional.ofNullable(deep), null);
    }
    assertThat(json(deep)).contains("[MaxDepth]");
  }

  @Test
  void putsPlaceholdersWhereValuesThrow() {
    class Rude {
      public String getGood() {
        return "good";
      }

      public String getBad() {
        throw new IllegalStateException("secret");
      }

      public String getOverflow() {
        return getOverflow();
      }
    }
    class RudeToString {
      @Override
      public String toString() {
        throw new IllegalStateException("secret");
      }
    }
    class RudeList extends AbstractList<Object> {
      @Override
      public Object get(int index) {
        if (index == 1) {
          throw new IllegalStateException("secret");
        }
        return "first";
      }

      @Override
      public int size() {
        return 3;
      }
    }
    String rude = "\"[Unserializable: " + Rude.class.getName() + "]\"";
    assertThat(json(new Rude()))
        .isEqualTo("{\"bad\":" + rude + ",\"good\":\"good\",\"overflow\":" + rude + "}");
    assertThat(json(List.of(new RudeToString(), 1)))
        .isEqualTo("[\"[Unserializable: " + RudeToString.class.getName() + "]\",1]");
    assertThat(json(List.of(new RudeList(), 1)))
        .isEqualTo("[\"[Unserializable: " + RudeList.class.getName() + "]\",1]");
    assertThat(json(Map.of(new RudeToString(), 1)))
        .isEqualTo("{\"[Unserializable: " + RudeToString.class.getName() + "]\":1}");
  }

  @Test
  void keepsNamesUnique() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "first");
    map.put("1", "second");
    map.put("\uD800", "a");
    map.put("\uD801", "b");
    assertThat(json(map)).isEqualTo("{\"1\":\"first\",\"\uFFFD\":\"a\"}");
  }

  @Test
  void cutsStrings() {
    assertThat(json("x".repeat(254), 256)).isEqualTo("\"" + "x".repeat(254) + "\"");
    String cut = json("x".repeat(255), 256);
    assertThat(cut).matches("\"x+\\.\\.\\.\\[truncated \\d+ chars\\]\"");
    assertThat(cut)
        .contains("[truncated " + (255 - cut.replaceAll("[^x]", "").length()) + " chars]");
    assertThat(json("😀".repeat(1000), 257)).doesNotContain("\uFFFD");
    assertThat(json("\u0001".repeat(1000), 300)).contains("[truncated ");
  }

  @Test
  void cutsBytesCharsAndBuffersWithoutCopyingThemWhole() {
    byte[] bytes = new byte[50_000_000];
    assertThat(json(bytes, 256)).startsWith("\"AAAA").contains("...[truncated 66666");
    char[] chars = new char[1000];
    Arrays.fill(chars, 'c');
    assertThat(json(chars, 256)).startsWith("\"ccc").contains("[truncated ");
    assertThat(json(new StringBuilder("s".repeat(1000)), 256)).contains("[truncated ");
  }

  @Test
  void marksLeftOutElements() {
    List<Integer> many = Collections.nCopies(100_000, 7);
    assertThat(json(many, 256)).startsWith("[7,7,").endsWith(",7,\"...[truncated]\"]").hasSize(256);
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      map.put("k" + i, i);
    }
    assertThat(json(map, 256)).startsWith("{\"k0\":0,").endsWith(",\"...[truncated]\":true}");
    assertThat(json(Map.of("k".repeat(1000), 1), 256)).isEqualTo("{\"...[truncated]\":true}");
    assertThat(json(new BigInteger("9".repeat(1000)), 256)).isEqualTo("\"...[truncated]\"");
    assertThat(json(List.of(BigInteger.TWO.pow(10_000_000)), 256))
        .isEqualTo("[\"...[truncated]\"]");
  }

  @Test
  void keepsWhatFitsExactly() {
    String fits = "[" + "7,".repeat(126) + "77]";
    List<Object> elements = new ArrayList<>(Collections.nCopies(126, 7));
    elements.add(77);
    assertThat(json(elements, 256)).isEqualTo(fits);
    elements.add(7);
    assertThat(json(elements, 256)).contains("...[truncated]");
  }

  @Test
  void hasOneMarkerEvenBesideAKeyOfThatName() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("...[truncated]", 1);
    map.put("long", List.of("x".repeat(1000), "y".repeat(1000)));
    map.put("k".repeat(300), 1);
    json(map, 256);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 257, 300, 1000, 5000})
  void isValidAndBoundedForAnyGraph(int limit) {
    Random random = new Random(limit);
    for (int i = 0; i < 2000; i++) {
      json(graph(random, 0), limit);
    }
  }

  private static @Nullable Object graph(Random random, int depth) {
    return switch (random.nextInt(depth > 12 ? 4 : 8)) {
      case 0 -> null;
      case 1 -> random.nextLong();
      case 2 -> "é\"\uD800".repeat(random.nextInt(30));
      case 3 -> random.nextDouble();
      case 4 -> new Wrapper(graph(random, depth + 1), graph(random, depth + 1));
      case 5 -> {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put("k" + random.nextInt(1000), graph(random, depth + 1));
        }
        yield map;
      }
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
          list.add(graph(random, depth + 1));
        }
        yield list;
      }
    };
  }

  @Test
  void endsWithGraphsThatDoNot() {
    class Endless {
      public Endless getLeft() {
        return new Endless();
      }

      public Endless getRight() {
        return new Endless();
      }
    }
    assertThat(json(new Endless())).contains("[MaxDepth]");
    Object doubled = List.of();
    for (int i = 0; i < 60; i++) {
      doubled = List.of(doubled, doubled);
    }
    assertThat(json(doubled)).contains("...[truncated]");
    Collection<Object> endless =
        new AbstractCollection<>() {
          @Override
          public Iterator<Object> iterator() {
            return Stream.generate(() -> (Object) "x").iterator();
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };
    assertThat(json(endless)).endsWith(",\"...[truncated]\"]");
    Map<Object, Object> sameKeys =
        new AbstractMap<>() {
          @Override
          public Set<Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
              @Override
              public Iterator<Entry<Object, Object>> iterator() {
                return Stream.generate(() -> Map.entry((Object) "k", (Object) "v")).iterator();
              }

              @Override
              public int size() {
                return Integer.MAX_VALUE;
              }
            };
          }
        };
    assertThat(json(sameKeys)).isEqualTo("{\"k\":\"v\",\"...[truncated]\":true}");
  }

  @Test
  void writesArgumentsOneObjectEach() {
    Content content = new Content(null, 256);
    Object[] pairs = {"question", "q".repeat(1000), "n", 2, "more", "m".repeat(100)};
    String json = content.arguments(pairs);
    assertValid(json);
    assertThat(json)
        .startsWith("[{\"question\":\"qqq")
        .endsWith(" chars]\"},\"...[truncated]\"]")
        .hasSizeLessThanOrEqualTo(256);
    Object[] deep = {"a", List.of(List.of(1))};
    assertThat(content.arguments(deep)).isEqualTo("[{\"a\":[[1]]}]");
  }

  @Test
  void growsItemByItemUpToItsLength() {
    JsonItems items = new Content(null, 256).items();
    assertThat(items.finish()).isEqualTo("[]");
    items = new Content(null, 256).items();
    for (int i = 0; i < 1000; i++) {
      items.add("token " + i);
    }
    String json = items.finish();
    assertValid(json);
    assertThat(json)
        .startsWith("[\"token 0\",\"token 1\",")
        .endsWith(",\"...[truncated]\"]")
        .hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void writesJacksonTreesThoughTheyCanBeIterated() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("a", 1).putArray("b").add("x").addNull().add(true).add(1.5);
    assertThat(json(tree)).isEqualTo("{\"a\":1,\"b\":[\"x\",null,true,1.5]}");
  }

  @Test
  void throwsNothingForASetThatChanges() {
    List<Object> changing = new ArrayList<>(List.of(1, 2, 3));
    changing.add(
        new Object() {
          @Override
          public String toString() {
            changing.add(4);
            throw new NoSuchElementException();
          }
        });
    changing.add(5);
    assertThat(json(changing)).isEqualTo("\"[Unserializable: java.util.ArrayList]\"");
  }
}
