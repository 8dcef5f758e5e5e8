package io.backorder.rationing;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Dividing among weights and among locations: both sides of every edge, and what always holds. */
final class DividingTest {

  private static List<Quantity> weights(long... weights) {
    return LongStream.of(weights).mapToObj(Quantity::of).toList();
  }

  @Provide
  Arbitrary<List<Long>> anyWeights() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE).list().ofMinSize(1).ofMaxSize(7);
  }

  @Property
  void partsAddUpAndAreWithinAUnitOfTheirQuota(
      @ForAll("anyWeights") List<Long> weights, @ForAll @LongRange(min = 0) long units) {
    double sum = weights.stream().mapToDouble(each -> each).sum();
    if (sum == 0) {
      return;
    }
    List<Quantity> parts = Apportionment.byLargestRemainder(
            Quantity.of(units), weights.stream().map(Quantity::of).toList())
        .parts();

    assertThat(parts.stream().mapToLong(Quantity::units).sum()).isEqualTo(units);
    for (int i = 0; i < parts.size(); i++) {
      double quota = units * (weights.get(i) / sum);
      assertThat((double) parts.get(i).units())
          .isBetween(quota * (1 - 1e-12) - 1, quota * (1 + 1e-12) + 1);
    }
  }

  @Example
  void byLargestRemainder_targetsOfAHierarchy_areRescaledWithItsSupply() {
    List<Quantity> targets = weights(100, 50, 50, 200, 300, 100, 200);

    assertThat(Apportionment.byLargestRemainder(Quantity.of(500), targets).parts())
        .isEqualTo(weights(50, 25, 25, 100, 150, 50, 100));
  }

  @Example
  void byLargestRemainder_noWeightAboveZero_isRefused() {
    assertRefused(
        () -> Apportionment.byLargestRemainder(Quantity.of(1), weights(0, 0)),
        INVALID_NUMBER,
        "weights must add up to a number above zero: [0, 0]");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Apportionment.byLargestRemainder(Quantity.of(1), List.of()));
  }

  @Provide
  Arbitrary<List<DaysOfCover.Place>> places() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 9))
        .as((stock, use) -> new DaysOfCover.Place(stock, use))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .filter(places -> places.stream().anyMatch(place -> place.dailyUse() > 0));
  }

  @Property
  void sharesAddUpAndWhoGetsAnythingHasTheCommonCover(
      @ForAll("places") List<DaysOfCover.Place> places, @ForAll @LongRange(max = 500) long supply) {
    DaysOfCover cover = DaysOfCover.of((double) supply, places);

    double sum = 0;
    for (int i = 0; i < places.size(); i++) {
      double share = cover.shares().get(i);
      DaysOfCover.Place place = places.get(i);
      sum += share;
      if (share > 1e-9) {
        assertThat((place.stock() + share) / place.dailyUse())
            .isBetween(cover.days() - 1e-9, cover.days() + 1e-9);
      } else if (place.dailyUse() > 0) {
        assertThat(place.stock() / place.dailyUse()).isGreaterThanOrEqualTo(cover.days() - 1e-9);
      }
    }
    assertThat(sum).isBetween(supply - 1e-6, supply + 1e-6);
  }

  /** The definition, unit by unit. */
  @Property
  void wholeUnitsGoOneByOneToTheShortestCover(
      @ForAll("places") List<DaysOfCover.Place> places, @ForAll @LongRange(max = 500) long supply) {
    long[] units = new long[places.size()];
    for (long unit = 0; unit < supply; unit++) {
      int best = -1;
      for (int i = 0; i < units.length; i++) {
        DaysOfCover.Place place = places.get(i);
        boolean first = place.dailyUse() > 0
            && (best < 0
                || (place.stock() + units[i]) / place.dailyUse()
                    < (places.get(best).stock() + units[best])
                        / places.get(best).dailyUse());
        best = first ? i : best;
      }
      units[best]++;
    }

    assertThat(DaysOfCover.wholeUnits(supply, places))
        .isEqualTo(LongStream.of(units).boxed().toList());
  }

  @Example
  void daysOfCover_badNumbers_areRefused() {
    List<DaysOfCover.Place> one = List.of(new DaysOfCover.Place(1, 1));
    List<DaysOfCover.Place> idle = new ArrayList<>(List.of(new DaysOfCover.Place(1, 0)));

    assertRefused(
        () -> DaysOfCover.of(-1, one),
        INVALID_NUMBER,
        "supply must be zero or positive, and finite: -1.0");
    assertRefused(
        () -> DaysOfCover.of(1, idle),
        INVALID_NUMBER,
        "daily use must be above zero somewhere: [Place[stock=1.0, dailyUse=0.0]]");
    assertRefused(
        () -> new DaysOfCover.Place(Double.NaN, 1),
        INVALID_NUMBER,
        "stock must be zero or positive, and finite: NaN");
    assertRefused(
        () -> new DaysOfCover.Place(1, -0.5),
        INVALID_NUMBER,
        "daily use must be zero or positive, and finite: -0.5");
    assertRefused(
        () -> DaysOfCover.wholeUnits(-1, one), INVALID_NUMBER, "supply must be 0 to 2^53 - 1: -1");
    assertRefused(
        () -> DaysOfCover.wholeUnits(1L << 53, one),
        INVALID_NUMBER,
        "supply must be 0 to 2^53 - 1: 9007199254740992");
    assertThat(DaysOfCover.wholeUnits((1L << 53) - 1, one)).containsExactly((1L << 53) - 1);
  }
}
