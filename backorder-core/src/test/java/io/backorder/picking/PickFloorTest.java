package io.backorder.picking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PickFloorTest {

  private static final Sku ITEM = Sku.of("S0");
  private static final Shelf SHELF = new Shelf(ITEM, Units.MAIN);
  private static final BinPlan BINS = Units.bins(2);
  private static final OrderLineId EARLY = OrderLineId.of("EARLY", "1");
  private static final OrderLineId LATE = OrderLineId.of("LATE", "1");

  private final PickFloor floor = PickFloor.of(List.of());
  private final Inventory inventory =
      Inventory.inMemory().locations(Location.of("MAIN")).listener(floor::apply).build();

  private void receive(String receipt, long units) {
    inventory.post(
        ReceiveStock.of(receipt, List.of(StockUnits.of(ITEM, Units.MAIN, Quantity.of(units)))));
  }

  private void place(OrderLineId line, long units) {
    inventory.post(
        PlaceOrder.of(line.order(), OrderLine.of(line.line(), ITEM, Quantity.of(units))));
  }

  private PickList issue(String wave, OrderLineId line) {
    List<ReservedUnits> units =
        floor.unlisted().stream().filter(each -> each.line().equals(line)).toList();
    floor.issue(PickPlan.byOrder(wave, units, BINS, PickLimits.none()));
    return floor.list(wave + "-1");
  }

  private LineStatus status(OrderLineId line) {
    return inventory.order(line.order()).orElseThrow().line(line.line()).orElseThrow();
  }

  private static void requireRefused(ErrorCode code, String message, ThrowingCallable call) {
    InventoryException refused = catchThrowableOfType(InventoryException.class, call);
    assertThat(refused).isNotNull().hasMessage(message);
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void shortPick_posted_waitsAgainAtItsOldPlaceAndIsPickedAgain() {
    receive("R1", 10);
    place(EARLY, 10);
    place(LATE, 5);
    issue("W1", EARLY);

    ShortPick few = floor.shortPick("W1-1", EARLY, Quantity.of(7), Quantity.ZERO);
    assertThat(few.missing()).isEqualTo(Quantity.of(3));
    inventory.post(few.count().orElseThrow().toDocument("C1"));

    assertThat(status(EARLY).backordered()).isEqualTo(Quantity.of(3));
    assertThat(inventory.waiting(ITEM, 2)).extracting(WaitingLine::id).containsExactly(EARLY, LATE);
    assertThat(floor.list("W1-1").missing()).isEqualTo(Quantity.ZERO);
    assertThat(floor.list("W1-1").picked()).isEqualTo(Quantity.of(7));

    receive("R2", 4);
    assertThat(status(EARLY).backordered()).isEqualTo(Quantity.ZERO);
    assertThat(issue("W2", EARLY).asked()).isEqualTo(Quantity.of(3));
    assertThat(status(LATE).reserved()).isEqualTo(Quantity.of(1));
  }

  /** The count takes units of the last in line, whose tote then holds the ones that are missing. */
  @Test
  void shortPick_whereAnotherLineLoses_isPickedAgainFromWhatIsPutBack() {
    receive("R1", 10);
    place(EARLY, 5);
    place(LATE, 5);
    issue("W1", EARLY);
    issue("W2", LATE);
    floor.confirm("W2-1", LATE, Quantity.of(5));

    ShortPick few = floor.shortPick("W1-1", EARLY, Quantity.of(3), Quantity.ZERO);
    inventory.post(few.count().orElseThrow().toDocument("C1"));

    assertThat(status(EARLY).reserved()).isEqualTo(Quantity.of(5));
    assertThat(status(LATE).reserved()).isEqualTo(Quantity.of(3));
    assertThat(floor.list("W1-1").missing()).isEqualTo(Quantity.of(2));
    ReservedUnits back = new ReservedUnits(LATE, StockUnits.of(ITEM, Units.MAIN, Quantity.of(2)));
    assertThat(floor.toPutBack()).containsExactly(back);
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.of(8));

    floor.putBack(back);
    List<ReservedUnits> again = floor.repick("W1-1");
    assertThat(again)
        .containsExactly(new ReservedUnits(EARLY, StockUnits.of(ITEM, Units.MAIN, Quantity.of(2))));
    assertThat(floor.unlisted()).isEqualTo(again);
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.of(6));
    issue("W3", EARLY);
    floor.confirm("W3-1", EARLY, Quantity.of(2));
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.of(8));
  }

  /** Ten lie in the bin, ninety in reserve; the bin turns out to hold three. */
  @Test
  void shortPick_whereMoreLiesInReserve_writesOffTheMissingUnitsAlone() {
    receive("R1", 100);
    place(EARLY, 5);
    issue("W1", EARLY);

    ShortPick few = floor.shortPick("W1-1", EARLY, Quantity.of(3), Quantity.ZERO);
    inventory.post(few.count().orElseThrow().toDocument("C1"));

    assertThat(few.missing()).isEqualTo(Quantity.of(2));
    assertThat(inventory.item(ITEM).onHand()).isEqualTo(Quantity.of(98));
    assertThat(status(EARLY).reserved()).isEqualTo(Quantity.of(5));
    assertThat(floor.repick("W1-1")).hasSize(1);
  }

  @Test
  void shortPick_ofUnitsThatAreInTheHouse_isNoCount() {
    receive("R1", 4);
    place(EARLY, 4);
    issue("W1", EARLY);

    ShortPick some = floor.shortPick("W1-1", EARLY, Quantity.of(1), Quantity.of(2));
    assertThat(some.missing()).isEqualTo(Quantity.of(3));
    assertThat(some.count().orElseThrow().missing()).isEqualTo(Quantity.of(1));

    floor.repick("W1-1");
    issue("W2", EARLY);
    ShortPick none = floor.shortPick("W2-1", EARLY, Quantity.ZERO, Quantity.of(9));
    assertThat(none.missing()).isEqualTo(Quantity.of(3));
    assertThat(none.count()).isEmpty();
  }

  /** Somebody walks with a paper that says five when two of them are cancelled. */
  @Test
  void confirm_ofUnitsThatWereCancelledMeanwhile_putsTheExcessBack() {
    receive("R1", 5);
    place(EARLY, 5);
    issue("W1", EARLY);
    inventory.post(CancelOrder.units("X1", EARLY, Quantity.of(2)));
    assertThat(floor.recalled("W1-1"))
        .containsExactly(new ReservedUnits(EARLY, StockUnits.of(ITEM, Units.MAIN, Quantity.of(2))));

    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units picked for line EARLY/1 must be at most the 3 that are open and the 2 that were: 6",
        () -> floor.confirm("W1-1", EARLY, Quantity.of(6)));
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.ZERO);
    PickList after = floor.confirm("W1-1", EARLY, Quantity.of(5)).orElseThrow();

    assertThat(after.picked()).isEqualTo(Quantity.of(3));
    assertThat(floor.toPutBack())
        .containsExactly(new ReservedUnits(EARLY, StockUnits.of(ITEM, Units.MAIN, Quantity.of(2))));
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.of(5));
    assertThat(floor.recalled("W1-1")).isEmpty();
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units picked for line EARLY/1 must be at most the 0 that are open: 1",
        () -> floor.confirm("W1-1", EARLY, Quantity.of(1)));
  }

  @Test
  void confirm_ofAListThatIsGone_putsAllBack() {
    receive("R1", 5);
    place(EARLY, 5);
    PickList list = issue("W1", EARLY);
    inventory.post(CancelOrder.all("X1", EARLY.order()));
    assertThat(floor.lists()).isEmpty();
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "list must have a number that is not being picked: W1-1",
        () -> floor.resume(List.of(list), List.of()));

    ShortPick few = floor.shortPick("W1-1", EARLY, Quantity.of(4), Quantity.ZERO);

    assertThat(few.list()).isEmpty();
    assertThat(few.missing()).isEqualTo(Quantity.ZERO);
    assertThat(few.count()).isEmpty();
    assertThat(floor.toPutBack())
        .extracting(ReservedUnits::quantity)
        .containsExactly(Quantity.of(4));
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "no list W1-1 is being picked",
        () -> floor.confirm("W1-1", EARLY, Quantity.of(1)));
  }

  @Test
  void withdraw_endsWhatWasRecalled() {
    receive("R1", 5);
    place(EARLY, 5);
    issue("W1", EARLY);
    inventory.post(CancelOrder.all("X1", EARLY.order()));

    assertThat(floor.withdraw("W1-1")).isEmpty();
    assertThat(floor.recalled("W1-1")).isEmpty();
    requireRefused(
        ErrorCode.UNKNOWN_LINE, "no list W1-1 is being picked", () -> floor.withdraw("W1-1"));
  }

  /** Twelve lists of one unit each: by their texts, W1-9 would be the last. */
  @Test
  void lose_ofManyLists_takesTheOneThatWasGivenOutLast() {
    receive("R1", 12);
    place(EARLY, 12);
    PickPlan plan =
        PickPlan.byOrder("W1", floor.unlisted(), BINS, PickLimits.none().withUnits(1));
    floor.issue(plan);
    assertThat(plan.consolidation().get(0).lists())
        .startsWith("W1-1", "W1-2", "W1-3")
        .endsWith("W1-11", "W1-12");

    inventory.post(CancelOrder.units("X1", EARLY, Quantity.of(2)));

    assertThat(floor.lists())
        .extracting(PickList::id)
        .startsWith("W1-1", "W1-2", "W1-3")
        .endsWith("W1-9", "W1-10")
        .hasSize(10);
  }

  @Test
  void reallocated_unitsOfAList_areAskedForByTheWinner() {
    receive("R1", 5);
    place(EARLY, 5);
    place(LATE, 5);
    issue("W1", EARLY);
    ReallocationRules rules = ReallocationRules.builder()
        .order(EARLY.order(), ConfirmationStrategy.LOSE)
        .order(LATE.order(), ConfirmationStrategy.WIN)
        .build();

    inventory.commit("P1", inventory.simulate(List.of(ITEM), rules));

    assertThat(status(LATE).reserved()).isEqualTo(Quantity.of(5));
    assertThat(floor.lists()).isEmpty();
    assertThat(floor.unlisted())
        .containsExactly(new ReservedUnits(LATE, StockUnits.of(ITEM, Units.MAIN, Quantity.of(5))));
    assertThat(floor.recalled("W1-1")).hasSize(1);
  }

  @Test
  void resume_storedLists_goOnAsFarAsTheyHadCome() {
    receive("R1", 10);
    place(EARLY, 5);
    place(LATE, 5);
    issue("W1", EARLY);
    issue("W2", LATE);
    floor.confirm("W1-1", EARLY, Quantity.of(5));
    inventory.post(CancelOrder.units("X1", EARLY, Quantity.of(2)));

    PickFloor later = PickFloor.of(inventory.ledger());
    later.resume(floor.lists(), floor.toPutBack());

    assertThat(later.position()).isEqualTo(inventory.ledger().size());
    assertThat(later.lists()).isEqualTo(floor.lists()).hasSize(2);
    assertThat(later.toPutBack()).isEqualTo(floor.toPutBack()).hasSize(1);
    assertThat(later.picked(SHELF)).isEqualTo(Quantity.of(5));
    List<PickList> stored = floor.lists();
    inventory.post(ShipOrder.all("S1", LATE.order()));
    requireRefused(
        ErrorCode.NOT_RESERVED,
        "lists must ask for at most the 0 units of line LATE/1 at MAIN that are reserved and on no"
            + " list: 5",
        () -> PickFloor.of(inventory.ledger()).resume(stored, List.of()));
  }

  @Test
  void ledger_recordsThatComeAgain_changeNothing() {
    receive("R1", 6);
    place(EARLY, 6);
    PickFloor fed = PickFloor.of(List.of());
    for (int times = 0; times < 2; times++) {
      inventory.ledger().after(0, 100).forEach(fed::apply);
    }

    assertThat(fed.unlisted()).isEqualTo(floor.unlisted()).hasSize(1);
  }

  @Test
  void bench_ordersInTwoZones_areCompleteWhenBothAreThere() {
    receive("R1", 5);
    place(EARLY, 5);
    place(LATE, 3);
    floor.issue(PickPlan.byOrder(
        "W1",
        List.of(new ReservedUnits(EARLY, StockUnits.of(ITEM, Units.MAIN, Quantity.of(4)))),
        BINS,
        PickLimits.none().withUnits(2)));
    floor.confirm("W1-1", EARLY, Quantity.of(2));
    floor.shortPick("W1-2", EARLY, Quantity.of(1), Quantity.of(1));

    assertThat(floor.bench()).containsExactly(bench(3, 0, 1, 1));
    assertThat(floor.bench().get(0).isComplete()).isFalse();

    floor.repick("W1-2");
    issue("W2", EARLY);
    assertThat(floor.bench()).containsExactly(bench(3, 2, 0, 0));
    floor.confirm("W2-1", EARLY, Quantity.of(2));
    assertThat(floor.bench()).containsExactly(bench(5, 0, 0, 0));
    assertThat(floor.bench().get(0).isComplete()).isTrue();

    inventory.post(ShipOrder.all("S1", EARLY.order()));
    assertThat(floor.bench()).isEmpty();
  }

  private static PickFloor.AtBench bench(long picked, long open, long missing, long unlisted) {
    return new PickFloor.AtBench(
        EARLY.order(),
        Units.MAIN,
        new PickFloor.Units(
            Quantity.of(picked), Quantity.of(open), Quantity.of(missing), Quantity.of(unlisted)));
  }

  @Test
  void shipped_takesPickedUnitsAndClosesTheList() {
    receive("R1", 6);
    place(EARLY, 6);
    issue("W1", EARLY);
    floor.confirm("W1-1", EARLY, Quantity.of(4));

    inventory.post(
        ShipOrder.of("S1", EARLY.order(), List.of(ShipOrder.Line.of("1", Quantity.of(4)))));
    assertThat(floor.list("W1-1").asked()).isEqualTo(Quantity.of(2));
    assertThat(floor.picked(SHELF)).isEqualTo(Quantity.ZERO);

    inventory.post(ShipOrder.all("S2", EARLY.order()));
    assertThat(floor.lists()).isEmpty();
    requireRefused(
        ErrorCode.UNKNOWN_LINE, "no list W1-1 is being picked", () -> floor.list("W1-1"));
  }

  @Test
  void cancelled_whilePicked_goesBackToTheShelf() {
    receive("R1", 6);
    place(EARLY, 6);
    issue("W1", EARLY);
    floor.confirm("W1-1", EARLY, Quantity.of(4));

    inventory.post(CancelOrder.all("X1", EARLY.order()));

    assertThat(floor.lists()).isEmpty();
    assertThat(floor.unlisted()).isEmpty();
    ReservedUnits back = new ReservedUnits(EARLY, StockUnits.of(ITEM, Units.MAIN, Quantity.of(4)));
    assertThat(floor.toPutBack()).containsExactly(back);
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "subtrahend must be at most 4: 5",
        () -> floor.putBack(back.withQuantity(5)));
    floor.putBack(back);
    assertThat(floor.toPutBack()).isEmpty();
    requireRefused(
        ErrorCode.INVALID_QUANTITY, "subtrahend must be at most 0: 4", () -> floor.putBack(back));
  }

  @Test
  void withdraw_openUnits_mayBeListedAgain() {
    receive("R1", 6);
    place(EARLY, 6);
    issue("W1", EARLY);
    floor.confirm("W1-1", EARLY, Quantity.of(1));

    assertThat(floor.withdraw("W1-1"))
        .extracting(ReservedUnits::quantity)
        .containsExactly(Quantity.of(5));
    assertThat(floor.list("W1-1").open()).isEqualTo(Quantity.ZERO);
    assertThat(issue("W2", EARLY).asked()).isEqualTo(Quantity.of(5));
  }

  @Test
  void issue_moreThanIsReservedOrListedAlready_isRefusedWhole() {
    receive("R1", 6);
    place(EARLY, 6);
    PickPlan plan = PickPlan.byOrder("W1", floor.unlisted(), BINS, PickLimits.none());
    PickPlan greedy = PickPlan.byOrder(
        "W2",
        List.of(Units.of("EARLY", "1", "S0", 7), Units.of("LATE", "1", "S0", 1)),
        BINS,
        PickLimits.none());

    InventoryException refused =
        catchThrowableOfType(InventoryException.class, () -> floor.issue(greedy));
    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_RESERVED);
    assertThat(floor.lists()).isEmpty();

    floor.issue(plan);
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "list must have a number that is not being picked: W1-1",
        () -> floor.issue(plan));
    requireRefused(
        ErrorCode.NOT_RESERVED,
        "lists must ask for at most the 0 units of line EARLY/1 at MAIN that are reserved and on no"
            + " list: 6",
        () -> floor.issue(PickPlan.byOrder(
            "W3", List.of(Units.of("EARLY", "1", "S0", 6)), BINS, PickLimits.none())));
  }

  @Test
  void apply_eventOfUnitsThatWereNeverTold_isRefused() {
    requireRefused(
        ErrorCode.NOT_RESERVED,
        "units of line EARLY/1 at MAIN must be at most the 0 that are reserved: 2",
        () -> floor.apply(new InventoryEvent.Shipped(EARLY, ITEM, Units.MAIN, Quantity.of(2))));
  }

  @Test
  void apply_unitsThatAreNotTracked_areNotPicked() {
    PickFloor other = PickFloor.of(List.of());
    Inventory services = Inventory.inMemory()
        .terms(sku -> ItemTerms.standard().untracked())
        .listener(other::apply)
        .build();
    services.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", ITEM, Quantity.of(3))));

    assertThat(other.unlisted()).isEmpty();
    assertThat(ReservedUnits.of(
            services.order(OrderId.of("O")).orElseThrow().lines().get(0)))
        .isEmpty();
    services.post(ShipOrder.all("S", OrderId.of("O")));
    assertThat(other.lists()).isEmpty();
  }

  @Test
  void of_lineStatuses_startsInTheMiddle() {
    receive("R1", 6);
    place(EARLY, 6);
    Map<LocationId, Quantity> reserved = status(EARLY).reservedAt();

    PickFloor later = PickFloor.of(ReservedUnits.of(status(EARLY)));

    assertThat(reserved).containsOnlyKeys(Units.MAIN);
    assertThat(later.unlisted()).isEqualTo(floor.unlisted());
  }
}
