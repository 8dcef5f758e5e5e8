package io.backorder.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.economics.ShortageChoice;
import io.backorder.finance.ExpediteAdvice.Choice;
import io.backorder.finance.ExpediteAdvice.Late;
import io.backorder.finance.WaitingCost.Stakes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What waiting costs, and the advice against every other choice. */
final class WaitingProperties {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static Money cents(long cents) {
    return Money.of(BigDecimal.valueOf(cents, 2), EUR);
  }

  @Provide
  Arbitrary<Stakes> stakes() {
    Arbitrary<Money> amounts = Arbitraries.longs().between(0, 20_000).map(WaitingProperties::cents);
    return Combinators.combine(
            amounts,
            amounts,
            Arbitraries.longs().between(0, 300).map(WaitingProperties::cents),
            amounts)
        .as(Stakes::new);
  }

  @Provide
  Arbitrary<CancellationCurve> curves() {
    Arbitrary<CancellationCurve> exponential =
        Arbitraries.doubles().between(0, 2).map(CancellationCurve::exponential);
    Arbitrary<CancellationCurve> logistic = Combinators.combine(
            Arbitraries.doubles().between(-20, 60),
            Arbitraries.doubles().between(0, 20).greaterThan(0.01))
        .as(CancellationCurve::logistic);
    Arbitrary<CancellationCurve> table = Combinators.combine(
            Arbitraries.integers().between(0, 60).set().ofMinSize(1).ofMaxSize(6),
            Arbitraries.doubles().between(0, 1).list().ofSize(6))
        .as((days, chances) -> CancellationCurve.table(points(days, chances)));
    Arbitrary<CancellationCurve> hazard = Arbitraries.doubles()
        .between(0, 1)
        .list()
        .ofSize(10)
        .map(daily -> CancellationCurve.ofHazard(day -> daily.get(day % 10) * 0.2));
    return Arbitraries.oneOf(exponential, logistic, table, hazard);
  }

  private static Map<Integer, Double> points(Iterable<Integer> days, List<Double> chances) {
    List<Double> rising = chances.stream().sorted().toList();
    Map<Integer, Double> points = new TreeMap<>();
    days.forEach(day -> points.put(day, 0.0));
    int next = 0;
    for (Map.Entry<Integer, Double> point : points.entrySet()) {
      point.setValue(rising.get(next++));
    }
    return points;
  }

  @Property
  void chancesLieBetweenZeroAndOneAndNeverFall(
      @ForAll("curves") CancellationCurve curve, @ForAll @IntRange(min = 0, max = 200) int days) {
    assertThat(curve.cancelledBy(days)).isBetween(0.0, 1.0);
    assertThat(curve.cancelledBy(days + 1)).isGreaterThanOrEqualTo(curve.cancelledBy(days));
    assertThat(curve.daysWaited(days)).isBetween(0.0, (double) days);
  }

  @Property
  void aLongerDelayNeverCostsLess(
      @ForAll("stakes") Stakes stakes, @ForAll("curves") CancellationCurve curve) {
    List<Money> costs = IntStream.rangeClosed(0, 60)
        .mapToObj(days -> WaitingCost.of(stakes, curve, days).total())
        .toList();

    assertThat(costs).isSorted();
  }

  @Property
  void thePartsAddUpAndAreThoseOfTheFormula(
      @ForAll("stakes") Stakes stakes,
      @ForAll("curves") CancellationCurve curve,
      @ForAll @IntRange(min = 0, max = 60) int days) {
    WaitingCost cost = WaitingCost.of(stakes, curve, days);
    double waited =
        IntStream.range(0, days).mapToDouble(d -> 1 - curve.cancelledBy(d)).sum();
    double margin = stakes.margin().amount().doubleValue() * cost.cancelled();
    double goodwill = stakes.goodwill().amount().doubleValue() * cost.cancelled();
    double waiting = stakes.perDay().amount().doubleValue() * waited
        + stakes.fixed().amount().doubleValue();

    assertThat(cost.margin().plus(cost.goodwill()).plus(cost.waiting())).isEqualTo(cost.total());
    assertThat(cost.total().amount().doubleValue())
        .isCloseTo(margin + goodwill + waiting, within(0.005 + 1e-9));
    assertThat(cost.margin().amount().doubleValue()).isCloseTo(margin, within(0.015 + 1e-9));
    assertThat(cost.goodwill().amount().doubleValue()).isCloseTo(goodwill, within(0.015 + 1e-9));
    assertThat(cost.waiting().amount().doubleValue()).isCloseTo(waiting, within(0.015 + 1e-9));
  }

