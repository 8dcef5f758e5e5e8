package io.backorder.newsvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Empirical;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Gamma;
import io.backorder.statistics.Lognormal;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.Uniform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NewsvendorTest {

  static List<Distribution> laws() {
    return List.of(
        Normal.of(100, 30),
        Gamma.ofMoments(100, 80),
        Lognormal.ofMoments(100, 60),
        Uniform.of(20, 180),
        Poisson.of(100),
        NegativeBinomial.ofMoments(100, 900),
        Empirical.of(20, 90, 100, 250, 40));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void bestStockIsCheaperThanEveryOther(Distribution demand) {
    for (double underage : new double[] {0.05, 0.7, 3, 80}) {
      MismatchCost costs = MismatchCost.of(1, underage);
      Newsvendor best = Newsvendor.of(demand, costs);

      for (double stock = 0; stock < 400; stock++) {
        assertThat(best.expectedCost())
            .isLessThanOrEqualTo(costs.expected(demand, stock) * (1 + 1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void profitIsWhatSalesAndLeftoversEarn(Distribution demand) {
    Prices prices = Prices.of(80, 60, 45).withPenalties(2, 25);
    SeasonPlan plan = SeasonPlan.of(prices, demand, 120);
    double earned = 80 * plan.sales() + 43 * plan.leftover() - 60 * 120 - 25 * plan.lostSales();

    assertThat(plan.profit()).isCloseTo(earned, within(1e-8));
    assertThat(SeasonPlan.best(prices, demand).profit())
        .isGreaterThanOrEqualTo(plan.profit() - 1e-9);
  }

  /** With 60 digits (mpmath), for the doubles that stand here. */
  @ParameterizedTest
  @CsvSource({"1e-7, 264.441644322608713", "1e-9, 275.145806975646301"})
  void of_unitShortFarDearerThanOneLeft_readsTheUpperTail(double overage, double expected) {
    Newsvendor best = Newsvendor.of(Normal.of(100, 20), MismatchCost.of(overage, 1e9));

    assertThat(best.units()).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void bestStockNeverFallsAsShortagesBecomeDearer(Distribution demand) {
    double before = Double.NEGATIVE_INFINITY;
    for (double underage = 1e-12; underage < 1e30; underage *= 7) {
      double after = Newsvendor.of(demand, MismatchCost.of(1, underage)).units();

      assertThat(after).isGreaterThanOrEqualTo(before).isFinite();
      before = after;
    }
  }

  @Test
  void of_costsOfEnormousSize_areMetLikeSmallerOnes() {
    assertThat(Newsvendor.of(Normal.of(100, 20), MismatchCost.of(6e90, 9e90)).units())
        .isCloseTo(Newsvendor.of(Normal.of(100, 20), MismatchCost.of(2, 3)).units(), within(1e-9));
    refused(() -> Newsvendor.of(Normal.of(100, 20), MismatchCost.of(1e-100, 1e100)));
    refused(() -> Newsvendor.of(Normal.of(100, 20), MismatchCost.of(1e100, 1e-100)));
  }

  @Test
  void secondChanceNeverEarnsLess() {
    Normal demand = Normal.of(3192, 1181);
    Prices prices = Prices.of(190, 110, 90);
    double before = Double.POSITIVE_INFINITY;
    for (double second = 111; second < 250; second++) {
      double profit = ReactivePlan.of(prices, second, demand).profit();

      assertThat(profit).isLessThanOrEqualTo(before + 1e-9);
      before = profit;
    }
    assertThat(before).isCloseTo(SeasonPlan.best(prices, demand).profit(), within(1e-6));
    assertThat(ReactivePlan.of(prices, 190, demand).secondOrder()).isZero();
    assertThat(ReactivePlan.of(prices, 189.999, demand).secondOrder()).isPositive();
  }

  @Test
  void of_setup_bothCostsAreEqualAtTheReorderPoint() {
    Normal demand = Normal.of(100, 20);
    MismatchCost costs = MismatchCost.of(1, 4);
    SetupPlan plan = SetupPlan.of(demand, costs, 30);

    assertThat(costs.expected(demand, plan.reorderPoint().orElseThrow()))
        .isCloseTo(30 + costs.expected(demand, plan.orderUpTo()), within(1e-9));
    assertThat(SetupPlan.of(demand, costs, 0).reorderPoint().orElseThrow())
        .isCloseTo(plan.orderUpTo(), within(1e-3));
    assertThat(SetupPlan.of(demand, costs, 1e6).reorderPoint()).isEmpty();
  }

  @Test
  void of_pricesThatMakeAnyQuantityBest_areRefused() {
    refused(() -> Prices.of(10, 12, 1));
    refused(() -> Prices.of(10, 5, 5));
    refused(() -> Prices.of(Double.NaN, 5, 5));
    refused(() -> MismatchCost.of(0, 1));
    refused(() -> MismatchCost.of(1, Double.NaN));
    refused(() -> ReactivePlan.of(Prices.of(190, 110, 90), 110, Normal.STANDARD));
    refused(() ->
        MyopicPlan.of(Normal.of(10, 2), MismatchCost.of(1, 1), new MyopicPlan.Purchase(5, 1, 1)));
    refused(() -> new MyopicPlan.Purchase(5, 1, 0));
    refused(() -> new MyopicPlan.Purchase(5, 1, 1.01));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }
}
