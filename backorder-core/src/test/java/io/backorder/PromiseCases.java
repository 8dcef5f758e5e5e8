package io.backorder;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the library answers where a reference case asks when: day 0 is the day of now. */
final class PromiseCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.of(
      "atp_look_ahead", PromiseCases::lookAhead,
      "atp_after_promise", PromiseCases::afterPromise,
      "complete_order_probability", PromiseCases::completeOrder,
      "pegging", PromiseCases::pegging,
      "promise_conformal_rank", PromiseCases::conformalRank,
      "promise_newsvendor_quantile", PromiseCases::newsvendor);

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant DUE = Instant.parse("2026-03-02T12:00:00Z");

  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

  private PromiseCases() {}

  private static AtpProfile profile(CaseInputs in) {
    long onHand = in.units("on_hand");
    AtpProfile profile = AtpProfile.of(TODAY, Quantity.of(Math.max(0, onHand)));
    if (onHand < 0) {
      profile = profile.withPromise(TODAY, Quantity.of(-onHand)); // gone out already
    }
    for (JsonNode each : in.list("supplies")) {
      profile = profile.withSupply(day(each), units(each));
    }
    for (JsonNode each : in.list("commitments")) {
      profile = profile.withPromise(day(each), units(each));
    }
    return profile;
  }

  private static LocalDate day(JsonNode pair) {
    return TODAY.plusDays(CaseInputs.units(pair.get(0)));
  }

  private static Quantity units(JsonNode pair) {
    return Quantity.of(CaseInputs.units(pair.get(1)));
  }

  private static List<Long> days(CaseInputs in, AtpProfile profile) {
    return IntStream.range(0, in.whole("horizon_days"))
        .mapToObj(i -> profile.lookAhead(TODAY.plusDays(i)))
        .toList();
  }

  /** The profile has no end, the days that a case asks about have. */
  private static Map<String, Object> lookAhead(CaseInputs in) {
    AtpProfile profile = profile(in);
    int horizon = in.whole("horizon_days");
    List<Optional<Long>> earliest = in.list("quantities").stream()
        .map(each -> profile
            .earliest(Quantity.of(CaseInputs.units(each)))
            .map(day -> day.toEpochDay() - TODAY.toEpochDay())
            .filter(day -> day < horizon))
        .toList();
    return Map.of("atp", days(in, profile), "earliest", earliest);
  }

  private static Map<String, Object> afterPromise(CaseInputs in) {
    AtpProfile profile = profile(in);
    JsonNode promise = in.get("promise");
    return Map.of(
        "before", days(in, profile),
        "after", days(in, profile.withPromise(day(promise), units(promise))));
  }

  private static Map<String, Object> completeOrder(CaseInputs in) {
    OrderConfidence order = OrderConfidence.none();
    for (CaseInputs each : in.each("lines")) {
      if (each.has("supply")) {
        order = order.and(SupplyId.of(each.text("supply")), each.number("probability"));
      }
    }
    Map<String, Object> answer = new HashMap<>();
    answer.put("probability", order.probability());
    if (in.has("target")) {
      answer.put("needed_each", order.neededEach(in.number("target")));
    }
    return answer;
  }

  private static Map<String, Object> pegging(CaseInputs in) {
    List<Need> needs = in.each("demands").stream()
        .filter(each -> each.units("quantity") != 0)
        .map(each ->
            Need.of(OrderLineId.of(each.text("id"), "1"), Quantity.of(each.units("quantity"))))
        .toList();
    List<Arrival> arrivals = in.each("supplies").stream()
        .filter(each -> each.units("quantity") != 0)
        .map(each -> Arrival.of(
            SupplyId.of(each.text("id")),
            Quantity.of(each.units("quantity")),
            TODAY.plusDays(each.units("day"))))
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
  private static Map<String, Object> conformalRank(CaseInputs in) {
    double[] ranks =
        IntStream.rangeClosed(1, in.whole("history")).mapToDouble(i -> i).toArray();
    OptionalDouble rank = rank(in.number("level"), card(ranks));
    return Map.of(
        "rank", rank, "outcome", rank.isPresent() ? Optional.empty() : "not enough history");
  }

  /** Nobody promises what is more often missed than kept, but the bound is there. */
  private static OptionalDouble rank(double level, SupplierScorecard card) {
    if (level < 0.5) {
      return card.latenessBound(level);
    }
    return PromisePolicy.calibrated(level).lateness(card).stream()
        .mapToDouble(Lateness::latest)
        .findFirst();
  }

  /** All the deliveries of a case count, however many there are. */
  private static SupplierScorecard card(double... lateDays) {
    Supply supply = Supply.of(
        SupplyId.of("PO"),
        StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(1)),
        DUE);
    SupplierScorecard card = SupplierScorecard.keeping(Math.max(1, lateDays.length));
    for (double each : lateDays) {
      Instant at = DUE.plus(time(each));
      card = card.plus(Delivery.of(supply).plus(Receipt.of(supply.id(), Quantity.of(1), at)));
    }
    return card;
  }

  /** Days to the nanosecond. */
  private static Duration time(double days) {
    BigDecimal[] seconds = BigDecimal.valueOf(days)
        .multiply(SECONDS_PER_DAY)
        .setScale(9, RoundingMode.HALF_EVEN)
        .divideAndRemainder(BigDecimal.ONE);
    return Duration.ofSeconds(
        seconds[0].longValueExact(), seconds[1].movePointRight(9).longValueExact());
  }

  private static Map<String, Object> newsvendor(CaseInputs in) {
    double late = in.number("late_cost");
    double early = in.number("early_cost");
    double[] times = in.numbers("lead_times");
    Lateness bound = PromisePolicy.newsvendor(late, early).lateness(card(times)).orElseThrow();
    Empirical past = Empirical.of(times);
    double promise = bound.latest();
    return Map.of(
        "quantile",
        bound.confidence(),
        "promise",
        promise,
        "mean_cost",
        late * past.loss(promise) + early * past.complementaryLoss(promise));
  }
}
