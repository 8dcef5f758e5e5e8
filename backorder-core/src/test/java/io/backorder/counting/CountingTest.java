package io.backorder.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.assortment.AbcClass;
import io.backorder.counting.SensorRule.Trust;
import io.backorder.counting.ShelfScale.Calibration;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.posting.CountStock;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CountingTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Shelf SHELF = new Shelf(LAMP, LocationId.of("MAIN"));
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final SensorRule RULE =
      new SensorRule(Trust.STEADY, Quantity.of(1), Duration.ofMinutes(5), 2);

  private static StockObservation seen(long units, int minute) {
    return new StockObservation(
        "scale", SHELF, Quantity.of(units), NOON.plus(Duration.ofMinutes(minute)));
  }

  private static void requireRefused(ErrorCode code, String message, ThrowingCallable call) {
    InvalidValueException refused = catchThrowableOfType(InvalidValueException.class, call);
    assertThat(refused).isNotNull().hasMessage(message);
    assertThat(refused.code()).isEqualTo(code);
  }

  private static ShelfWatch off() {
    return ShelfWatch.of("scale", SHELF, RULE, Duration.ZERO)
        .seen(seen(7, 0), Quantity.of(10), LATER)
        .seen(seen(7, 5), Quantity.of(10), LATER);
  }

  @Test
  void suspicion_confirmed_isACountOfAllInTheHouse() {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(
        ReceiveStock.of("R", List.of(StockUnits.of(LAMP, SHELF.location(), Quantity.of(12)))));
    Suspicion suspicion = off().suspicion().orElseThrow();

    ConfirmedCount count = suspicion.confirmed("clerk 7", Quantity.of(8), Quantity.of(2));
    CountResult result = count.against(inventory.item(LAMP).onHand());
    inventory.post(count.toDocument("C1"));

    assertThat(suspicion.seen()).isEqualTo(Quantity.of(7));
    assertThat(suspicion.size()).isEqualTo(Quantity.of(3));
    assertThat(suspicion.since()).isEqualTo(NOON);
    assertThat(result.deviation()).isEqualTo(-2);
    assertThat(count.toDocument("C1"))
        .isEqualTo(CountStock.of("C1", LAMP, SHELF.location(), Quantity.of(10)));
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(10));
  }

  @Test
  void suspicion_notConfirmed_changesNothing() {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(
        ReceiveStock.of("R", List.of(StockUnits.of(LAMP, SHELF.location(), Quantity.of(10)))));

    assertThat(off().suspicion()).isPresent();
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(10));
  }

  @Test
  void watch_dismissed_startsAnew() {
    ShelfWatch watch = off().dismissed();

    assertThat(watch.suspicion()).isEmpty();
    assertThat(watch.seen(seen(7, 5), Quantity.of(10), LATER).suspicion()).isEmpty();
    ShelfWatch again = watch.seen(seen(7, 6), Quantity.of(10), LATER);
    assertThat(again.suspicion()).isEmpty();
    assertThat(again.seen(seen(7, 11), Quantity.of(10), LATER).suspicion()).isPresent();
  }

  @Test
  void watch_anotherSensorOrShelf_isRefused() {
    ShelfWatch watch = ShelfWatch.of("scale", SHELF, RULE, Duration.ZERO);
    Shelf other = new Shelf(Sku.of("CUP"), SHELF.location());

    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "observation must be of sensor scale at " + SHELF + ": reader at " + SHELF,
        () -> watch.seen(
            new StockObservation("reader", SHELF, Quantity.ZERO, NOON), Quantity.ZERO, NOON));
    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "observation must be of sensor scale at " + SHELF + ": scale at " + other,
        () -> watch.seen(
            new StockObservation("scale", other, Quantity.ZERO, NOON), Quantity.ZERO, NOON));
  }

  /** What a wrong clock dates to the end of the century must not silence the sensor until then. */
  @Test
  void watch_readingFromTheFuture_isRefusedAndTheSensorGoesOn() {
    ShelfWatch watch = ShelfWatch.of("scale", SHELF, RULE, Duration.ofSeconds(30));
    StockObservation ahead = new StockObservation(
        "scale", SHELF, Quantity.of(10), Instant.parse("2099-01-01T00:00:00Z"));

    requireRefused(
        ErrorCode.CLOCK_SKEW,
        "observation of sensor scale must be at most PT30S after 2026-03-02T12:00:00Z:"
            + " 2099-01-01T00:00:00Z",
        () -> watch.seen(ahead, Quantity.of(10), NOON));
    ShelfWatch on = watch
        .seen(seen(7, 0), Quantity.of(10), NOON.minusSeconds(30))
        .seen(seen(7, 5), Quantity.of(10), LATER);
    assertThat(on.suspicion()).isPresent();
    requireRefused(
        ErrorCode.CLOCK_SKEW,
        "observation of sensor scale must be at most PT30S after 2026-03-02T11:59:29Z:"
            + " 2026-03-02T12:00:00Z",
        () -> watch.seen(seen(7, 0), Quantity.of(10), NOON.minusSeconds(31)));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "skew must be zero or more: PT-1S",
        () -> ShelfWatch.of("scale", SHELF, RULE, Duration.ofSeconds(-1)));
  }

  @Test
  void shortCount_posted_takesTheMissingUnitsAlone() {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(ReceiveStock.of("R", LAMP, SHELF.location(), Quantity.of(100)));
    ShortCount count = new ShortCount(SHELF, Quantity.of(2), "W-1");

    assertThat(count.against(inventory.item(LAMP).onHand()).deviation()).isEqualTo(-2);
    inventory.post(count.toDocument("K1"));

    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(98));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "missing units of LAMP at MAIN must be at least 1: 0",
        () -> new ShortCount(SHELF, Quantity.ZERO, "W-1"));
  }

  @Test
  void watch_zeroDebounceAndOneReading_suspectsAtOnce() {
    SensorRule rule = new SensorRule(Trust.STEADY, Quantity.ZERO, Duration.ZERO, 1);

    assertThat(ShelfWatch.of("scale", SHELF, rule, Duration.ZERO)
            .seen(seen(9, 0), Quantity.of(10), LATER)
            .suspicion())
        .isPresent();
  }

  /** What the highest of several readings comes to may agree in the end, when expected units fall. */
  @Test
  void watch_highestReadingThatAgreesByNow_isNoSuspicion() {
    SensorRule rule = new SensorRule(Trust.HIGHEST, Quantity.of(2), Duration.ZERO, 2);
    ShelfWatch watch =
        ShelfWatch.of("scale", SHELF, rule, Duration.ZERO).seen(seen(7, 0), Quantity.of(10), LATER);

    assertThat(watch.seen(seen(4, 1), Quantity.of(10), LATER).suspicion().map(Suspicion::deviation))
        .contains(-3L);
    assertThat(watch.seen(seen(8, 1), Quantity.of(10), LATER).suspicion()).isEmpty();
  }

  @Test
  void observation_ofTags_countsEachTagOnce() {
    assertThat(StockObservation.ofTags("reader", SHELF, Set.of("T1", "T2", "T3"), NOON)
            .units())
        .isEqualTo(Quantity.of(3));
    assertThat(StockObservation.ofTags("reader", SHELF, Set.of(), NOON).units())
        .isEqualTo(Quantity.ZERO);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> StockObservation.ofTags("reader", SHELF, Set.of(""), NOON))
        .withMessage("tag must not be empty: \"\"");
  }

  @Test
  void calibration_badNumbers_areRefused() {
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "unit must be positive and finite: -1.0",
        () -> new Calibration(-1, 0, 0, 0));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "deviation must be zero or positive, and finite: NaN",
        () -> new Calibration(1, Double.NaN, 0, 0));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "tare must be zero or positive, and finite: -0.5",
        () -> new Calibration(1, 0, -0.5, 0));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "error must be below half a unit of 10.0 g: 5.0",
        () -> new Calibration(10, 0, 0, 5));
    assertThat(new Calibration(10, 0, 0, 4.999).error()).isEqualTo(4.999);
  }

  @Test
  void scale_negativeWeight_isRefused() {
    ShelfScale scale = new ShelfScale("scale", SHELF, new Calibration(10, 0, 0, 1));

    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "gross must be zero or positive, and finite: -1.0",
        () -> scale.read(-1, NOON));
  }

  /** The bound is exact up to what a double counts. */
  @Test
  void scale_almostEqualUnits_hasABoundAllTheSame() {
    ShelfScale scale = new ShelfScale("scale", SHELF, new Calibration(10, 1e-30, 0, 1));

    assertThat(scale.mostCountable()).contains(Quantity.of(1L << 53));
  }

  @Test
  void rule_badNumbers_areRefused() {
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "debounce must be zero or more: PT-1S",
        () -> new SensorRule(Trust.STEADY, Quantity.ZERO, Duration.ofSeconds(-1), 1));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "readings must be at least 1: 0",
        () -> new SensorRule(Trust.STEADY, Quantity.ZERO, Duration.ZERO, 0));
    requireRefused(
        ErrorCode.INVALID_NUMBER, "b must be at least 1: 0", () -> new CountRhythm(1, 0, 1));
  }

  @Test
  void suspicion_ofNothing_isRefused() {
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "deviation must be at least -4 and not 0: 0",
        () -> new Suspicion(seen(4, 0), Quantity.of(4), 0, NOON));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "deviation must be at least -4 and not 0: -5",
        () -> new Suspicion(seen(4, 0), Quantity.of(4), -5, NOON));
    assertThat(new Suspicion(seen(0, 0), Quantity.of(4), -4, NOON).seen()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void drift_impossibleFigures_areRefused() {
    LocationDrift.Units none = new LocationDrift.Units(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "counts must be at least 1: 0",
        () -> new LocationDrift(SHELF.location(), 0, 0, none));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "counts must be at least 2: 1",
        () -> new LocationDrift(SHELF.location(), 1, 2, none));
    assertThat(LocationDrift.of(List.of(), Quantity.ZERO)).isEmpty();
  }

  @Test
  void plan_theSameShelfTwice_isRefused() {
    CountCandidate shelf = CountCandidate.of(SHELF, AbcClass.A, DAY);

    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "shelves must be given once each: " + SHELF,
        () -> CycleCountPlan.of(new CountRhythm(1, 1, 1), List.of(shelf, shelf.countedOn(DAY))));
  }

  @Test
  void plan_negativeNumbers_areRefused() {
    CycleCountPlan plan = CycleCountPlan.of(new CountRhythm(1, 1, 1), List.of());

    requireRefused(
        ErrorCode.INVALID_NUMBER, "capacity must be at least 0: -1", () -> plan.day(DAY, -1));
    requireRefused(
        ErrorCode.INVALID_NUMBER, "days must be at least 0: -1", () -> plan.days(DAY, -1, 1));
    assertThat(plan.days(DAY, 2, 0))
        .hasSize(2)
        .allSatisfy(day -> assertThat(day.counts()).isEmpty());
  }

  @Test
  void plan_suspicion_comesFirstAndEndsWithTheCount() {
    List<CountCandidate> shelves = new ArrayList<>();
    shelves.add(CountCandidate.of(SHELF, AbcClass.C, DAY).suspectedBy(Quantity.of(1)));
    shelves.add(CountCandidate.of(
        new Shelf(Sku.of("CUP"), SHELF.location()), AbcClass.A, DAY.minusDays(100)));
    CycleCountPlan plan = CycleCountPlan.of(new CountRhythm(10, 20, 30), shelves);

    CycleCountPlan.CountDay first = plan.day(DAY, 1);

    assertThat(first.counts()).extracting(CountCandidate::shelf).containsExactly(SHELF);
    assertThat(first.leftOver()).isEqualTo(1);
    assertThat(plan.after(first).due(DAY))
        .extracting(each -> each.shelf().sku().value())
        .containsExactly("CUP");
  }
}
