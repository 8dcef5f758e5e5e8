package io.backorder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.demand.OrderLineId;
import io.backorder.empirical.Empirical;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.Need;
import io.backorder.pegging.Pegging;
import io.backorder.pegging.SupplySchedule;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.OrderConfidence;
import io.backorder.promise.PromisePolicy;
import io.backorder.promise.PromisePolicy.Lateness;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the library answers where a reference case asks when: day 0 is the day of now. */
final class PromiseCases {

  static final Map<String, Function<JsonNode, Map<String, @Nullable Object>>> ANSWERS = Map.of(
      "atp_look_ahead", PromiseCases::lookAhead,
      "atp_after_promise", PromiseCases::afterPromise,
      "complete_order_probability", PromiseCases::completeOrder,
      "pegging", PromiseCases::pegging,
      "promise_conformal_rank", PromiseCases::conformalRank,
      "promise_newsvendor_quantile", PromiseCases::newsvendor);

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant DUE = Instant.parse("2026-03-02T12:00:00Z");

  private PromiseCases() {}

  private static List<JsonNode> list(JsonNode in, String name) {
    return StreamSupport.stream(in.get(name).spliterator(), false).toList();
  }

  private static AtpProfile profile(JsonNode in) {
    AtpProfile profile = AtpProfile.of(TODAY, Quantity.of(in.get("on_hand").asLong()));
    for (JsonNode each : list(in, "supplies")) {
      profile = profile.withSupply(day(each), units(each));
    }
    for (JsonNode each : list(in, "commitments")) {
      profile = profile.withPromise(day(each), units(each));
    }
    return profile;
  }

  private static LocalDate day(JsonNode pair) {
    return TODAY.plusDays(pair.get(0).asInt());
  }

  private static Quantity units(JsonNode pair) {
    return Quantity.of(pair.get(1).asLong());
  }

  private static List<Long> days(JsonNode in, AtpProfile profile) {
    return IntStream.range(0, in.get("horizon_days").asInt())
        .mapToObj(i -> profile.lookAhead(TODAY.plusDays(i)))
        .toList();
  }

  private static Map<String, @Nullable Object> lookAhead(JsonNode in) {
    AtpProfile profile = profile(in);
    List<@Nullable Object> earliest = new ArrayList<>();
    list(in, "quantities")
        .forEach(each -> earliest.add(profile
            .earliest(Quantity.of(each.asLong()))
            .map(day -> day.toEpochDay() - TODAY.toEpochDay())
            .orElse(null)));
    return Map.of("atp", days(in, profile), "earliest", earliest);
  }

