package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Reason;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CountStock;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are filled whole or not at all, over several items. */
final class CompleteOrderTest {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderTerms WHOLE =
      OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER);

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final List<String> heard = new ArrayList<>();
  private Inventory inventory = Inventory.inMemory().build();
  private int documents;

  @BeforeEach
  void open() {
    open(AllocationPolicy.firstComeFirstServed());
  }

  private void open(AllocationPolicy policy) {
    heard.clear();
    inventory = Inventory.inMemory()
        .clock(() -> now)
        .policy(policy)
        .listener(event -> heard.add(event.toString()))
        .build();
  }

  private void place(String order, OrderTerms terms, long a, long b) {
    List<OrderLine> lines = new ArrayList<>();
    if (a > 0) {
      lines.add(OrderLine.of("1", A, Quantity.of(a)));
    }
    if (b > 0) {
      lines.add(OrderLine.of("2", B, Quantity.of(b)));
    }
    inventory.post(PlaceOrder.of(OrderId.of(order), lines).with(terms));
  }

  private void receive(Sku sku, long units) {
    inventory.post(ReceiveStock.of("R" + ++documents, sku, MAIN, Quantity.of(units)));
  }

  private long reserved(String order) {
    return order(order).lines().stream()
        .mapToLong(line -> line.reserved().units())
        .sum();
  }

  private Order order(String order) {
    return inventory.order(OrderId.of(order)).orElseThrow();
  }

  /** F9: neither takes what the other needs, and each is filled in its turn. */
  @Test
  void receive_twoOrdersThatNeedTheSameGoods_neverWaitForEachOther() {
    place("X", WHOLE, 2, 2);
    place("Y", WHOLE, 2, 2);

    receive(A, 2);
    assertThat(reserved("X") + reserved("Y")).isZero();
    receive(B, 2);
    assertThat(reserved("X")).isEqualTo(4);
    assertThat(reserved("Y")).isZero();
    receive(B, 2);
    receive(A, 2);

    assertThat(reserved("Y")).isEqualTo(4);
    assertThat(inventory.verify().isSound()).isTrue();
  }

  /** Ranked by need, each stands first in one queue. */
  @Test
  void receive_twoOrdersEachFirstInOneQueue_areBothFilled() {
    open(AllocationPolicy.smallestFirst());
    place("X", WHOLE, 1, 3);
    place("Y", WHOLE, 3, 1);

    receive(A, 3);
    receive(B, 3);
    assertThat(reserved("X") + reserved("Y")).isEqualTo(4);
    receive(A, 1);
    receive(B, 1);

    assertThat(reserved("X")).isEqualTo(4);
    assertThat(reserved("Y")).isEqualTo(4);
  }

  @Test
  void cancel_freesTwoItemsAtOnce_theOrderAheadGetsBothBeforeThoseBehind() {
    receive(A, 2);
    receive(B, 2);
    place("HAS", OrderTerms.standard(), 2, 2);
    place("WHOLE", WHOLE, 2, 2);
    place("PART", OrderTerms.standard(), 2, 2);
    heard.clear();

    inventory.post(CancelOrder.all("X", OrderId.of("HAS")));

    assertThat(reserved("WHOLE")).isEqualTo(4);
    assertThat(reserved("PART")).isZero();
    assertThat(heard)
        .containsSubsequence(
            "BackorderFilled WHOLE/1 2 A@MAIN", "BackorderFilled WHOLE/2 2 B@MAIN");
  }

  /** Who stands before the order at its other item is served before it. */
  @Test
  void cancel_freesTwoItemsAtOnce_thoseAheadAtTheOtherItemComeFirst() {
    receive(A, 2);
    receive(B, 2);
    place("HAS", OrderTerms.standard(), 2, 2);
    place("AHEAD", OrderTerms.standard(), 0, 1);
    place("WHOLE", WHOLE, 2, 2);
    place("PART", OrderTerms.standard(), 2, 0);

    inventory.post(CancelOrder.all("X", OrderId.of("HAS")));

    assertThat(reserved("AHEAD")).isEqualTo(1);
    assertThat(reserved("WHOLE")).isZero();
    assertThat(reserved("PART")).isEqualTo(2);
    assertThat(inventory.item(B).availableNow()).isEqualTo(Quantity.of(1));
  }

  /** It cannot starve behind itself: what it waits for is decided by all its lines together. */
  @Test
  void receive_twoLinesOfOneItem_areFilledTogether() {
    inventory.post(PlaceOrder.of(
            OrderId.of("W"),
            OrderLine.of("1", A, Quantity.of(3)),
            OrderLine.of("2", A, Quantity.of(2)))
        .with(WHOLE));

    receive(A, 4);
    assertThat(reserved("W")).isZero();
    assertThat(inventory.reason(OrderLineId.of("W", "1"))).contains(Reason.WAITS_FOR_ORDER);
    receive(A, 1);

    assertThat(reserved("W")).isEqualTo(5);
    assertThat(order("W").status()).isEqualTo(Order.Status.READY);
  }

  @Test
  void place_acceptAvailable_reservesAllOrRefusesAll() {
    receive(A, 2);
    place("W", WHOLE.onShortage(ShortageRule.ACCEPT_AVAILABLE), 2, 1);

    assertThat(reserved("W")).isZero();
    assertThat(order("W").lines())
        .allSatisfy(line -> assertThat(line.refused().units()).isPositive());
    assertThat(inventory.item(A).availableNow()).isEqualTo(Quantity.of(2));
  }

  @Test
  void count_takesAUnit_theOrderGivesUpAllAndKeepsItsPlace() {
    receive(A, 2);
    receive(B, 2);
    place("W", WHOLE, 2, 2);
    place("BEHIND", OrderTerms.standard(), 0, 1);
    heard.clear();

    inventory.post(CountStock.of("C", List.of(StockUnits.of(A, MAIN, Quantity.of(1)))));

    assertThat(reserved("W")).isZero();
    assertThat(reserved("BEHIND")).isEqualTo(1);
    assertThat(heard)
        .containsExactly(
            "Adjusted A@MAIN -1",
            "LostReservation W/1 2 A@MAIN",
            "LostReservation W/2 2 B@MAIN",
            "BackorderFilled BEHIND/2 1 B@MAIN",
            "OrderReady BEHIND");
    receive(A, 1);
    assertThat(reserved("W")).isZero();
    receive(B, 1);
    assertThat(reserved("W")).isEqualTo(4);
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @Test
  void ship_afterPartOfItIsShipped_aLossTakesOnlyWhatIsLeft() {
    receive(A, 2);
    receive(B, 2);
    place("W", WHOLE, 2, 2);
    inventory.post(
        ShipOrder.of("S", OrderId.of("W"), List.of(ShipOrder.Line.of("1", Quantity.of(2)))));

    inventory.post(AdjustStock.of("J", B, MAIN, -1));

    assertThat(order("W").lines().get(0).shipped()).isEqualTo(Quantity.of(2));
    assertThat(order("W").lines().get(1).backordered()).isEqualTo(Quantity.of(2));
    receive(B, 1);
    assertThat(order("W").status()).isEqualTo(Order.Status.READY);
  }

  @Test
  void change_raisedAndLowered_isFilledWhenWhatItNeedsIsThere() {
    receive(A, 2);
    place("W", WHOLE, 2, 2);
    inventory.post(ChangeLine.of("E1", OrderLineId.of("W", "2"), Quantity.of(3)));
    receive(B, 2);
    assertThat(reserved("W")).isZero();

    inventory.post(ChangeLine.of("E2", OrderLineId.of("W", "2"), Quantity.of(2)));

    assertThat(reserved("W")).isEqualTo(4);
  }

  @Test
  void splittingFrom_tickBeforeTheMoment_waitsAndAtItIsServedInPart() {
    Instant moment = now.plusSeconds(60);
    place("W", WHOLE.splittingFrom(moment), 2, 2);
    now = moment.minusNanos(1_000);
    receive(A, 1);
    assertThat(reserved("W")).isZero();
    assertThat(inventory.reason(OrderLineId.of("W", "1"))).contains(Reason.WAITS_FOR_LINE);

    now = moment;
    receive(A, 1);

    assertThat(order("W").lines().get(0).reserved()).isEqualTo(Quantity.of(2));
    assertThat(order("W").lines().get(1).reserved()).isEqualTo(Quantity.ZERO);
    assertThat(order("W").terms().splitsFrom()).contains(moment);
  }

  @Test
  void shippingAtLeast_fewerUnits_areNotGrantedUnlessTheyAreTheRest() {
    OrderTerms atLeastThree = OrderTerms.standard().shippingAtLeast(Quantity.of(3));
    place("P", atLeastThree, 7, 0);
    receive(A, 2);
    assertThat(reserved("P")).isZero();
    assertThat(inventory.reason(OrderLineId.of("P", "1"))).contains(Reason.LOT);
    receive(A, 1);
    assertThat(reserved("P")).isEqualTo(3);
    receive(A, 3);
    assertThat(reserved("P")).isEqualTo(6);

    receive(A, 1);

    assertThat(reserved("P")).isEqualTo(7);
  }

  @Test
  void shippingAtLeast_underEqualAwards_isTheFirstStep() {
    open(AllocationPolicy.of(
        Sequence.firstComeFirstServed(), ShareRule.equalAwards(), Guard.none()));
    place("P", OrderTerms.standard().shippingAtLeast(Quantity.of(3)), 5, 0);
    place("Q", OrderTerms.standard(), 5, 0);

    receive(A, 5);

    assertThat(reserved("P")).isEqualTo(3);
    assertThat(reserved("Q")).isEqualTo(2);
  }

  @Test
  void shippingAtLeast_ofARaisedLineUnderEqualAwards_isTheFirstStepOfEachPlace() {
    open(AllocationPolicy.of(
        Sequence.firstComeFirstServed(), ShareRule.equalAwards(), Guard.none()));
    place("P", OrderTerms.standard().shippingAtLeast(Quantity.of(3)), 5, 0);
    inventory.post(ChangeLine.of("E1", OrderLineId.of("P", "1"), Quantity.of(9)));

    receive(A, 6);
    assertThat(reserved("P")).isEqualTo(5);
    receive(A, 2);
    assertThat(reserved("P")).isEqualTo(8);
  }

  /** Receipts of either item lock the other's as well, in whatever order they come. */
  @Test
  void receive_fromManyThreads_fillsEveryOrderWholeAndNeverWaitsForEver() throws Exception {
    int orders = 40;
    for (int i = 0; i < orders; i++) {
      place("W" + i, WHOLE, 1 + i % 3, 1 + i % 2);
    }
    List<Callable<Object>> receipts = new ArrayList<>();
    for (int i = 0; i < orders * 3; i++) {
      int number = i;
      Sku sku = i % 2 == 0 ? A : B;
      receipts.add(() -> inventory.post(ReceiveStock.of("T" + number, sku, MAIN, Quantity.of(2))));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Object> each : threads.invokeAll(receipts, 60, TimeUnit.SECONDS)) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    for (int i = 0; i < orders; i++) {
      assertThat(order("W" + i).status()).isEqualTo(Order.Status.READY);
    }
    assertThat(inventory.verify().isSound()).isTrue();
  }
}
