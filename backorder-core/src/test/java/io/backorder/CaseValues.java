package io.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value that the library found with the one that a case expects. A value found is a number, a
 * text, a truth value, an array, list or map of these, an empty optional where the library says that there
 * is none, or {@link AnyOf}.
 */
final class CaseValues {

  /** Values that say the same, such as "none" and the number that stands for it. */
  record AnyOf(List<Object> values) {
    static AnyOf of(Object... values) {
      return new AnyOf(List.of(values));
    }
  }

  private CaseValues() {}

  /** Returns what differs; empty if nothing does. */
  static String difference(JsonNode expected, Object found, JsonNode tolerance) {
    if (found instanceof AnyOf any) {
      return isOneOf(expected, any, tolerance)
          ? ""
          : difference(expected, any.values().get(0), tolerance);
    }
    Object value = plain(found);
    if (isUndefined(expected) && !(value instanceof String)) {
      return isNoFiniteNumber(expected, value) ? "" : different(expected, value);
    }
    if (value instanceof List<?> list) {
      return ofLists(expected, list, tolerance);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMaps(expected, map, tolerance);
    }
    if (expected.isArray() && expected.size() == 1 && value != null) {
      return difference(expected.get(0), value, tolerance);
    }
    return isSame(expected, value, tolerance) ? "" : different(expected, value);
  }

  private static boolean isOneOf(JsonNode expected, AnyOf any, JsonNode tolerance) {
    return any.values().stream()
        .anyMatch(value -> difference(expected, value, tolerance).isEmpty());
  }

  private static String different(JsonNode expected, @Nullable Object found) {
    return "expected %s, found %s".formatted(expected, found);
  }

  /** Returns a value without its optional, and an array as a list; null if there is none. */
  static @Nullable Object plain(Object found) {
    if (found instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    if (found instanceof Optional<?> value) {
      return value.orElse(null);
    }
    return found instanceof double[] numbers ? Arrays.stream(numbers).boxed().toList() : found;
  }

  /** Returns what can be read of values by name. */
  static String text(Map<String, Object> found) {
    Map<String, String> texts = new TreeMap<>();
    found.forEach((key, value) -> texts.put(
        key, value instanceof AnyOf any ? any.values().toString() : String.valueOf(plain(value))));
    return texts.toString();
  }

  /** Returns the numbers, texts and gaps (null) of a value. */
  static Stream<@Nullable Object> leaves(Object found) {
    if (found instanceof AnyOf any) {
      return leaves(any.values().get(any.values().size() - 1));
    }
    Object value = plain(found);
    if (value instanceof Map<?, ?> map) {
      return leaves(List.copyOf(map.values()));
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? Stream.of((Object) null) : list.stream().flatMap(CaseValues::leaves);
    }
    return Stream.of(value);
  }

  /** The words for which no finite number may come out. */
  static boolean isUndefined(JsonNode expected) {
    String text = expected.isTextual() ? expected.asText() : "";
    return expected.isNull()
        || text.equals("NaN")
        || text.endsWith("Infinity")
        || text.startsWith("undefined");
  }

  private static boolean isNoFiniteNumber(JsonNode expected, @Nullable Object found) {
    if (found == null) {
      return true;
    }
    return leaves(found)
        .allMatch(leaf -> leaf == null
            || (leaf instanceof Number number && isUndefined(expected, number.doubleValue())));
  }

  /** The wrong infinity is as wrong as a number. */
  private static boolean isUndefined(JsonNode expected, double found) {
    return Double.isNaN(found)
        || (Double.isInfinite(found)
            && found
                != switch (expected.asText()) {
                  case "Infinity" -> Double.NEGATIVE_INFINITY;
                  case "-Infinity" -> Double.POSITIVE_INFINITY;
                  default -> 0;
                });
  }

  private static String ofLists(JsonNode expected, List<?> found, JsonNode tolerance) {
    if (!expected.isArray()) {
      return found.size() == 1
          ? difference(expected, found.get(0), tolerance)
          : different(expected, found);
    }
    if (expected.size() != found.size()) {
      return different(expected, found);
    }
    for (int i = 0; i < found.size(); i++) {
      String at = difference(expected.get(i), found.get(i), tolerance);
      if (!at.isEmpty()) {
        return "at %d %s".formatted(i, at);
      }
    }
    return "";
  }

  private static String ofMaps(JsonNode expected, Map<?, ?> found, JsonNode tolerance) {
    if (!expected.isObject() || expected.size() != found.size()) {
      return different(expected, found);
    }
    for (Map.Entry<String, JsonNode> each : expected.properties()) {
      Object value = found.get(each.getKey());
      String at = value == null
          ? different(each.getValue(), null)
          : difference(each.getValue(), value, tolerance);
      if (!at.isEmpty()) {
        return each.getKey() + ": " + at;
      }
    }
    return "";
  }

  private static boolean isSame(JsonNode expected, @Nullable Object found, JsonNode tolerance) {
    if (found instanceof Number number) {
      return expected.isNumber() && isClose(expected, number, tolerance);
    }
    if (found instanceof Boolean bool) {
      return expected.isBoolean() && expected.booleanValue() == bool;
    }
    return found != null && expected.isValueNode() && expected.asText().equals(found.toString());
  }

  private static boolean isClose(JsonNode expected, Number found, JsonNode tolerance) {
    if (!(found instanceof Double) && expected.isIntegralNumber()) {
      return new BigDecimal(found.toString())
              .subtract(expected.decimalValue())
              .abs()
              .compareTo(BigDecimal.valueOf(allowed(expected, tolerance)))
          <= 0;
    }
    return Math.abs(found.doubleValue() - expected.doubleValue()) <= allowed(expected, tolerance);
  }

  /** Returns how far a number may be off: nothing, where no tolerance is given. */
  static double allowed(JsonNode expected, JsonNode tolerance) {
    return tolerance.path("abs").asDouble()
        + tolerance.path("rel").asDouble() * Math.abs(expected.doubleValue());
  }
}
