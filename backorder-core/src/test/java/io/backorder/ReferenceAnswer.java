package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.refusal.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an answer of the library to a reference case, by the rule of the case's family. */
final class ReferenceAnswer {

  /** What a note allows a sum of squares to be above the reference, such as {@code this*(1+1e-3)}. */
  private static final Pattern ALLOWED = Pattern.compile("\\(1\\+([0-9.e-]+)\\)");

  private static final double STRICT = 1e-6;

  private int compared;
  private int skipped;

  int compared() {
    return compared;
  }

  /** Returns how many values the library had no notion of. */
  int skipped() {
    return skipped;
  }

  void check(JsonNode each, Function<JsonNode, Map<String, Object>> answer) {
    JsonNode inputs = each.get("inputs");
    switch (each.get("family").asText()) {
      case "edge" -> edge(each.get("expected").get("outcome").asText(), inputs, answer);
      case "forecast-optimised" -> notWorse(each, answer.apply(inputs));
      case "benchmark" -> benchmark(each, answer.apply(inputs));
      default -> agrees(each, answer.apply(inputs));
    }
  }

  /** Where a refusal is one of several right outcomes, an answer must still not be "no number". */
  private static void edge(
      String outcome, JsonNode inputs, Function<JsonNode, Map<String, Object>> answer) {
    if (outcome.startsWith("refuse")) {
      assertThatExceptionOfType(InvalidValueException.class)
          .as(outcome)
          .isThrownBy(() -> answer.apply(inputs));
      return;
    }
    try {
      answer
          .apply(inputs)
          .forEach((key, found) ->
              assertThat(found).as("%s: %s", outcome, key).isNotEqualTo(Double.NaN));
    } catch (InvalidValueException refused) {
      assertThat(outcome).as("refused: " + refused.getMessage()).contains("refus");
    }
  }

  private void notWorse(JsonNode each, Map<String, Object> found) {
    Matcher allowed = ALLOWED.matcher(each.get("note").asText());
    double factor = 1 + (allowed.find() ? Double.parseDouble(allowed.group(1)) : STRICT);
    String key = each.get("expected").has("sse") ? "sse" : "mse";
    compared++;
    skipped += each.get("expected").size() - 1;
    assertThat(ForecastCases.number(found, key))
        .as(key)
        .isLessThanOrEqualTo(each.get("expected").get(key).asDouble() * factor);
  }

  /** A peer with fitted parameters is a yardstick for every measure of error; others are reproduced. */
  private void benchmark(JsonNode each, Map<String, Object> found) {
    if (each.get("note").asText().contains("yardstick")) {
      each.get("expected").properties().forEach(entry -> {
        compared++;
        double peer = Math.abs(entry.getValue().asDouble());
        assertThat(Math.abs(ForecastCases.number(found, entry.getKey())))
            .as(entry.getKey())
            .isLessThanOrEqualTo(peer + allowed(each, peer));
      });
    } else {
      agrees(each, found);
    }
  }

  private void agrees(JsonNode each, Map<String, Object> found) {
    int before = compared;
    each.get("expected").properties().forEach(entry -> {
      Object answer = found.get(entry.getKey());
      if (answer == null) {
        skipped++;
      } else {
        compared++;
        agrees(each, entry.getKey(), entry.getValue(), answer);
      }
    });
    assertThat(compared).as("keys compared").isGreaterThan(before);
  }

  private static void agrees(JsonNode each, String key, JsonNode expected, Object found) {
    if (found instanceof double[] single && expected.isNumber()) {
      assertThat(single).as(key).hasSize(1);
      agrees(each, key, expected, single[0]);
    } else if (found instanceof double[] numbers) {
      assertThat(numbers).as(key).hasSize(expected.size());
      for (int index = 0; index < numbers.length; index++) {
        agrees(each, "%s[%d]".formatted(key, index), expected.get(index), numbers[index]);
      }
    } else if (found instanceof List<?> texts) {
      List<String> wanted = new ArrayList<>();
      expected.forEach(text -> wanted.add(text.asText()));
      assertThat(texts).as(key).isEqualTo(wanted);
    } else if (expected.isNumber()) {
      double wanted = expected.asDouble();
      assertThat(Math.abs((double) found - wanted))
          .as("%s: %s instead of %s", key, found, wanted)
          .isLessThanOrEqualTo(allowed(each, wanted));
    } else if (found instanceof Double number) {
      assertThat(Double.isFinite(number)).as("%s: %s", key, expected.asText()).isFalse();
    } else {
      assertThat(found.toString()).as(key).isEqualTo(expected.asText());
    }
  }

  private static double allowed(JsonNode each, double expected) {
    JsonNode tolerance = each.get("tolerance");
    return tolerance.get("abs").asDouble() + tolerance.get("rel").asDouble() * Math.abs(expected);
  }
}
