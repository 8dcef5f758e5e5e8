package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CountStock;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs and commits refuse, with the code and the sentence; nothing has changed then. */
final class ReallocationRefusalTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId LINE = OrderLineId.of("A", "1");

  private final Inventory inventory = Inventory.inMemory().build();

  @BeforeEach
  void morning() {
    morning(inventory);
  }

  private static void morning(Inventory shop) {
    shop.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(5)));
    shop.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(5))));
    shop.post(PlaceOrder.of(OrderId.of("B"), OrderLine.of("1", LAMP, Quantity.of(2))));
    shop.post(PlaceOrder.of(OrderId.of("GONE"), OrderLine.of("1", LAMP, Quantity.of(2))));
    shop.post(CancelOrder.all("X1", OrderId.of("GONE")));
  }

  private void requireRefused(ErrorCode code, String message, ThrowingCallable call) {
    long before = inventory.ledger().size();
    InventoryException refused = catchThrowableOfType(InventoryException.class, call);
    assertThat(refused).hasMessage(message);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.facts().asMap()).isNotEmpty();
    assertThat(inventory.ledger().size()).isEqualTo(before);
  }

  private void simulate(ReallocationRules.Builder rules) {
    inventory.simulate(List.of(LAMP), rules.build());
  }

  private static ReallocationRules swap() {
    return ReallocationRules.builder()
        .order(OrderId.of("A"), ConfirmationStrategy.LOSE)
        .order(OrderId.of("B"), ConfirmationStrategy.WIN)
        .build();
  }

  private static ReallocationSnapshot.Supply supply() {
    return ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN")), 5);
  }

  private static OpenLine line(OrderLineId id) {
    return OpenLine.of(id, PlaceInLine.of(1), Quantity.of(5));
  }

  @Test
  void simulate_whatWasNeverPlacedOrIsClosed_isRefused() {
    requireRefused(
        ErrorCode.UNKNOWN_ORDER,
        "order must have been placed before: NO",
        () -> simulate(
            ReallocationRules.builder().order(OrderId.of("NO"), ConfirmationStrategy.WIN)));
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "line must be one of the 1 lines of order A: 9",
        () -> simulate(
            ReallocationRules.builder().line(OrderLineId.of("A", "9"), ConfirmationStrategy.WIN)));
    requireRefused(
        ErrorCode.ALREADY_CLOSED,
        "cannot act on order GONE: nothing of it is open",
        () -> simulate(
            ReallocationRules.builder().order(OrderId.of("GONE"), ConfirmationStrategy.WIN)));
    requireRefused(
        ErrorCode.ALREADY_CLOSED,
        "cannot share out units of line GONE/1: nothing of it is open",
        () -> simulate(ReallocationRules.builder().frozen(OrderLineId.of("GONE", "1"))));
  }

  @Test
  void simulate_whatConcernsOtherItems_isRefused() {
    Sku bulb = Sku.of("BULB");
    inventory.post(PlaceOrder.of(OrderId.of("OTHER"), OrderLine.of("1", bulb, Quantity.of(5))));
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "line must have open units of an item of the run: OTHER/1",
        () -> simulate(ReallocationRules.builder()
            .line(OrderLineId.of("OTHER", "1"), ConfirmationStrategy.WIN)));
    requireRefused(
        ErrorCode.UNKNOWN_ORDER,
        "order must have open units of an item of the run: OTHER",
        () -> simulate(
            ReallocationRules.builder().order(OrderId.of("OTHER"), ConfirmationStrategy.WIN)));
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "line must have open units of an item of the run: OTHER/1",
        () -> simulate(ReallocationRules.builder().frozen(OrderLineId.of("OTHER", "1"))));
  }

  @Test
  void snapshot_withoutItems_isRefused() {
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "items of a snapshot must be at least 1: 0",
        () -> inventory.snapshot(List.of()));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "items of a snapshot must be at least 1: 0",
        () -> new ReallocationSnapshot(Worlds.NOON, List.of()));
  }

  @Test
  void rules_twoStrategiesForOneLine_areRefused() {
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "line A/1 must have one strategy, WIN: LOSE",
        () -> ReallocationRules.builder()
            .line(LINE, ConfirmationStrategy.WIN)
            .line(LINE, ConfirmationStrategy.LOSE));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "order A must have one strategy, WIN: LOSE",
        () -> ReallocationRules.builder()
            .order(OrderId.of("A"), ConfirmationStrategy.WIN)
            .order(OrderId.of("A"), ConfirmationStrategy.LOSE));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "line A/1 must have one strategy, WIN: LOSE",
        () -> ReallocationRules.builder()
            .order(OrderId.of("A"), ConfirmationStrategy.WIN)
            .line(LINE, ConfirmationStrategy.LOSE));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "line A/1 must have one strategy, WIN: LOSE",
        () -> ReallocationRules.builder()
            .line(LINE, ConfirmationStrategy.WIN)
            .order(OrderId.of("A"), ConfirmationStrategy.LOSE));
    assertThat(ReallocationRules.builder()
            .line(LINE, ConfirmationStrategy.WIN)
            .line(LINE, ConfirmationStrategy.WIN)
            .order(OrderId.of("A"), ConfirmationStrategy.WIN)
            .build()
            .lines())
        .hasSize(1);
  }

  @Test
  void run_completeOrderWithTwoStrategies_isRefused() {
    OrderTerms whole = OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER);
    inventory.post(PlaceOrder.of(
            OrderId.of("C"),
            List.of(
                OrderLine.of("1", LAMP, Quantity.of(1)), OrderLine.of("2", LAMP, Quantity.of(1))))
        .with(whole));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "lines of order C, which is delivered complete, must have one strategy, WIN: LOSE",
        () -> simulate(ReallocationRules.builder()
            .line(OrderLineId.of("C", "1"), ConfirmationStrategy.WIN)
            .line(OrderLineId.of("C", "2"), ConfirmationStrategy.LOSE)));
  }

  @Test
  void budget_negative_isRefused() {
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "promises that may worsen must be 0 or more: -1",
        () -> StabilityBudget.worsening(-1));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "quiet days must be 0 or more: -2",
        () -> StabilityBudget.UNLIMITED.sparing(-2));
  }

  @Test
  void snapshot_whatStandsTwiceOrIsNegative_isRefused() {
    ReallocationSnapshot.Item item =
        new ReallocationSnapshot.Item(LAMP, 0, supply(), List.of(line(LINE)));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "item must stand once in a snapshot: LAMP",
        () -> new ReallocationSnapshot(Worlds.NOON, List.of(item, item)));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "line must stand once in a snapshot: A/1",
        () -> new ReallocationSnapshot(
            Worlds.NOON,
            List.of(new ReallocationSnapshot.Item(
                LAMP, 0, supply(), List.of(line(LINE), line(LINE))))));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "version of LAMP must not be negative: -1",
        () -> new ReallocationSnapshot.Item(LAMP, -1, supply(), List.of()));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units of line A/1 at MAIN must be at least 1: 0",
        () -> line(LINE).having(Map.of(MAIN, Quantity.ZERO)));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units at a location must be 0 or more: -1",
        () -> ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN")), -1));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "locations must be as many as numbers of units, at least 1: 1 and 2",
        () -> ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN")), 1, 2));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "lot must be 1 or more: 0",
        () -> supply().inLotsOf(Quantity.ZERO));
  }

  @Test
  void commit_afterSomethingHappened_isStale() {
    ReallocationPlan plan = inventory.simulate(List.of(LAMP), swap());
    long version = inventory.version(LAMP);
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(1)));
    requireRefused(
        ErrorCode.STALE_PLAN,
        "version of LAMP must be what the plan was made on, %d: %d; take a snapshot and run again"
            .formatted(version, inventory.version(LAMP)),
        () -> inventory.commit("P1", plan));
  }

  /** The versions may agree by chance; then the lines and the free units do not. */
  @Test
  void commit_planOfAnotherInventory_isStale() {
    Inventory other = Inventory.inMemory().build();
    other.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(9)));
    other.post(PlaceOrder.of(OrderId.of("Z"), OrderLine.of("1", LAMP, Quantity.of(10))));
    while (other.version(LAMP) < inventory.version(LAMP)) {
      other.post(ReceiveStock.of("R" + other.version(LAMP), LAMP, MAIN, Quantity.of(1)));
    }
    ReallocationPlan plan = other.simulate(
        List.of(LAMP),
        ReallocationRules.builder()
            .order(OrderId.of("Z"), ConfirmationStrategy.LOSE)
            .build());
    InventoryException refused =
        catchThrowableOfType(InventoryException.class, () -> inventory.commit("P1", plan));
    assertThat(refused.code()).isEqualTo(ErrorCode.STALE_PLAN);
  }

  @Test
  void commit_sameNumberOtherPlan_isAConflictThatNamesTheField() {
    ReallocationPlan plan = inventory.simulate(List.of(LAMP), swap());
    inventory.commit("P1", plan);
    ReallocationPlan empty =
        inventory.simulate(List.of(LAMP), ReallocationRules.builder().build());
    InventoryException refused =
        catchThrowableOfType(InventoryException.class, () -> inventory.commit("P1", empty));
    assertThat(refused.code()).isEqualTo(ErrorCode.DOCUMENT_CONFLICT);
    assertThat(refused.facts().asMap()).containsEntry("field", "item 1 version");
  }
}
