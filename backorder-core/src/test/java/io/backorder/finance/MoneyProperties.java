package io.backorder.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What always holds of amounts, prices and payments. */
final class MoneyProperties {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Provide
  Arbitrary<Money> amounts() {
    return Combinators.combine(
            Arbitraries.longs().between(-10_000_000_000L, 10_000_000_000L),
            Arbitraries.of("EUR", "JPY", "KWD").map(Currency::getInstance))
        .as((minor, currency) ->
            Money.of(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency));
  }

  @Provide
  Arbitrary<List<BigDecimal>> weights() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("1e18"))
        .ofScale(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0));
  }

  private static BigDecimal minorUnit(Currency currency) {
    return BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
  }

  @Property
  void aSplitAddsUpToTheWhole(
      @ForAll("amounts") Money whole, @ForAll("weights") List<BigDecimal> weights) {
    List<Money> parts = whole.split(weights);

    assertThat(parts).hasSameSizeAs(weights);
    assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus)).isEqualTo(whole);
  }

  @Property
  void eachPartIsWithinAMinorUnitOfItsShare(
      @ForAll("amounts") Money whole, @ForAll("weights") List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Money> parts = whole.split(weights);

    for (int i = 0; i < parts.size(); i++) {
      BigDecimal error = parts
          .get(i)
          .amount()
          .multiply(sum)
          .subtract(whole.amount().multiply(weights.get(i)))
          .abs();
      assertThat(error).isLessThan(minorUnit(whole.currency()).multiply(sum));
      assertThat(parts.get(i).signum() * whole.signum()).isNotNegative();
      assertThat(weights.get(i).signum() == 0 && !parts.get(i).isZero()).isFalse();
    }
  }

  @Property
  void aNegativeAmountMirrorsThePositiveOne(
      @ForAll("amounts") Money whole, @ForAll("weights") List<BigDecimal> weights) {
    assertThat(whole.negated().split(weights))
        .isEqualTo(whole.split(weights).stream().map(Money::negated).toList());
  }

  @Property
  void equalPartsDifferByAtMostOneMinorUnit(
      @ForAll("amounts") Money whole, @ForAll @IntRange(min = 1, max = 50) int number) {
    List<Money> parts = whole.split(number);

    Money largest = parts.stream().reduce(Money::max).orElseThrow();
    Money smallest = parts.stream().reduce(Money::min).orElseThrow();
    assertThat(parts).hasSize(number);
    assertThat(largest.minus(smallest).amount()).isLessThanOrEqualTo(minorUnit(whole.currency()));
  }

  @Property
  void sumsAreExact(@ForAll("amounts") Money one, @ForAll long minor) {
    Money other = Money.of(
        BigDecimal.valueOf(minor, one.currency().getDefaultFractionDigits()), one.currency());

    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.minus(other)).isEqualTo(other.minus(one).negated());
    assertThat(one.max(other).plus(one.min(other))).isEqualTo(one.plus(other));
    assertThat(one.compareTo(other)).isEqualTo(one.minus(other).signum());
  }

  @Property
  void spreadingATotalAndMultiplyingGivesTheTotal(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long cents,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long units) {
    Money total = Money.of(BigDecimal.valueOf(cents, 2), EUR);

    assertThat(UnitPrice.spread(total, Quantity.of(units)).of(Quantity.of(units)))
        .isEqualTo(total);
  }

  @Provide
  Arbitrary<PaymentSchedule> schedules() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 99_999_999),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.of(true, false))
        .as(MoneyProperties::schedule);
  }

  /** Parts in thousandths of the price, the second of what the first leaves; or the same as amounts. */
  private static PaymentSchedule schedule(long price, int order, int fill, boolean percentages) {
    UnitPrice unit = UnitPrice.of(BigDecimal.valueOf(price, 4), EUR);
    BigDecimal atOrder = BigDecimal.valueOf(order, 3);
    BigDecimal atFill = BigDecimal.ONE.subtract(atOrder).multiply(BigDecimal.valueOf(fill, 3));
    PaymentTerms terms = percentages
        ? PaymentTerms.percentages(atOrder.movePointRight(2), atFill.movePointRight(2))
        : PaymentTerms.amounts(
            UnitPrice.of(unit.amount().multiply(atOrder), EUR),
            UnitPrice.of(unit.amount().multiply(atFill), EUR));
    return new PaymentSchedule(unit, terms);
  }

  @Property
  void theStagesOfALineAddUpToItsPrice(
      @ForAll("schedules") PaymentSchedule schedule,
      @ForAll @LongRange(min = 0, max = 1_000_000) long units) {
    PaymentSchedule.Stages stages = schedule.stages(Quantity.of(units));

    assertThat(stages.total()).isEqualTo(schedule.price().of(Quantity.of(units)));
    assertThat(List.of(stages.atOrder(), stages.atFill(), stages.atShipment()))
        .allSatisfy(stage -> assertThat(stage.signum()).isNotNegative());
  }

  @Property
  void whatIsDueNeverFallsOnTheWayAndComesToThePriceOfTheLine(
      @ForAll("schedules") PaymentSchedule schedule,
      @ForAll @IntRange(min = 1, max = 40) int units,
      @ForAll Random random) {
    List<Money> due = new ArrayList<>();
    int filled = 0;
    int shipped = 0;
    while (shipped < units) {
      due.add(schedule.due(
          new Progress(Quantity.of(units), Quantity.of(filled), Quantity.of(shipped))));
      if (filled < units && (filled == shipped || random.nextBoolean())) {
        filled += 1 + random.nextInt(units - filled);
      } else {
        shipped += 1 + random.nextInt(filled - shipped);
      }
    }
    Quantity all = Quantity.of(units);
    due.add(schedule.due(new Progress(all, all, all)));

    assertThat(due).isSorted().last().isEqualTo(schedule.price().of(all));
    assertThat(due).first().isEqualTo(schedule.stages(all).atOrder());
  }
}
