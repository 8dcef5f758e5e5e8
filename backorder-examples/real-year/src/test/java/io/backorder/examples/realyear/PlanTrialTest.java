package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.examples.realyear.LevelRule.Days;
import io.backorder.examples.realyear.LevelRule.Law;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.posting.PlaceOrder;
import io.backorder.statistics.Normal;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policies chosen on one half of a small year and judged on the other. */
final class PlanTrialTest {

  private static final OrderUpToRule TEXTBOOK = new OrderUpToRule(1.645, 4, 3);

  /** A steady item, and one that is bought in batches every other week or so. */
  private static RetailYear year(int days, long seed) {
    Random random = new Random(seed);
    List<List<RetailEvent>> events = new ArrayList<>();
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (int day = 0; day < days; day++) {
      List<RetailEvent> today = new ArrayList<>();
      today.add(sale(first.plusDays(day), "STEADY", 8 + random.nextInt(5)));
      if (random.nextInt(13) == 0) {
        today.add(sale(first.plusDays(day), "LUMPY", 20 + random.nextInt(60)));
      }
      events.add(today);
    }
    return new RetailYear(
        new RetailYear.About("A small year", "made up", Map.of(), List.of()),
        List.of(Location.of("MAIN")),
        first,
        events);
  }

  private static Sale sale(LocalDate day, String item, int units) {
    OrderLine line = OrderLine.of("1", Sku.of(item), Quantity.of(units));
    return new Sale(
        day.atTime(12, 0),
        PlaceOrder.of(OrderId.of(item + " " + day), line),
        "",
        LocationId.of("MAIN"));
  }

  @Test
  void run_anyYear_comparesAtEqualStock() {
    PlanResult plan = PlanTrial.of(year(400, 1), TEXTBOOK).run();

    assertThat(plan.entrants()).hasSize(5);
    for (int way = 1; way < 5; way += 2) {
      double chosen = plan.entrants().get(way).side().stock();
      assertThat(plan.entrants().get(way + 1).side().stock())
          .isCloseTo(chosen, within(0.02 * chosen));
    }
    assertThat(plan.chosen()).hasSize(2);
    assertThat(plan.comparison().lines()).hasSize(6).anyMatch(line -> line.startsWith("unit fill"));
    assertThat(plan.choices().rows()).hasSize(4);
    assertThat(plan.verdicts())
        .hasSize(2)
        .allMatch(verdict -> verdict.startsWith("At equal stock, policies chosen "));
  }

  @Test
  void run_otherSecondHalf_choosesTheSame() {
    RetailYear year = year(400, 1);
    List<List<RetailEvent>> days = new ArrayList<>(year.days().subList(0, 200));
    days.addAll(year(400, 2).days().subList(200, 400));
    RetailYear other = new RetailYear(year.about(), year.locations(), year.first(), days);

    assertThat(PlanTrial.of(other, TEXTBOOK).run().chosen())
        .isEqualTo(PlanTrial.of(year, TEXTBOOK).run().chosen());
  }

  @Test
  void of_yearTooShort_isRefused() {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> PlanTrial.of(year(125, 1), TEXTBOOK))
        .withMessage("days of data must be at least 126 to plan: 125");
    assertThat(PlanTrial.of(year(126, 1), TEXTBOOK).run().chosen()).hasSize(2);
  }

  @Test
  void level_normal_isTheTextbook() {
    long[] demand = year(60, 3).demand().values().iterator().next();
    LevelRule rule = new LevelRule(
        Law.NORMAL, OrderUpToRule.WINDOW, CycleServiceLevel.of(Normal.STANDARD.cdf(1.645)));

    assertThat(rule.level(Days.before(demand, 59, OrderUpToRule.WINDOW, 7)))
        .isEqualTo(TEXTBOOK.level(demand, 59));
  }

  @Test
  void level_pastSums_areThoseOfConsecutiveDays() {
    long[] demand = {9, 0, 5, 0, 0, 7, 0};

    assertThat(Days.before(demand, 6, 5, 3).sums()).containsExactly(5, 7, 7);
    assertThat(Days.before(demand, 6, 2, 3).sums()).containsExactly(7);
    assertThat(new LevelRule(Law.PAST_SUMS, 5, CycleServiceLevel.of(0.3))
            .level(Days.before(demand, 6, 5, 3)))
        .isEqualTo(5);
  }

  @Test
  void level_negativeBinomialOfNothing_isNothing() {
    assertThat(new LevelRule(Law.NEGATIVE_BINOMIAL, 9, CycleServiceLevel.of(0.99))
            .level(Days.before(new long[20], 19, 9, 3)))
        .isZero();
  }
}
