package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Times;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a random value of any record, sealed type or list of ours, and remembers which it made. */
final class AnyValue {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> STRINGS =
      List.of(
          "",
          "plain",
          "Ünïcödé 🛒 日本",
          "</script><script>alert(1)</script>",
          "\u001b[31mred\u0007",
          "lone \ud800 surrogate \udc00",
          "\u0000\u0001\u007f\u009b",
          "line\r\nbreak\ttab",
          "\u2028\u202e\ufeff",
          "\"quoted\" \\ back",
          "💥".repeat(300));

  private final Random random;
  private final Set<Class<?>> made = new HashSet<>();

  AnyValue(long seed) {
    this.random = new Random(seed);
  }

  Set<Class<?>> made() {
    return made;
  }

  <T> T of(Class<T> type) {
    return type.cast(of(type, 0));
  }

  private Object of(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isSealed() && raw.getName().startsWith("dev.crosscheck.")) {
      return of(pick(leaves(raw, depth)), depth + 1);
    } else if (raw.isEnum()) {
      return pick(Arrays.asList(raw.getEnumConstants()));
    } else if (raw == SourceLocation.class) {
      return new SourceLocation(string(), random.nextInt(99), random.nextInt(99));
    } else if (raw == Times.class) {
      int least = random.nextInt(4);
      return new Times(least, maybe() ? OptionalInt.empty() : OptionalInt.of(least + 2));
    } else if (raw == DeviceFacts.class) {
      return new DeviceFacts(
          "d",
          "web",
          "browser",
          "Blink",
          "Chromium",
          "1",
          "sdk",
          "2",
          maybe(),
          maybe() ? Optional.empty() : Optional.of(string()),
          strings(),
          4);
    } else if (raw.isRecord()) {
      return record(raw, depth);
    }
    return scalar(raw);
  }

  private Object record(Class<?> type, int depth) {
    made.add(type);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = of(components[i].getGenericType(), depth + 1);
      types[i] = components[i].getType();
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a " + type, e);
    }
  }

  private Object container(ParameterizedType type, int depth) {
    Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    Class<?> raw = (Class<?>) type.getRawType();
    int size = depth > 9 ? 0 : 1 + random.nextInt(3);
    if (raw == Optional.class) {
      return size == 0 || maybe() || element == Evidence.class
          ? Optional.empty()
          : Optional.of(of(element, depth + 1));
    } else if (raw == List.class && element == Evidence.class) {
      return List.of();
    } else if (raw == List.class) {
      return many(size, i -> of(element, depth + 1));
    } else if (raw == Set.class) {
      return new HashSet<>(many(size, i -> of(element, depth + 1)));
    } else if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      IntStream.range(0, size).forEach(i -> map.put(string() + i, of(element, depth + 1)));
      return map;
    }
    throw new AssertionError("no values for " + type);
  }

  private Object scalar(Class<?> type) {
    if (type == String.class) {
      return string();
    } else if (type == int.class || type == Integer.class) {
      return random.nextInt();
    } else if (type == long.class) {
      return random.nextLong();
    } else if (type == boolean.class || type == Boolean.class) {
      return maybe();
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(
          random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
    } else if (type == Duration.class) {
      return Duration.ofNanos(random.nextLong());
    } else if (type == BigDecimal.class) {
      return decimal();
    } else if (type == OptionalInt.class) {
      return maybe() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
    } else if (type == Body.class) {
      return body();
    } else if (type == JsonNode.class) {
      return json(0);
    } else if (type == ObjectNode.class) {
      return object(0);
    }
    throw new AssertionError("no values for " + type);
  }

  private Body body() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return switch (random.nextInt(4)) {
      case 0 -> Body.of(bytes);
      case 1 -> Body.truncated(bytes, bytes.length + 1L + random.nextInt(1_000_000));
      case 2 ->
          Body.truncated("{\"cut\": \"".getBytes(java.nio.charset.StandardCharsets.UTF_8), 99);
      default -> Body.of(pick(STRINGS));
    };
  }

  private JsonNode json(int depth) {
    return switch (random.nextInt(depth > 2 ? 6 : 8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(maybe());
      case 2 -> JSON.numberNode(random.nextInt());
      case 3 -> JSON.numberNode(decimal());
      case 4 -> JSON.stringNode(string());
      case 5 -> JSON.numberNode(BigDecimal.valueOf(random.nextLong()).toBigInteger().pow(3));
      case 6 -> object(depth + 1);
      default -> {
        ArrayNode array = JSON.arrayNode();
        IntStream.range(0, random.nextInt(3)).forEach(i -> array.add(json(depth + 1)));
        yield array;
      }
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = JSON.objectNode();
    IntStream.range(0, random.nextInt(4)).forEach(i -> object.set(string() + i, json(depth + 1)));
    return object;
  }

  /** With a scale, so that {@code 25.00} must not come back as {@code 25.0}. */
  private BigDecimal decimal() {
    return pick(
        List.of(
            new BigDecimal("25.00"),
            new BigDecimal("-0.10"),
            new BigDecimal("1E+9"),
            new BigDecimal("1.000E-30"),
            new BigDecimal("12345678901234567890.12345678901234567890")));
  }

  private String string() {
    return pick(STRINGS);
  }

  private Map<String, String> strings() {
    return IntStream.range(0, 3).boxed().collect(Collectors.toMap(i -> "k" + i, i -> string()));
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<Object> many(int size, IntFunction<Object> make) {
    return IntStream.range(0, size).mapToObj(make).toList();
  }

  /**
   * All records that the type permits, by name, since a compiler lists them as it met them; deep
   * down only those that hold none of their own kind.
   */
  private static List<Class<?>> leaves(Class<?> sealed, int depth) {
    List<Class<?>> leaves = new ArrayList<>();
    List<Class<?>> all =
        Arrays.stream(sealed.getPermittedSubclasses())
            .sorted(Comparator.comparing(Class::getName))
            .toList();
    for (Class<?> permitted : all) {
      if (permitted.isSealed()) {
        leaves.addAll(leaves(permitted, depth));
      } else if (depth < 14
          || Arrays.stream(permitted.getRecordComponents())
              .noneMatch(c -> c.getGenericType().getTypeName().contains(sealed.getName()))) {
        leaves.add(permitted);
      }
    }
    return leaves;
  }
}
