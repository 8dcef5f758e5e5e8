package io.backorder.finance;

import static io.backorder.refusal.ErrorCode.CURRENCY_MISMATCH;
import static io.backorder.refusal.ErrorCode.INVALID_IDENTIFIER;
import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.economics.ShortageChoice;
import io.backorder.finance.BackorderedSale.Goods;
import io.backorder.finance.BackorderedSale.Shipping;
import io.backorder.finance.ExpediteAdvice.Late;
import io.backorder.finance.PriceAdjustment.Change;
import io.backorder.finance.WaitingCost.Stakes;
import io.backorder.stock.Quantity;
import io.backorder.storefront.BackorderTerms;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Curves, costs, advice and adjusted prices, on both sides of every edge. */
final class WaitingTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money YEN = Money.of(BigDecimal.TEN, Currency.getInstance("JPY"));
  private static final Stakes STAKES = new Stakes(eur("40"), eur("20"), eur("1"), eur("0"));
  private static final BackorderedSale SALE = new BackorderedSale(
      new Goods(UnitPrice.of(eur("50")), UnitPrice.of(eur("30")), Quantity.of(2)),
      new Shipping(eur("5"), eur("7")),
      9);

  private static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void curves_atTheirPoints_haveTheirValues() {
    assertThat(CancellationCurve.never().cancelledBy(1000)).isZero();
    assertThat(CancellationCurve.exponential(Math.log(2) / 7).cancelledBy(7))
        .isCloseTo(0.5, within(1e-15));
    assertThat(CancellationCurve.exponential(0.1).cancelledBy(0)).isZero();
    assertThat(CancellationCurve.logistic(14, 3).cancelledBy(14)).isEqualTo(0.5);
    assertThat(CancellationCurve.logistic(0, 0.001).cancelledBy(Integer.MAX_VALUE))
        .isEqualTo(1);
    CancellationCurve table = CancellationCurve.table(Map.of(0, 0.1, 10, 0.3, 20, 0.3));
    assertThat(table.cancelledBy(0)).isEqualTo(0.1);
    assertThat(table.cancelledBy(5)).isCloseTo(0.2, within(1e-15));
    assertThat(table.cancelledBy(99)).isEqualTo(0.3);
    assertThat(CancellationCurve.ofHazard(day -> 0.5).cancelledBy(3)).isEqualTo(0.875);
    assertThat(CancellationCurve.ofHazard(day -> 0.5).daysWaited(3)).isEqualTo(1.75);
  }

  @Test
  void curves_outOfRange_areRefused() {
    assertRefused(
        () -> CancellationCurve.exponential(-0.1),
        INVALID_NUMBER,
        "rate of giving up must be zero or positive, and finite: -0.1");
    assertRefused(
        () -> CancellationCurve.logistic(Double.NaN, 1),
        INVALID_NUMBER,
        "midpoint must be finite: NaN");
    assertRefused(
        () -> CancellationCurve.logistic(1, 0),
        INVALID_NUMBER,
        "spread must be positive and finite: 0.0");
    assertRefused(
        () -> CancellationCurve.table(Map.of()),
        INVALID_NUMBER,
        "points of the curve must be at least 1: 0");
    assertRefused(
        () -> CancellationCurve.table(Map.of(-1, 0.1)),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> CancellationCurve.table(Map.of(1, 1.1)),
        INVALID_NUMBER,
        "chance of giving up must be in [0, 1]: 1.1");
    assertRefused(
        () -> CancellationCurve.table(Map.of(1, 0.5, 2, 0.4)),
        INVALID_NUMBER,
        "chance of giving up must not fall with the delay from 0.5: 0.4");
    assertRefused(
        () -> CancellationCurve.table(Map.of(1, 0.5)).cancelledBy(-1),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> CancellationCurve.ofHazard(day -> 2).cancelledBy(1),
        INVALID_NUMBER,
        "hazard must be in [0, 1]: 2.0");
  }

  @Test
  void waitingCost_curveOfTheHostThatIsNone_isRefused() {
    CancellationCurve falling = days -> days == 3 ? 0.1 : 0.2;

    assertRefused(
        () -> WaitingCost.of(STAKES, falling, 3),
        INVALID_NUMBER,
        "chance of giving up must not fall with the delay from 0.2: 0.1");
    assertRefused(
        () -> WaitingCost.of(STAKES, days -> Double.NaN, 0),
        INVALID_NUMBER,
        "chance of giving up must be in [0, 1]: NaN");
    assertRefused(
        () -> WaitingCost.of(STAKES, CancellationCurve.never(), -1),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> ExpediteAdvice.of(new Late(STAKES, days -> days > 9 ? Double.NaN : 0, 9), List.of()),
        INVALID_NUMBER,
        "chance of giving up must be in [0, 1]: NaN");
  }

  @Test
  void waitingCost_nothingAtStake_isNothing() {
    Stakes none = new Stakes(eur("0"), eur("0"), eur("0"), eur("0"));

    WaitingCost cost = WaitingCost.of(none, CancellationCurve.exponential(1), 5);

    assertThat(cost.total()).isEqualTo(eur("0"));
    assertThat(cost.cancelled()).isPositive();
  }

  @Test
  void stakes_belowZeroOrMixed_areRefused() {
    assertRefused(
        () -> new Stakes(eur("-1"), eur("0"), eur("0"), eur("0")),
        INVALID_NUMBER,
        "margin must be zero or positive: EUR -1.00");
    assertRefused(
        () -> new Stakes(eur("1"), eur("0"), eur("-0.01"), eur("0")),
        INVALID_NUMBER,
        "cost of a day must be zero or positive: EUR -0.01");
    assertRefused(
        () -> new Stakes(eur("1"), eur("0"), eur("0"), YEN),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }

  @Test
  void advice_ofEqualCosts_keepsTheCustomerBest() {
    Late late = new Late(STAKES, CancellationCurve.never(), 60);
    ExpediteOption first = new ExpediteOption("first", 0, eur("60"));
    ExpediteOption second = new ExpediteOption("second", 60, eur("0"));

    ExpediteAdvice advice = ExpediteAdvice.of(late, List.of(first, second));

    assertThat(advice.choices())
        .extracting(
            choice -> choice.kind() + choice.option().map(ExpediteOption::name).orElse(""))
        .containsExactly("EXPEDITEfirst", "EXPEDITEsecond", "BACKORDER", "LOSE");
    assertThat(advice.breakEvenDelay()).hasValue(61);
    assertThat(advice.saving()).isEqualTo(eur("0"));
  }

  @Test
  void advice_waitingThatNeverCostsTooMuch_hasNoBreakEven() {
    Stakes cheap = new Stakes(eur("40"), eur("20"), eur("0"), eur("0"));

    ExpediteAdvice advice =
        ExpediteAdvice.of(new Late(cheap, CancellationCurve.exponential(0.5), 30), List.of());

    assertThat(advice.breakEvenDelay()).isEmpty();
    assertThat(advice.best().kind()).isEqualTo(ShortageChoice.Option.BACKORDER);
    assertThat(advice.best().cost()).isEqualTo(eur("60"));
  }

  @Test
  void advice_outOfRange_isRefused() {
    assertRefused(
        () -> new ExpediteOption("", 1, eur("1")),
        INVALID_IDENTIFIER,
        "option must not be empty: \"\"");
    assertRefused(
        () -> new ExpediteOption("air", -1, eur("1")),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> new ExpediteOption("air", 1, eur("-1")),
        INVALID_NUMBER,
        "premium must be zero or positive: EUR -1.00");
    assertRefused(
        () -> new Late(STAKES, CancellationCurve.never(), -1),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> ExpediteAdvice.of(
            new Late(STAKES, CancellationCurve.never(), 1),
            List.of(new ExpediteOption("air", 1, YEN))),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }

  @Test
  void adjustment_two_addUp() {
    PriceAdjustment both = PriceAdjustment.discount(number("10"))
        .and(PriceAdjustment.freeShipping())
        .and(PriceAdjustment.credit(eur("10"), number("60")));

    MarginEffect effect = both.on(SALE);

    assertThat(effect.change()).isEqualTo(new Change(eur("-10"), eur("5"), eur("6")));
    assertThat(effect.gain()).isEqualTo(eur("-21"));
    assertThat(effect.after()).isEqualTo(SALE.margin().minus(eur("21")));
    assertThat(PriceAdjustment.none().on(SALE).gain()).isEqualTo(eur("0"));
  }

  @Test
  void adjustment_ofTheTerms_isWhatTheCustomerReads() {
    BackorderTerms terms = BackorderTerms.standard();

    assertThat(
            PriceAdjustment.of(terms.withPriceAdjustment(number("-5"))).of(SALE).price())
        .isEqualTo(eur("-5"));
    assertThat(PriceAdjustment.of(terms.withPriceAdjustment(number("12.5")))
            .of(SALE)
            .price())
        .isEqualTo(eur("12.5"));
    assertThat(PriceAdjustment.of(terms).on(SALE).gain()).isEqualTo(eur("0"));
  }

  @Test
  void adjustment_rulesOutOfRange_areRefused() {
    assertRefused(
        () -> PriceAdjustment.premium(number("-1")),
        INVALID_NUMBER,
        "premium must be zero or positive: -1");
    assertRefused(
        () -> PriceAdjustment.discount(number("100.5")),
        INVALID_NUMBER,
        "discount must be in [0, 100] percent: 100.5");
    assertRefused(
        () -> PriceAdjustment.discountPerDay(number("1"), number("101")),
        INVALID_NUMBER,
        "largest discount must be in [0, 100] percent: 101");
    assertRefused(
        () -> PriceAdjustment.credit(eur("-1"), number("1")),
        INVALID_NUMBER,
        "credit must be zero or positive: EUR -1.00");
    assertRefused(
        () -> PriceAdjustment.credit(eur("1"), number("100.1")),
        INVALID_NUMBER,
        "percentage of credits used must be in [0, 100] percent: 100.1");
  }

  @Test
  void adjustment_customerWouldPayLessThanNothing_isRefused() {
    PriceAdjustment most = PriceAdjustment.discount(number("100"));

    assertThat(most.on(SALE).change().price()).isEqualTo(eur("-100"));
    assertRefused(
        () -> most.and(PriceAdjustment.discount(number("0.01"))).on(SALE),
        INVALID_NUMBER,
        "price after adjustment must be zero or positive: EUR -0.01");
    assertRefused(
        () -> PriceAdjustment.freeShipping().and(PriceAdjustment.freeShipping()).on(SALE),
        INVALID_NUMBER,
        "shipping waived must be at most what is charged, EUR 5.00: EUR 10.00");
    assertRefused(
        () -> PriceAdjustment.credit(YEN, number("50")).on(SALE),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }

  @Test
  void retentionNeeded_marginNotPositive_isRefused() {
    PriceAdjustment half = PriceAdjustment.discount(number("38"));

    assertRefused(
        () -> half.on(SALE).retentionNeeded(0.5),
        INVALID_NUMBER,
        "margin after must be positive: EUR 0.00");
    assertRefused(
        () -> PriceAdjustment.none().on(SALE).retentionNeeded(1.5),
        INVALID_NUMBER,
        "chance to stay must be in [0, 1]: 1.5");
  }

  @Test
  void sale_outOfRange_isRefused() {
    assertRefused(
        () -> new BackorderedSale(SALE.goods(), SALE.shipping(), -1),
        INVALID_NUMBER,
        "delay must be at least 0: -1");
    assertRefused(
        () -> new Shipping(eur("1"), eur("-1")),
        INVALID_NUMBER,
        "shipping cost must be zero or positive: EUR -1.00");
    assertRefused(
        () -> new Goods(UnitPrice.of(eur("1")), UnitPrice.of(YEN), Quantity.of(1)),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }
}
