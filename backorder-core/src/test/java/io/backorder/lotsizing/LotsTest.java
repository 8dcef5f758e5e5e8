package io.backorder.lotsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.refusal.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lots: each optimum against its cost nearby, and plans against all plans. */
final class LotsTest {

  private final Random random = new Random(9);

  private double between(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  @Test
  void everyLotCostsLessThanItsNeighbours() {
    for (int i = 0; i < 200; i++) {
      LotCosts costs = LotCosts.of(between(0.1, 1e4), between(0.01, 100));
      double rate = between(0.1, 1e6);
      EconomicOrderQuantity lot = EconomicOrderQuantity.of(costs, rate);

      assertThat(costs.costOf(rate, lot.units())).isCloseTo(lot.cost(), within(1e-9 * lot.cost()));
      assertThat(costs.costOf(rate, lot.units() * 1.01)).isGreaterThan(lot.cost());
      assertThat(costs.costOf(rate, lot.units() * 0.99)).isGreaterThan(lot.cost());
      assertThat(costs.costOf(rate, lot.units() * 1.3) / lot.cost())
          .isCloseTo(lot.costRatio(lot.units() * 1.3), within(1e-9));
    }
  }

  @Test
  void plannedBackordersNeverCostMoreAndAreBest() {
    for (int i = 0; i < 200; i++) {
      LotCosts costs = LotCosts.of(between(0.1, 1e4), between(0.01, 100));
      double rate = between(0.1, 1e6);
      double waiting = between(0.01, 1000);
      PlannedBackorders lot = PlannedBackorders.of(costs, waiting, rate);

      assertThat(lot.cost()).isLessThan(EconomicOrderQuantity.of(costs, rate).cost());
      for (double units : new double[] {0.98, 1, 1.02}) {
        for (double part : new double[] {0.98, 1, 1.02}) {
          PlannedBackorders.Cycle other = new PlannedBackorders.Cycle(
              rate, lot.units() * units, Math.min(1, lot.backorderFraction() * part));
          assertThat(PlannedBackorders.cost(costs, waiting, other))
              .isGreaterThanOrEqualTo(lot.cost() * (1 - 1e-12));
        }
      }
    }
  }

  @Test
  void plannedBackordersTendToTheEconomicLotAsWaitingBecomesDear() {
    LotCosts costs = LotCosts.of(8, 0.225);

    assertThat(PlannedBackorders.of(costs, 1e12, 1300).units())
        .isCloseTo(EconomicOrderQuantity.of(costs, 1300).units(), within(1e-6));
    assertThat(ProductionLot.of(costs, 1300, 1e15).units())
        .isCloseTo(EconomicOrderQuantity.of(costs, 1300).units(), within(1e-6));
  }

  @Test
  void powerOfTwoCycleIsNeverMoreThanSixPerCentDearer() {
    for (int i = 0; i < 500; i++) {
      LotCosts costs = LotCosts.of(between(0.1, 1e5), between(0.01, 100));
      double rate = between(0.1, 1e6);
      EconomicOrderQuantity lot = EconomicOrderQuantity.of(costs, rate);
      double cycle = lot.powerOfTwoCycle(1 / 52.0) / 52;

      assertThat(lot.costRatio(cycle * rate)).isLessThan(1.0607);
    }
  }

  @Test
  void powerOfTwoCycle_lengthsOfEverySize_areTheLeastPowerThatReaches() {
    for (int exponent = -300; exponent <= 300; exponent += 50) {
      for (double factor : new double[] {1, 1.2, 1.4, 1.42, 1.9}) {
        double cycle = Math.scalb(factor, exponent);
        double power = new EconomicOrderQuantity(1, 1, cycle).powerOfTwoCycle(1);

        assertThat(power).isEqualTo(Math.scalb(factor <= Math.sqrt(2) ? 1.0 : 2.0, exponent));
      }
    }
  }

  @Test
  void powerOfTwoCycle_cycleBeyondDoubles_isRefused() {
    LotCosts dear = LotCosts.of(1e100, 1e-100);

    refused(() -> EconomicOrderQuantity.of(dear, 1e100));
    refused(() -> EconomicOrderQuantity.of(LotCosts.of(0, 1), 1).powerOfTwoCycle(1));
    refused(() -> EconomicOrderQuantity.of(LotCosts.of(1e90, 1e-90), 1).powerOfTwoCycle(1e-90));
  }

  @Test
  void discountedLotIsBestOfAGrid() {
    for (int i = 0; i < 100; i++) {
      double[] breaks = {0, between(20, 200), between(300, 3000)};
      double first = between(1, 50);
      double[] costs = {first, first * 0.95, first * 0.9};
      DiscountedLot.Demand demand =
          new DiscountedLot.Demand(between(10, 1e4), between(1, 500), between(0.05, 0.5));
      PriceBreaks prices = PriceBreaks.of(breaks, costs);
      DiscountedLot all = DiscountedLot.allUnits(demand, prices);
      DiscountedLot incremental = DiscountedLot.incremental(demand, prices);

      for (double units = 1; units < 6000; units *= 1.01) {
        assertThat(all.cost()).isLessThanOrEqualTo(allUnits(demand, breaks, costs, units) + 1e-6);
        assertThat(incremental.cost())
            .isLessThanOrEqualTo(incremental(demand, breaks, costs, units) + 1e-6);
      }
      assertThat(all.cost()).isLessThanOrEqualTo(incremental.cost() + 1e-9);
    }
  }

  private static double allUnits(
      DiscountedLot.Demand demand, double[] breaks, double[] costs, double units) {
    double price = costs[units >= breaks[2] ? 2 : units >= breaks[1] ? 1 : 0];
    return price * demand.rate()
        + demand.fixedCost() * demand.rate() / units
        + demand.holdingRate() * price * units / 2;
  }

  private static double incremental(
      DiscountedLot.Demand demand, double[] breaks, double[] costs, double units) {
    double paid = costs[0] * Math.min(units, breaks[1])
        + costs[1] * Math.min(Math.max(0, units - breaks[1]), breaks[2] - breaks[1])
        + costs[2] * Math.max(0, units - breaks[2]);
    return (paid + demand.fixedCost()) * demand.rate() / units + demand.holdingRate() * paid / 2;
  }

  @Test
  void wagnerWhitinIsTheCheapestOfAllPlans() {
    for (int i = 0; i < 300; i++) {
      int periods = 1 + random.nextInt(9);
      double[] demand = doubles(periods, 0, 5);
      PeriodCosts costs =
          PeriodCosts.of(doubles(periods, 0, 20), doubles(periods, 0, 4), doubles(periods, 0, 6));
      double least = Double.POSITIVE_INFINITY;
      for (int pattern = 0; pattern < 1 << periods; pattern++) {
        least = Math.min(least, cost(costs, demand, pattern));
      }

      assertThat(LotPlan.wagnerWhitin(costs, demand).cost()).isCloseTo(least, within(1e-9));
      assertThat(LotPlan.silverMeal(costs, demand).cost()).isGreaterThanOrEqualTo(least - 1e-9);
    }
  }

  private double[] doubles(int count, int low, int high) {
    return IntStream.range(0, count)
        .mapToDouble(i -> low + random.nextInt(high - low + 1))
        .toArray();
  }

  /** Returns the cost if orders may be placed in the periods of a pattern, and must be if needed. */
  private static double cost(PeriodCosts costs, double[] demand, int pattern) {
    double total = 0;
    double[] orders = new double[demand.length];
    for (int t = 0; t < demand.length; t++) {
      int source = t;
      while (source >= 0 && (pattern >> source & 1) == 0) {
        source--;
      }
      if (source < 0) {
        if (demand[t] > 0) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      orders[source] += demand[t];
      total += demand[t] * costs.unit(source);
      for (int i = source; i < t; i++) {
        total += demand[t] * costs.holding(i);
      }
    }
    for (int t = 0; t < demand.length; t++) {
      total += orders[t] > 0 ? costs.fixed(t) : 0;
    }
    return total;
  }

  @Test
  void wagnerWhitin_noPeriodsOrNoDemand_ordersNothing() {
    assertThat(LotPlan.wagnerWhitin(PeriodCosts.constant(0, 5, 1)).cost()).isZero();
    assertThat(LotPlan.wagnerWhitin(PeriodCosts.constant(3, 5, 1), 0, 0, 0).orders())
        .containsOnly(0);
    assertThat(LotPlan.silverMeal(PeriodCosts.constant(3, 5, 1), 0, 0, 0).cost())
        .isZero();
  }

  @Test
  void disruptedLotCostsLessThanItsNeighbours() {
    for (int i = 0; i < 200; i++) {
      LotCosts costs = LotCosts.of(between(0.1, 1e4), between(0.01, 10));
      DisruptedLot.Demand demand = new DisruptedLot.Demand(
          between(1, 1e5), between(1, 100), between(0.01, 10), between(0.1, 50));
      DisruptedLot lot = DisruptedLot.of(costs, demand);

      assertThat(DisruptedLot.cost(costs, demand, lot.units() * 1.01))
          .isGreaterThanOrEqualTo(lot.cost() * (1 - 1e-12));
      assertThat(DisruptedLot.cost(costs, demand, lot.units() * 0.99))
          .isGreaterThanOrEqualTo(lot.cost() * (1 - 1e-12));
    }
  }

  @Test
  void silver_itemsThatAreEquallyCheap_joinEveryOrder() {
    JointReplenishment.Item item = new JointReplenishment.Item(LotCosts.of(15, 0.24), 1000);
    JointReplenishment found = JointReplenishment.silver(40, List.of(item, item, item));

    assertThat(found.multiples()).containsOnly(1L);
    assertThat(found.quantities()).allMatch(units -> units == found.baseCycle() * 1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_numberThatIsNotPositive_isRefused(double value) {
    LotCosts costs = LotCosts.of(8, 0.225);
    refused(() -> LotCosts.of(8, value));
    refused(() -> LotCosts.ofRate(8, value, 0.1));
    refused(() -> EconomicOrderQuantity.of(costs, value));
    refused(() -> EconomicOrderQuantity.costRatio(value, 3));
    refused(() -> PlannedBackorders.of(costs, value, 10));
    refused(() -> ProductionLot.of(costs, 5, value));
    refused(() -> new DisruptedLot.Demand(1, value, 1, 1));
    refused(() -> new DiscountedLot.Demand(value, 1, 1));
    refused(
        () -> UncertainYieldLot.multiplicative(costs, 10, new UncertainYieldLot.Yield(value, 1)));
  }

  @Test
  void of_listsOutOfOrder_areRefused() {
    refused(() -> PriceBreaks.of(new double[] {0, 5, 5}, new double[] {3, 2, 1}));
    refused(() -> PriceBreaks.of(new double[] {0, 5}, new double[] {3, 3}));
    refused(() -> PriceBreaks.of(new double[] {0}, new double[] {3, 2}));
    refused(() -> PriceBreaks.of(new double[0], new double[0]));
    refused(() -> LotPlan.wagnerWhitin(PeriodCosts.constant(2, 5, 1), 3));
    refused(() -> LotPlan.wagnerWhitin(PeriodCosts.constant(1, 5, 1), -3));
    refused(() -> PeriodCosts.of(new double[1], new double[2], new double[1]));
    refused(() -> JointReplenishment.silver(40, List.of()));
    refused(() -> ProductionLot.of(LotCosts.of(1, 1), 5, 5));
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }

  @Test
  void orders_ofAPlan_sumToTheDemand() {
    double[] demand = {50, 60, 90, 70, 30, 100, 60, 40, 80, 20};
    LotPlan plan = LotPlan.wagnerWhitin(PeriodCosts.constant(10, 300, 1), demand);

    assertThat(Arrays.stream(plan.orders()).sum()).isEqualTo(600);
    plan.orders()[0] = -1;
    assertThat(plan.orders()[0]).isPositive();
  }
}