  @Provide
  Arbitrary<List<ExpediteOption>> options() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30), Arbitraries.longs().between(0, 20_000))
        .as((days, premium) -> new ExpediteOption("faster", days, cents(premium)))
        .list()
        .ofMaxSize(4);
  }

  @Property
  void noOtherChoiceIsCheaper(
      @ForAll("stakes") Stakes stakes,
      @ForAll("curves") CancellationCurve curve,
      @ForAll @IntRange(min = 0, max = 60) int days,
      @ForAll("options") List<ExpediteOption> options) {
    ExpediteAdvice advice = ExpediteAdvice.of(new Late(stakes, curve, days), options);

    List<Money> all = new ArrayList<>();
    options.forEach(option ->
        all.add(WaitingCost.of(stakes, curve, option.delayDays()).total().plus(option.premium())));
    all.add(WaitingCost.of(stakes, curve, days).total());
    all.add(stakes.margin().plus(stakes.goodwill()));
    assertThat(advice.choices().stream().map(Choice::cost))
        .containsExactlyInAnyOrderElementsOf(all)
        .isSorted();
    assertThat(advice.best().cost()).isEqualTo(all.stream().reduce(Money::min).orElseThrow());
    assertThat(advice.saving())
        .isEqualTo(all.get(all.size() - 2).minus(advice.best().cost()));
    assertThat(advice.saving().signum()).isNotNegative();
  }

  @Property(tries = 200)
  void waitingIsBestUpToTheBreakEvenAndNeverBeyond(
      @ForAll("stakes") Stakes stakes,
      @ForAll("curves") CancellationCurve curve,
      @ForAll("options") List<ExpediteOption> options) {
    OptionalInt breakEven =
        ExpediteAdvice.of(new Late(stakes, curve, 0), options).breakEvenDelay();

    for (int days = 0; days < 70; days++) {
      ExpediteAdvice advice = ExpediteAdvice.of(new Late(stakes, curve, days), options);
      Money others = advice.choices().stream()
          .filter(choice -> choice.kind() != ShortageChoice.Option.BACKORDER)
          .map(Choice::cost)
          .reduce(Money::min)
          .orElseThrow();
      assertThat(advice.breakEvenDelay()).isEqualTo(breakEven);
      if (breakEven.isPresent() && days >= breakEven.getAsInt()) {
        assertThat(advice.waiting().cost()).isGreaterThanOrEqualTo(others);
        assertThat(advice.best().kind()).isNotEqualTo(ShortageChoice.Option.BACKORDER);
      } else {
        assertThat(advice.waiting().cost()).isLessThanOrEqualTo(others);
      }
    }
  }

  @Property
  void withoutCancellationsItIsTheShortageChoiceOfEconomics(
      @ForAll("stakes") Stakes stakes,
      @ForAll @IntRange(min = 0, max = 60) int days,
      @ForAll @DoubleRange(min = 0, max = 200) double premium) {
    ShortageChoice choice = ShortageChoice.of(
        Math.rint(premium * 100) / 100,
        stakes.lossOfSale().amount().doubleValue(),
        new ShortageChoice.Waiting(
            stakes.fixed().amount().doubleValue(),
            stakes.perDay().amount().doubleValue(),
            days,
            0));
    Money rounded = Money.rounded(BigDecimal.valueOf(premium), EUR);
    Stakes noFixed =
        new Stakes(stakes.margin(), stakes.goodwill(), stakes.perDay(), Money.zero(EUR));

    ExpediteAdvice advice =
        ExpediteAdvice.of(new Late(stakes, CancellationCurve.never(), days), List.of());
    ExpediteAdvice expedited = ExpediteAdvice.of(
        new Late(noFixed, CancellationCurve.never(), days),
        List.of(new ExpediteOption("air", 0, rounded)));

    assertThat(advice.waiting().cost().amount().doubleValue())
        .isCloseTo(choice.backorderCost(), within(1e-9));
    assertThat(expedited.best().cost().amount().doubleValue())
        .isCloseTo(
            ShortageChoice.of(
                    rounded.amount().doubleValue(),
                    noFixed.lossOfSale().amount().doubleValue(),
                    new ShortageChoice.Waiting(0, noFixed.perDay().amount().doubleValue(), days, 0))
                .cost(),
            within(1e-9));
  }
}
