package io.backorder.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.economics.ShortageChoice.Option;
import io.backorder.economics.ShortageChoice.Waiting;
import io.backorder.lotsizing.LotCosts;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.SafetyStock;
import io.backorder.refusal.InvalidValueException;
import org.junit.jupiter.api.Test;

final class ShortageTest {

  private static final Replenishment ITEM =
      new Replenishment(20_000, 4500, 15, LeadTimeDemand.of(1153.8, 288.2));

  @Test
  void impliedPricesLeadBackToTheStock() {
    for (double level = 0.55; level < 1; level += 0.05) {
      SafetyStock stock = SafetyStock.of(ITEM.leadTimeDemand(), CycleServiceLevel.of(level));
      ShortagePrice price = ShortagePrice.impliedBy(ITEM, stock);

      assertThat(ShortagePrice.serviceLevel(ITEM, price.perUnitShort()).probability())
          .isCloseTo(level, within(1e-12));
      assertThat(ShortagePrice.safetyStock(ITEM, price.perStockout()).units())
          .isCloseTo(stock.units(), within(1e-6));
    }
  }

  @Test
  void of_shortageThatCostsTooLittle_isRefused() {
    refused(() -> ShortagePrice.serviceLevel(ITEM, 3.375));
    refused(() -> ShortagePrice.safetyStock(ITEM, 1));
    refused(() -> ShortagePrice.safetyStock(ITEM, Double.NaN));
    refused(() -> StockoutCost.ofEvent(10, 5, 1.2, 0));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }

  @Test
  void fraction_nothingCostsAnything_isZero() {
    BackorderSaving free = BackorderSaving.of(LotCosts.of(0, 1), 1, 1);

    assertThat(free.saving()).isZero();
    assertThat(free.fraction()).isZero();
    refused(() -> new BackorderSaving(Double.NaN, 1));
    refused(() -> BackorderSaving.of(LotCosts.of(1e100, 1e100), 1e100, 1e100));
  }

  @Test
  void ofYear_everythingServed_costsNothingHoweverLarge() {
    assertThat(StockoutCost.ofYear(1e100, 1e100, 1, 1).total()).isZero();
    refused(() -> StockoutCost.ofYear(1e100, 1e100, 0.5, 1));
    refused(() -> StockoutCost.ofYear(1, 1e100, 1, 1e100));
  }

  @Test
  void best_eachOption_isChosenWhereItIsCheapest() {
    Waiting waiting = new Waiting(2, 1.5, 4, 0.1);
    ShortageChoice choice = ShortageChoice.of(10, 30, waiting);

    assertThat(choice.backorderCost()).isCloseTo(0.9 * 8 + 3, within(1e-12));
    assertThat(choice.best()).isEqualTo(Option.EXPEDITE);
    assertThat(ShortageChoice.of(choice.breakEvenPremium(), 30, waiting).best())
        .isEqualTo(Option.EXPEDITE);
    assertThat(ShortageChoice.of(10.3, 30, waiting).best()).isEqualTo(Option.BACKORDER);
    assertThat(ShortageChoice.of(10, 5, waiting).best()).isEqualTo(Option.LOSE);
  }

  @Test
  void breakEvenWait_atIt_costsTheSame() {
    ShortageChoice choice = ShortageChoice.of(10, 30, new Waiting(2, 1.5, 4, 0.1));
    Waiting longest = new Waiting(2, 1.5, choice.breakEvenWait(), 0.1);

    assertThat(ShortageChoice.of(10, 30, longest).backorderCost()).isCloseTo(10, within(1e-12));
    assertThat(ShortageChoice.of(1, 30, longest).breakEvenWait()).isZero();
    assertThat(ShortageChoice.of(9, 30, new Waiting(0, 0, 4, 0)).breakEvenWait())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }
}
