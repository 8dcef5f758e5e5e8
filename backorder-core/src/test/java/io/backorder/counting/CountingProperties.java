package io.backorder.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.assortment.AbcClass;
import io.backorder.counting.CycleCountPlan.CountDay;
import io.backorder.counting.SensorRule.Trust;
import io.backorder.counting.ShelfScale.Calibration;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of sensors and count plans, whatever they see. */
final class CountingProperties {

  private static final Shelf SHELF = new Shelf(Sku.of("LAMP"), LocationId.of("MAIN"));
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  /** Within its own tolerance a scale never says another number of units. */
  @Property
  void aScaleReadsWhatLiesOnItOrNothing(
      @ForAll @DoubleRange(min = 1, max = 500) double unit,
      @ForAll @DoubleRange(min = 0, max = 0.05) double spread,
      @ForAll @DoubleRange(min = 0, max = 0.4) double coarse,
      @ForAll @LongRange(min = 0, max = 2000) long units,
      @ForAll @DoubleRange(min = -1, max = 1) double off) {
    Calibration calibration = new Calibration(unit, unit * spread, 300, unit * coarse);
    ShelfScale scale = new ShelfScale("scale", SHELF, calibration);
    double tolerance =
        calibration.error() + 3 * calibration.deviation() * Math.sqrt((double) units);
    double gross = 300 + units * unit + off * tolerance * 0.999;

    boolean countable = scale.mostCountable().map(most -> most.units() >= units).orElse(true);
    if (countable && gross >= 0) {
      assertThat(scale.read(gross, NOON).map(StockObservation::units)).contains(Quantity.of(units));
    }
  }

  @Provide
  Arbitrary<List<Long>> readings() {
    return Arbitraries.longs().between(0, 12).list().ofMaxSize(30);
  }

  /** The definition, read backwards from each observation. */
  @Property
  void aSteadySuspicionIsARunThatIsLongEnough(
      @ForAll("readings") List<Long> readings,
      @ForAll @LongRange(min = 0, max = 3) long tolerance,
      @ForAll @IntRange(min = 1, max = 4) int count,
      @ForAll @IntRange(min = 0, max = 4) int minutes) {
    SensorRule rule =
        new SensorRule(Trust.STEADY, Quantity.of(tolerance), Duration.ofMinutes(minutes), count);
    ShelfWatch watch = ShelfWatch.of("scale", SHELF, rule, Duration.ZERO);
    int first = 0;
    for (int i = 0; i < readings.size(); i++) {
      long off = readings.get(i) - 6;
      watch = watch.seen(
          new StockObservation(
              "scale", SHELF, Quantity.of(readings.get(i)), NOON.plus(Duration.ofMinutes(i))),
          Quantity.of(6),
          LATER);
      boolean agrees = Math.abs(off) <= tolerance;
      if (agrees) {
        first = i + 1;
      } else if (Math.abs(off - (readings.get(first) - 6)) > tolerance) {
        first = i;
      }
      boolean suspected = !agrees && i - first + 1 >= count && i - first >= minutes;
      assertThat(watch.suspicion().isPresent())
          .as("reading %d of %s", i, readings)
          .isEqualTo(suspected);
      if (suspected) {
        assertThat(watch.suspicion().orElseThrow().deviation()).isEqualTo(off);
      }
    }
  }

  /** A repeated or late message changes nothing. */
  @Property
  void repetitionsChangeNothing(@ForAll("readings") List<Long> readings, @ForAll Trust trust) {
    SensorRule rule = new SensorRule(trust, Quantity.of(1), Duration.ofMinutes(2), 5);
    ShelfWatch once = ShelfWatch.of("scale", SHELF, rule, Duration.ZERO);
    ShelfWatch twice = once;
    List<StockObservation> before = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      StockObservation seen = new StockObservation(
          "scale", SHELF, Quantity.of(readings.get(i)), NOON.plus(Duration.ofMinutes(i)));
      before.add(seen);
      once = once.seen(seen, Quantity.of(6), LATER);
      for (StockObservation again : before) {
        twice = twice.seen(again, Quantity.of(6), LATER);
      }
      twice = twice.seen(seen, Quantity.of(6), LATER);
      assertThat(twice.suspicion()).isEqualTo(once.suspicion());
    }
  }

  @Provide
  Arbitrary<List<CountCandidate>> shelves() {
    return Combinators.combine(
            Arbitraries.of(AbcClass.values()),
            Arbitraries.integers().between(0, 30),
            Arbitraries.longs().between(0, 2))
        .as((abcClass, ago, suspected) -> CountCandidate.of(SHELF, abcClass, DAY.minusDays(ago))
            .suspectedBy(Quantity.of(suspected)))
        .list()
        .ofMaxSize(12)
        .map(CountingProperties::distinct);
  }

  private static List<CountCandidate> distinct(List<CountCandidate> shelves) {
    List<CountCandidate> distinct = new ArrayList<>();
    for (CountCandidate each : shelves) {
      distinct.add(new CountCandidate(
          new Shelf(Sku.of("S" + distinct.size()), SHELF.location()),
          each.abcClass(),
          each.lastCounted(),
          each.suspected()));
    }
    return distinct;
  }

  @Property
  void withRoomEnoughEveryShelfIsCountedOnTheDayOnWhichItIsDue(
      @ForAll("shelves") List<CountCandidate> shelves) {
    CountRhythm rhythm = new CountRhythm(4, 9, 16);
    Map<Shelf, LocalDate> next = new HashMap<>();
    for (CountCandidate each : shelves) {
      LocalDate due = each.lastCounted().plusDays(rhythm.days(each.abcClass()));
      next.put(each.shelf(), due.isBefore(DAY) || !each.suspected().isZero() ? DAY : due);
    }
    for (CountDay day : CycleCountPlan.of(rhythm, shelves).days(DAY, 40, shelves.size())) {
      assertThat(day.leftOver()).isZero();
      for (CountCandidate each : day.counts()) {
        assertThat(next.put(each.shelf(), day.day().plusDays(rhythm.days(each.abcClass()))))
            .isEqualTo(day.day());
      }
      assertThat(next.values()).allSatisfy(due -> assertThat(due).isAfter(day.day()));
    }
  }

  @Property
  void aPlanNeverExceedsADayAndDoesNotDependOnTheOrderOfShelves(
      @ForAll("shelves") List<CountCandidate> shelves,
      @ForAll @IntRange(min = 0, max = 5) int capacity,
      @ForAll long seed) {
    CountRhythm rhythm = new CountRhythm(4, 9, 16);
    List<CountCandidate> shuffled = new ArrayList<>(shelves);
    Collections.shuffle(shuffled, new Random(seed));

    List<CountDay> plan = CycleCountPlan.of(rhythm, shelves).days(DAY, 20, capacity);

    assertThat(plan).isEqualTo(CycleCountPlan.of(rhythm, shuffled).days(DAY, 20, capacity));
    assertThat(plan).allSatisfy(day -> {
      assertThat(day.counts()).hasSizeLessThanOrEqualTo(capacity);
      assertThat(day.leftOver() == 0 || day.counts().size() == capacity).isTrue();
    });
  }
}
