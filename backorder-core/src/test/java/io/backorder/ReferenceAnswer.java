package io.backorder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an answer of the library to a reference case, by the rule of the case's family. */
final class ReferenceAnswer {

  /** What a note allows a sum of squares to be above the reference, such as {@code this*(1+1e-3)}. */
  private static final Pattern ALLOWED = Pattern.compile("\\(1\\+([0-9.e-]+)\\)");

  private static final double STRICT = 1e-6;

  private final CaseRule rule = new CaseRule();

  private int compared;
  private int skipped;

  int compared() {
    return compared + rule.compared();
  }

  /** Returns how many values the library had no notion of. */
  int skipped() {
    return skipped + rule.skipped();
  }

  void check(JsonNode each, Function<CaseInputs, Map<String, Object>> answer) {
    CaseInputs inputs = new CaseInputs(each.get("inputs"));
    boolean isYardstick = each.path("note").asText().contains("yardstick");
    String family = each.path("family").asText();
    if (family.equals("forecast-optimised") && !each.get("expected").has("outcome")) {
      notWorse(each, answer.apply(inputs));
    } else if (family.equals("benchmark") && isYardstick) {
      atLeastAsGood(each, answer.apply(inputs));
    } else {
      rule.check(each, () -> answer.apply(inputs));
    }
  }

  private void notWorse(JsonNode each, Map<String, Object> found) {
    Matcher allowed = ALLOWED.matcher(each.path("note").asText());
    double factor = 1 + (allowed.find() ? Double.parseDouble(allowed.group(1)) : STRICT);
    String key = each.get("expected").has("sse") ? "sse" : "mse";
    compared++;
    skipped += each.get("expected").size() - 1;
    assertThat(number(found, key))
        .as(key)
        .isLessThanOrEqualTo(CaseInputs.number(each.get("expected").get(key)) * factor);
  }

  /** A peer with fitted parameters is a yardstick for every measure of error; others are reproduced. */
  private void atLeastAsGood(JsonNode each, Map<String, Object> found) {
    each.get("expected").properties().forEach(entry -> {
      compared++;
      double peer = Math.abs(CaseInputs.number(entry.getValue()));
      assertThat(Math.abs(number(found, entry.getKey())))
          .as(entry.getKey())
          .isLessThanOrEqualTo(peer + CaseValues.allowed(entry.getValue(), each.path("tolerance")));
    });
  }

  private static double number(Map<String, Object> found, String key) {
    return (double) requireNonNull(CaseValues.plain(requireNonNull(found.get(key), key)), key);
  }
}
