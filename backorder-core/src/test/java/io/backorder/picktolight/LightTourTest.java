package io.backorder.picktolight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickFloor;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ReservedUnits;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LightTourTest {

  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), 2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String FIRST = "W-1:A/1";
  private static final String SECOND = "W-1:B/1";

  /** Says what it is told. */
  private static final class Lamps implements PickDevice {

    final List<String> told = new ArrayList<>();

    @Override
    public void lightOn(LightTask task) {
      told.add("on " + task.number() + " " + task.quantity());
    }

    @Override
    public void lightOff(LightTask task) {
      told.add("off " + task.number());
    }
  }

  private final Lamps lamps = new Lamps();
  private final PickList list = list();
  private final LightTour tour = LightTour.of(list, lamps, PATIENCE);

  /** Two orders take from the same bin, a third from another. */
  private static PickList list() {
    BinPlan bins = BinPlan.of(
        List.of(Bin.of("B1", MAIN, "z"), Bin.of("B2", MAIN, "z")),
        List.of(
            new PickFace(Sku.of("CUP"), BinId.of("B1"), 0),
            new PickFace(Sku.of("MAT"), BinId.of("B2"), 0)));
    return PickPlan.batched(
            "W",
            List.of(units("A", "CUP", 3), units("B", "CUP", 2), units("C", "MAT", 1)),
            bins,
            PickLimits.none())
        .lists()
        .get(0);
  }

  private static ReservedUnits units(String order, String item, long quantity) {
    return new ReservedUnits(
        OrderLineId.of(order, "1"), StockUnits.of(Sku.of(item), MAIN, Quantity.of(quantity)));
  }

  private static LightAnswer confirmed(String task, long units) {
    return new LightAnswer.Confirmed(task, Quantity.of(units));
  }

  private static LightAnswer few(String task, long units) {
    return new LightAnswer.PickedShort(task, Quantity.of(units));
  }

  @Test
  void tick_binWithTwoTasks_showsOneAfterTheOther() {
    tour.tick(NOON);
    tour.tick(NOON.plusSeconds(1));
    assertThat(lamps.told).containsExactly("on W-1:A/1 3", "on W-1:C/1 1");

    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.ACCEPTED);
    tour.tick(NOON.plusSeconds(2));
    assertThat(lamps.told)
        .containsExactly("on W-1:A/1 3", "on W-1:C/1 1", "off W-1:A/1", "on W-1:B/1 2");
    assertThat(tour.open()).extracting(LightTask::number).containsExactly(SECOND, "W-1:C/1");
  }

  @Test
  void answer_shortAndConfirmed_areAppliedToTheList() {
    tour.answer(few(FIRST, 1));
    tour.answer(confirmed(SECOND, 2));

    assertThat(tour.taken(FIRST)).isEqualTo(Quantity.of(1));
    assertThat(tour.missing(FIRST)).isEqualTo(Quantity.of(2));
    PickList after = tour.applied(list);
    assertThat(after.picked()).isEqualTo(Quantity.of(3));
    assertThat(after.missing()).isEqualTo(Quantity.of(2));
    assertThat(after.open()).isEqualTo(Quantity.of(1));
  }

  @Test
  void answer_twice_countsOnce() {
    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.ACCEPTED);
    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.REPEATED);

    assertThat(tour.taken(FIRST)).isEqualTo(Quantity.of(3));
    assertThat(tour.contradicted()).isEmpty();
  }

  @Test
  void answer_twiceAndDifferent_keepsTheFirstAndSaysSo() {
    tour.answer(confirmed(FIRST, 3));

    assertThat(tour.answer(few(FIRST, 1))).isEqualTo(Reception.CONTRADICTED);
    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.REPEATED);
    assertThat(tour.taken(FIRST)).isEqualTo(Quantity.of(3));
    assertThat(tour.contradicted()).extracting(LightTask::number).containsExactly(FIRST);
  }

  @Test
  void answer_ofNoTaskOrOfOtherUnits_isUnknown() {
    assertThat(tour.answer(confirmed("W-2:A/1", 3))).isEqualTo(Reception.UNKNOWN);
    assertThat(tour.answer(confirmed(FIRST, 2))).isEqualTo(Reception.UNKNOWN);
    assertThat(tour.answer(few(FIRST, 3))).isEqualTo(Reception.UNKNOWN);
    assertThat(tour.answer(few(FIRST, 9))).isEqualTo(Reception.UNKNOWN);

    assertThat(tour.taken(FIRST)).isEqualTo(Quantity.ZERO);
    assertThat(tour.missing(FIRST)).isEqualTo(Quantity.ZERO);
    assertThat(tour.open()).hasSize(3);
  }

  @Test
  void tick_deviceThatNeverAnswers_isLeftToAPersonAndFreesTheBin() {
    tour.tick(NOON);
    tour.tick(NOON.plusSeconds(19));
    tour.tick(NOON.plusSeconds(20));
    assertThat(lamps.told)
        .containsExactly("on W-1:A/1 3", "on W-1:C/1 1", "on W-1:A/1 3", "on W-1:C/1 1");
    assertThat(tour.unanswered(NOON.plusSeconds(39))).isEmpty();

    tour.tick(NOON.plusSeconds(40));
    assertThat(lamps.told.subList(4, 7))
        .containsExactly("off W-1:A/1", "on W-1:B/1 2", "off W-1:C/1");
    assertThat(tour.unanswered(NOON.plusSeconds(40)))
        .extracting(LightTask::number)
        .containsExactly(FIRST, "W-1:C/1");

    assertThat(tour.answer(few(FIRST, 2))).isEqualTo(Reception.ACCEPTED);
    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.CONTRADICTED);
  }

  /** The list after units of order A's line were given up. */
  private List<PickList> less(long units) {
    PickFloor floor = PickFloor.of(list.lines().stream().map(PickLine::asked).toList());
    floor.resume(List.of(list), List.of());
    floor.apply(new InventoryEvent.Released(
        OrderLineId.of("A", "1"), Sku.of("CUP"), MAIN, Quantity.of(units)));
    return floor.lists();
  }

  @Test
  void revise_fewerUnits_turnsTheStaleLampOffAndShowsTheRest() {
    tour.tick(NOON);
    tour.revise(less(1));
    tour.revise(less(1));
    tour.tick(NOON.plusSeconds(1));

    assertThat(lamps.told)
        .containsExactly("on W-1:A/1 3", "on W-1:C/1 1", "off W-1:A/1", "on W-1:A/1 2");
    assertThat(tour.task(FIRST).quantity()).isEqualTo(Quantity.of(2));
    assertThat(tour.answer(confirmed(FIRST, 2))).isEqualTo(Reception.ACCEPTED);
    assertThat(tour.surplus(FIRST)).isEqualTo(Quantity.ZERO);
    assertThat(tour.missing(FIRST)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void revise_whenAllWasTakenAlready_countsWhatWasShown() {
    tour.tick(NOON);
    tour.revise(less(1));

    assertThat(tour.answer(confirmed(FIRST, 1))).isEqualTo(Reception.UNKNOWN);
    assertThat(tour.answer(confirmed(FIRST, 3))).isEqualTo(Reception.ACCEPTED);
    assertThat(tour.taken(FIRST)).isEqualTo(Quantity.of(3));
    assertThat(tour.surplus(FIRST)).isEqualTo(Quantity.of(1));
    assertThat(tour.missing(FIRST)).isEqualTo(Quantity.ZERO);
    assertThat(tour.applied(less(1).get(0)).picked()).isEqualTo(Quantity.of(2));
  }

  @Test
  void revise_taskThatIsGone_isCalledOffAndFreesTheBin() {
    tour.tick(NOON);
    tour.revise(less(3));
    tour.tick(NOON.plusSeconds(1));

    assertThat(lamps.told)
        .containsExactly("on W-1:A/1 3", "on W-1:C/1 1", "off W-1:A/1", "on W-1:B/1 2");
    assertThat(tour.open()).extracting(LightTask::number).containsExactly(SECOND, "W-1:C/1");
    assertThat(tour.unanswered(NOON.plusSeconds(999)))
        .extracting(LightTask::number)
        .doesNotContain(FIRST);
    assertThat(tour.answer(few(FIRST, 2))).isEqualTo(Reception.ACCEPTED);
    assertThat(tour.surplus(FIRST)).isEqualTo(Quantity.of(2));
    assertThat(tour.missing(FIRST)).isEqualTo(Quantity.ZERO);

    tour.revise(List.of());
    assertThat(tour.open()).isEmpty();
  }

  @Test
  void of_listHalfPicked_showsWhatIsOpen() {
    PickList half = list.confirm(OrderLineId.of("A", "1"), Quantity.of(3))
        .confirm(OrderLineId.of("B", "1"), Quantity.of(1));

    assertThat(LightTour.of(half, lamps, PATIENCE).open())
        .extracting(LightTask::number, LightTask::quantity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SECOND, Quantity.of(1)),
            org.assertj.core.groups.Tuple.tuple("W-1:C/1", Quantity.of(1)));
  }

  @Test
  void task_unknown_isRefused() {
    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> tour.task("W-9:A/1"))
        .withMessage("tour has no task W-9:A/1");
    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> tour.taken("W-9:A/1"));
    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> tour.missing("W-9:A/1"));
    assertThat(tour.task(FIRST).bin()).isEqualTo(BinId.of("B1"));
  }

  @Test
  void values_outOfRange_areRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Patience(Duration.ZERO, 1))
        .withMessage("delay must be above zero: PT0S");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Patience(Duration.ofSeconds(-1), 1))
        .withMessage("delay must be above zero: PT-1S");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Patience(Duration.ofSeconds(1), 0))
        .withMessage("shows must be at least 1: 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new LightTask("T", BinId.of("B1"), OrderLineId.of("A", "1"), Quantity.ZERO))
        .withMessage("quantity of task T must be at least 1: 0");
  }
}
