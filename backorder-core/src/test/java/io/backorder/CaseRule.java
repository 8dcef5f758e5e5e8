package io.backorder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.refusal.InventoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** When a reference case of numbers is passed; and how many values were compared, and how many not. */
final class CaseRule {

  private int compared;
  private int skipped;

  int compared() {
    return compared;
  }

  /** Returns how many values the library had no notion of. */
  int skipped() {
    return skipped;
  }

  /** Fails unless the answer, a map of numbers and arrays of numbers, is what the case expects. */
  void check(JsonNode each, Supplier<Map<String, Object>> answer) {
    JsonNode expected = each.get("expected");
    if (expected.has("outcome")) {
      outcome(expected.get("outcome").asText(), answer);
      return;
    }
    if (isUndefined(expected)) {
      noFiniteNumber(expected.toString(), answer);
      return;
    }
    Map<String, Object> found = answer.get();
    List<String> wrong = new ArrayList<>();
    expected.properties().forEach(entry -> {
      if (!found.containsKey(entry.getKey())) {
        skipped++;
      } else {
        compared++;
        String difference = difference(
            entry.getValue(), requireNonNull(found.get(entry.getKey())), each.get("tolerance"));
        if (!difference.isEmpty()) {
          wrong.add(entry.getKey() + ": " + difference);
        }
      }
    });
    if (!wrong.isEmpty() && !isAlternative(each, wrong)) {
      throw new AssertionError(each.get("function").asText() + each.get("inputs") + " " + wrong);
    }
    if (found.keySet().stream().noneMatch(expected::has)) {
      throw new AssertionError("nothing to compare: " + found.keySet() + " with " + expected);
    }
  }

  /** A plan of another shape is right where the case says so and the costs agree. */
  private static boolean isAlternative(JsonNode each, List<String> wrong) {
    String note = each.get("note").asText();
    boolean admitted = note.contains("alternative")
        || note.contains("equal-cost")
        || note.contains("unique")
        || note.contains("cost decides");
    return admitted
        && each.get("expected").has("cost")
        && wrong.stream().noneMatch(text -> text.startsWith("cost:"));
  }

  private static boolean isUndefined(JsonNode expected) {
    return expected.properties().stream()
        .allMatch(entry ->
            entry.getValue().isTextual() && isUndefined(entry.getValue().asText()));
  }

  private static boolean isUndefined(String text) {
    return text.equals("NaN") || text.endsWith("Infinity") || text.startsWith("undefined");
  }

  private static String difference(JsonNode expected, Object found, JsonNode tolerance) {
    if (expected.isArray()) {
      double[] list = (double[]) found;
      if (list.length != expected.size()) {
        return "expected %s, found %s".formatted(expected, Arrays.toString(list));
      }
      for (int i = 0; i < list.length; i++) {
        String at = difference(expected.get(i), list[i], tolerance);
        if (!at.isEmpty()) {
          return "at %d %s".formatted(i, at);
        }
      }
      return "";
    }
    if (expected.isObject()) {
      return expected.properties().stream()
          .map(entry -> difference(
              entry.getValue(), requireNonNull(((Map<?, ?>) found).get(entry.getKey())), tolerance))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    if (expected.isTextual() && isUndefined(expected.asText())) {
      return Double.isFinite(number(found)) ? "expected none, found " + found : "";
    }
    double most = tolerance.get("abs").asDouble()
        + tolerance.get("rel").asDouble() * Math.abs(expected.asDouble());
    return Math.abs(number(found) - expected.asDouble()) <= most
        ? ""
        : "expected %s, found %s".formatted(expected, found);
  }

  private static double number(Object found) {
    return ((Number) found).doubleValue();
  }

  private static void outcome(String sentence, Supplier<Map<String, Object>> answer) {
    if (sentence.equals("cost 0 and no orders")) {
      Map<String, Object> found = answer.get();
      double[] orders = (double[]) requireNonNull(found.get("order_quantities"));
      if (number(requireNonNull(found.get("cost"))) != 0
          || Arrays.stream(orders).anyMatch(units -> units != 0)) {
        throw new AssertionError(sentence + ": " + found);
      }
      return;
    }
    if (!sentence.contains("refus")) {
      throw new AssertionError("unknown outcome: " + sentence);
    }
    noFiniteNumber(sentence, answer);
  }

  private static void noFiniteNumber(String sentence, Supplier<Map<String, Object>> answer) {
    Map<String, Object> found;
    try {
      found = answer.get();
    } catch (InventoryException refused) {
      return;
    }
    found.values().forEach(value -> {
      if (!(value instanceof Number number)
          || Double.isNaN(number.doubleValue())
          || Double.isFinite(number.doubleValue())) {
        throw new AssertionError(sentence + ": " + found);
      }
    });
  }
}
