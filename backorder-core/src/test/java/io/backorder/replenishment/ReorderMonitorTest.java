package io.backorder.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.review.OrderRule;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReorderMonitorTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");

  private static final SupplierOffer ACME = new SupplierOffer(
      SupplierId.of("ACME"),
      new SupplierOffer.Price(2, 10),
      new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(9)), 1),
      OrderSizes.of(Quantity.of(1), Quantity.of(12)));

  private final Map<Sku, Long> onOrder = new ConcurrentHashMap<>();
  private final Map<Sku, ReorderPlan> plans = new ConcurrentHashMap<>();
  private final List<String> told = new ArrayList<>();
  private final Inventory inventory = Inventory.inMemory()
      .locations(Location.of("MAIN"), Location.of("EAST"))
      .clock(() -> NOON)
      .build();
  private final ReorderMonitor monitor = ReorderMonitor.of(
      inventory::item,
      sku -> Quantity.of(onOrder.getOrDefault(sku, inventory.item(sku).inbound().units())),
      sku -> Optional.ofNullable(plans.get(sku)),
      new PurchaseListener() {
        @Override
        public void onProposed(PurchaseProposal proposal) {
          told.add("buy " + proposal.quantity());
        }

        @Override
        public void onWithdrawn(PurchaseProposal proposal) {
          told.add("leave " + proposal.quantity());
        }
      });

  @BeforeEach
  void wire() {
    plans.put(LAMP, ReorderPlan.continuous(OrderRule.minMax(20, 50), ACME));
    inventory.listeners().add(event -> monitor.onEvent(event, NOON));
    receive("R-0", 40);
    told.clear();
  }

  private void receive(String number, long units) {
    inventory.post(ReceiveStock.of(number, LAMP, MAIN, Quantity.of(units)));
  }

  private void order(String number, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(number), OrderLine.of("1", LAMP, Quantity.of(units))));
  }

  @Test
  void onEvent_positionFallsToTheReorderPoint_proposesOnceWithItsNumbers() {
    order("1", 19);
    assertThat(told).isEmpty();
    order("2", 1);
    order("3", 5);
    order("4", 30);

    assertThat(told).containsExactly("buy 36");
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();
    assertThat(proposal.source())
        .isEqualTo(
            new PurchaseProposal.Source(SupplierId.of("ACME"), NOON.plus(Duration.ofDays(9))));
    assertThat(proposal)
        .hasToString("buy 36 LAMP of ACME, expected 2026-03-11T12:00:00Z: position 20 = 20"
            + " unreserved + 0 on order - 0 backordered, at or below 20");
    assertThat(proposal.reason().asked()).isEqualTo(30);
  }

  @Test
  void onEvent_positionRisesByItself_withdrawsAndProposesAtTheNextCrossing() {
    order("1", 25);
    inventory.post(CancelOrder.all("C-1", OrderId.of("1")));
    order("2", 19);
    order("3", 2);

    assertThat(told).containsExactly("buy 36", "leave 36", "buy 36");
    assertThat(monitor.open()).hasSize(1);
  }

  @Test
  void onEvent_announcedSupply_isOnOrderWhereTheInventoryIsAsked() {
    SupplyId supply = SupplyId.of("PO-1");
    inventory.post(AnnounceSupply.of(
        supply, StockUnits.of(LAMP, MAIN, Quantity.of(30)), NOON.plus(Duration.ofDays(9))));
    order("1", 45);
    assertThat(told).isEmpty(); // 40 + 30 - 45 is above the reorder point

    inventory.post(RescheduleSupply.of("D-1", supply, NOON).to(Quantity.of(10)));
    assertThat(told).containsExactly("buy 48");
    inventory.post(RescheduleSupply.of("D-2", supply, NOON).to(Quantity.of(30)));
    inventory.post(CloseSupply.of(supply));

    assertThat(told).containsExactly("buy 48", "leave 48", "buy 60");
  }

  @Test
  void onEvent_shipmentAndTransfer_moveNoPosition() {
    order("1", 19);
    inventory.post(ShipOrder.all("S-1", OrderId.of("1")));
    inventory.post(
        TransferStock.of("T-1", StockUnits.of(LAMP, MAIN, Quantity.of(3)), LocationId.of("EAST")));

    assertThat(told).isEmpty();
    order("2", 1);
    assertThat(told).containsExactly("buy 36");
  }

  @Test
  void ordered_enough_closesTheProposalUntilTheNextCrossing() {
    order("1", 25);
    onOrder.put(LAMP, 36L);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();

    assertThat(monitor.ordered(proposal, NOON)).isTrue();
    assertThat(monitor.ordered(proposal, NOON)).isFalse();
    assertThat(monitor.open()).isEmpty();
    order("2", 30);
    order("3", 2);
    assertThat(told).containsExactly("buy 36", "buy 36");
  }

  @Test
  void ordered_tooLittle_proposesTheRest() {
    order("1", 60);
    onOrder.put(LAMP, 12L);

    assertThat(monitor.ordered(monitor.open(LAMP).orElseThrow(), NOON)).isTrue();
    // 0 unreserved, 12 on order, 20 wait: 58 to 50, in packs of 12
    assertThat(told).containsExactly("buy 72", "buy 60");
  }

  @Test
  void onEvent_receiptOfWhatWasOnOrder_leavesThePositionAlone() {
    order("1", 25);
    onOrder.put(LAMP, 36L);
    monitor.ordered(monitor.open(LAMP).orElseThrow(), NOON);
    told.clear();
    onOrder.put(LAMP, 0L);
    receive("R-1", 36);

    assertThat(told).isEmpty();
  }

  @Test
  void onEvent_stockIsLost_proposes() {
    inventory.post(AdjustStock.of("A-1", LAMP, MAIN, -20));

    assertThat(told).containsExactly("buy 36");
  }

  @Test
  void review_periodic_proposesThereAloneAndWithdrawsAtAnyEvent() {
    plans.put(LAMP, ReorderPlan.periodic(OrderRule.upTo(50), ACME));
    order("1", 30);
    assertThat(told).isEmpty();

    monitor.review(LAMP, NOON);
    monitor.review(LAMP, NOON);
    receive("R-1", 40);

    assertThat(told).containsExactly("buy 48", "leave 48");
  }

  @Test
  void review_itemNoLongerPlanned_withdraws() {
    order("1", 25);
    plans.remove(LAMP);
    monitor.review(LAMP, NOON);

    assertThat(told).containsExactly("buy 36", "leave 36");
    monitor.review(Sku.of("NEVER-SEEN"), NOON);
    assertThat(monitor.open(Sku.of("NEVER-SEEN"))).isEmpty();
  }

  @Test
  void onProposed_listenerFails_leavesTheProposalOpenAndIsCounted() {
    ReorderMonitor failing = ReorderMonitor.of(
        inventory::item,
        OnOrder.NOTHING,
        sku -> Optional.ofNullable(plans.get(sku)),
        new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            throw new IllegalStateException("the buyer's desk is closed");
          }
        });
    inventory.listeners().add(event -> failing.onEvent(event, NOON));

    order("1", 25);

    assertThat(inventory.listeners().failures()).isEqualTo(1);
    assertThat(failing.open()).hasSize(1);
    assertThat(told).containsExactly("buy 36");
  }

  @Test
  void onEvent_manyThreads_proposesOncePerCrossing() throws Exception {
    AtomicInteger proposed = new AtomicInteger();
    AtomicInteger withdrawn = new AtomicInteger();
    ReorderMonitor counting = ReorderMonitor.of(
        inventory::item,
        OnOrder.NOTHING,
        sku -> Optional.of(ReorderPlan.continuous(OrderRule.minMax(20, 50), ACME)),
        new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            proposed.incrementAndGet();
          }

          @Override
          public void onWithdrawn(PurchaseProposal proposal) {
            withdrawn.incrementAndGet();
          }
        });
    inventory.listeners().add(event -> counting.onEvent(event, NOON));
    inventory.listeners().add(event -> counting.review(LAMP, NOON));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int name = thread;
      done.add(pool.submit(() -> {
        start.await();
        for (int i = 0; i < 10; i++) {
          order(name + "-" + i, 1);
        }
        return null;
      }));
    }
    start.countDown();
    for (Future<?> each : done) {
      each.get();
    }
    pool.shutdown();

    assertThat(proposed).hasValue(1);
    assertThat(withdrawn).hasValue(0);
  }
}