  private static Map<String, @Nullable Object> afterPromise(JsonNode in) {
    AtpProfile profile = profile(in);
    JsonNode promise = in.get("promise");
    return Map.of(
        "before", days(in, profile),
        "after", days(in, profile.withPromise(day(promise), units(promise))));
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Map<String, @Nullable Object> completeOrder(JsonNode in) {
    OrderConfidence order = OrderConfidence.none();
    for (JsonNode each : list(in, "lines")) {
      if (!each.get("supply").isNull()) {
        order = order.and(
            SupplyId.of(each.get("supply").asText()), each.get("probability").asDouble());
      }
    }
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("probability", orNull(order.probability()));
    answer.put("needed_each", orNull(order.neededEach(in.get("target").asDouble())));
    return answer;
  }

  private static Map<String, @Nullable Object> pegging(JsonNode in) {
    List<Need> needs = list(in, "demands").stream()
        .map(each -> Need.of(
            OrderLineId.of(each.get("id").asText(), "1"),
            Quantity.of(each.get("quantity").asLong())))
        .toList();
    List<Arrival> arrivals = list(in, "supplies").stream()
        .map(each -> Arrival.of(
            SupplyId.of(each.get("id").asText()),
            Quantity.of(each.get("quantity").asLong()),
            TODAY.plusDays(each.get("day").asInt())))
        .toList();
    Pegging pegging = Pegging.of(needs, SupplySchedule.of(arrivals));
    Map<String, Object> uncovered = new HashMap<>();
    pegging
        .uncovered()
        .forEach((line, units) -> uncovered.put(line.order().value(), units.units()));
    Map<String, Object> left = new HashMap<>();
    pegging.left().forEach((supply, units) -> left.put(supply.value(), units.units()));
    List<Map<String, Object>> pegs = pegging.pegs().stream()
        .map(each -> Map.<String, Object>of(
            "demand", each.line().order().value(),
            "supply", each.supply().value(),
            "quantity", each.quantity().units()))
        .toList();
    return Map.of("pegs", pegs, "uncovered", uncovered, "left", left);
  }

  /** Lateness of 1, 2, 3 days and so on shows the rank by its value. */
  private static Map<String, @Nullable Object> conformalRank(JsonNode in) {
    double[] ranks =
        IntStream.rangeClosed(1, in.get("history").asInt()).mapToDouble(i -> i).toArray();
    Optional<Lateness> bound =
        PromisePolicy.calibrated(in.get("level").asDouble()).lateness(card(ranks));
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("rank", bound.map(Lateness::latest).orElse(null));
    answer.put("outcome", bound.isPresent() ? null : "not enough history");
    return answer;
  }

  private static SupplierScorecard card(double... lateDays) {
    Supply supply = Supply.of(
        SupplyId.of("PO"),
        StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(1)),
        DUE);
    SupplierScorecard card = SupplierScorecard.keeping(1_000);
    for (double each : lateDays) {
      Instant at = DUE.plus(Duration.ofSeconds(Math.round(each * 86_400)));
      card = card.plus(Delivery.of(supply).plus(Receipt.of(supply.id(), Quantity.of(1), at)));
    }
    return card;
  }

  private static Map<String, @Nullable Object> newsvendor(JsonNode in) {
    double late = in.get("late_cost").asDouble();
    double early = in.get("early_cost").asDouble();
    double[] times =
        list(in, "lead_times").stream().mapToDouble(JsonNode::asDouble).toArray();
    Lateness bound = PromisePolicy.newsvendor(late, early).lateness(card(times)).orElseThrow();
    Empirical past = Empirical.of(times);
    double promise = bound.latest();
    return Map.of(
        "quantile",
        bound.confidence().orElseThrow(),
        "promise",
        promise,
        "mean_cost",
        late * past.loss(promise) + early * past.complementaryLoss(promise));
  }

  /** Fails unless the answer is what the case expects: all of it, and nothing else. */
  static void check(JsonNode each) {
    String function = each.get("function").asText();
    Map<String, @Nullable Object> found =
        requireNonNull(ANSWERS.get(function), function).apply(each.get("inputs"));
    JsonNode tolerance = each.get("tolerance");
    each.get("expected").properties().forEach(entry -> {
      if (!isSame(entry.getValue(), found.get(entry.getKey()), tolerance)) {
        throw new AssertionError("%s of %s%s must be %s: %s"
            .formatted(entry.getKey(), function, each.get("inputs"), entry.getValue(), found));
      }
    });
  }

  private static boolean isSame(JsonNode expected, @Nullable Object found, JsonNode tolerance) {
    if (expected.isNull() || found == null) {
      return expected.isNull() && found == null;
    }
    if (found instanceof List<?> list) {
      return expected.size() == list.size()
          && IntStream.range(0, list.size())
              .allMatch(i -> isSame(expected.get(i), list.get(i), tolerance));
    }
    if (found instanceof Map<?, ?> map) {
      return expected.size() == map.size()
          && expected.properties().stream()
              .allMatch(each -> isSame(each.getValue(), map.get(each.getKey()), tolerance));
    }
    if (found instanceof Number number) {
      double most = tolerance.get("abs").asDouble()
          + tolerance.get("rel").asDouble() * Math.abs(expected.asDouble());
      return expected.isNumber() && Math.abs(number.doubleValue() - expected.asDouble()) <= most;
    }
    return expected.asText().equals(found);
  }
}
