package io.backorder;

import static io.backorder.CaseValues.difference;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.refusal.InventoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** When a reference case is passed; and how many values were compared, and how many not. */
final class CaseRule {

  private static final Pattern ALTERNATIVE =
      Pattern.compile("alternative|equal.cost|no[tn].unique|cost decides");

  private int compared;
  private int skipped;

  int compared() {
    return compared;
  }

  /** Returns how many values the library had no notion of. */
  int skipped() {
    return skipped;
  }

  /** Fails unless the answer is what the case expects. */
  void check(JsonNode each, Supplier<Map<String, Object>> answer) {
    JsonNode expected = each.get("expected");
    if (isOutcome(each)) {
      compared++;
      CaseOutcome.of(expected.get("outcome").asText()).check(answer);
      return;
    }
    if (expected.has("error")) {
      compared++;
      refused(expected.get("error").asText(), answer);
      return;
    }
    try {
      compare(each, answer.get());
    } catch (InventoryException refused) {
      if (!expected.properties().stream().allMatch(at -> CaseValues.isUndefined(at.getValue()))) {
        throw refused;
      }
    }
  }

  /** An outcome beside other values is one of them. */
  private static boolean isOutcome(JsonNode each) {
    JsonNode expected = each.get("expected");
    return expected.has("outcome")
        && (expected.size() == 1 || each.path("family").asText().equals("edge"));
  }

  private static void refused(String code, Supplier<Map<String, Object>> answer) {
    Map<String, Object> found;
    try {
      found = answer.get();
    } catch (InventoryException refused) {
      if (!refused.code().name().equals(code)) {
        throw new AssertionError("expected " + code + ", refused: " + refused.code(), refused);
      }
      return;
    }
    throw new AssertionError("expected " + code + ", found " + CaseValues.text(found));
  }

  /** Fails unless the values found are those expected. */
  void compare(JsonNode each, Map<String, Object> found) {
    JsonNode expected = each.get("expected");
    List<String> wrong = new ArrayList<>();
    expected.properties().forEach(entry -> {
      if (!found.containsKey(entry.getKey())) {
        skipped++;
      } else {
        compared++;
        Object value = requireNonNull(found.get(entry.getKey()));
        String difference = difference(entry.getValue(), value, each.path("tolerance"));
        if (!difference.isEmpty()) {
          wrong.add(entry.getKey() + ": " + difference);
        }
      }
    });
    if (!wrong.isEmpty() && !isAlternative(each, found, wrong)) {
      throw new AssertionError(each.get("function").asText() + each.get("inputs") + " " + wrong);
    }
    if (found.keySet().stream().noneMatch(expected::has)) {
      throw new AssertionError("nothing to compare: " + found.keySet() + " with " + expected);
    }
  }

  /** A plan of another shape is right where the case says so and the costs agree. */
  private static boolean isAlternative(
      JsonNode each, Map<String, Object> found, List<String> wrong) {
    return ALTERNATIVE.matcher(each.path("note").asText()).find()
        && each.get("expected").has("cost")
        && found.containsKey("cost")
        && wrong.stream().noneMatch(text -> text.startsWith("cost:"));
  }
}
