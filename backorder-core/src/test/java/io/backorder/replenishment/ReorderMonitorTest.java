package io.backorder.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.review.OrderRule;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
      telling(told));

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
  void order_enough_closesTheProposalUntilTheNextCrossing() {
    order("1", 25);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();

    assertThat(monitor.order(proposal, NOON, () -> onOrder.put(LAMP, 36L))).isTrue();
    assertThat(monitor.order(proposal, NOON, () -> {
          throw new AssertionError("bought twice");
        }))
        .isFalse();
    assertThat(monitor.open()).isEmpty();
    order("2", 30);
    order("3", 2);
    assertThat(told).containsExactly("buy 36", "buy 36");
  }

  @Test
  void order_tooLittle_proposesTheRest() {
    order("1", 60);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();

    assertThat(monitor.order(proposal, NOON, () -> onOrder.put(LAMP, 12L))).isTrue();
    // 0 unreserved, 12 on order, 20 wait: 58 to 50, in packs of 12
    assertThat(told).containsExactly("buy 72", "buy 60");
  }

  @Test
  void order_purchaseIsAnnouncedToTheInventory_isNoWithdrawal() {
    List<String> heard = new ArrayList<>();
    ReorderMonitor buyer = ReorderMonitor.of(
        inventory::item, sku -> Optional.ofNullable(plans.get(sku)), telling(heard));
    inventory.listeners().add(event -> buyer.onEvent(event, NOON));
    order("1", 25);
    PurchaseProposal proposal = buyer.open(LAMP).orElseThrow();
    StockUnits units = StockUnits.of(LAMP, MAIN, proposal.quantity());

    boolean isOrdered = buyer.order(proposal, NOON, () -> {
      inventory.post(AnnounceSupply.of(Supply.of(SupplyId.of("PO-1"), units, NOON)));
      order("2", 1); // somebody else meanwhile
    });

    assertThat(isOrdered).isTrue();
    assertThat(heard).containsExactly("buy 36");
    assertThat(buyer.open()).isEmpty();
    order("3", 30);
    assertThat(heard).hasSize(2).last().asString().startsWith("buy ");
  }

  @Test
  void order_purchaseFails_leavesTheProposalOpen() {
    order("1", 25);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();

    assertThatIllegalStateException()
        .isThrownBy(() -> monitor.order(proposal, NOON, () -> {
          throw new IllegalStateException("supplier is closed");
        }));

    assertThat(monitor.open(LAMP)).contains(proposal);
    assertThat(told).containsExactly("buy 36");
    assertThat(monitor.order(proposal, NOON, () -> onOrder.put(LAMP, 36L))).isTrue();
  }

  @Test
  void order_positionRoseWhileThePurchaseFailed_isWithdrawn() {
    order("1", 25);

    assertThatIllegalStateException()
        .isThrownBy(() -> monitor.order(monitor.open(LAMP).orElseThrow(), NOON, () -> {
          receive("R-9", 40);
          throw new IllegalStateException("supplier is closed");
        }));

    assertThat(told).containsExactly("buy 36", "leave 36");
    assertThat(monitor.open()).isEmpty();
  }

  @Test
  void order_eightThreadsAtOnce_buysOnce() throws Exception {
    order("1", 25);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();
    AtomicInteger bought = new AtomicInteger();

    inEightThreads(
        50,
        (thread, turn) -> monitor.order(proposal, NOON, () -> {
          bought.incrementAndGet();
          onOrder.put(LAMP, 36L);
        }));

    assertThat(bought).hasValue(1);
  }

  @Test
  void onEvent_receiptOfWhatWasOnOrder_leavesThePositionAlone() {
    order("1", 25);
    monitor.order(monitor.open(LAMP).orElseThrow(), NOON, () -> onOrder.put(LAMP, 36L));
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
  void of_announcedPurchases_areOnOrderByOneReading() {
    List<String> heard = new ArrayList<>();
    AtomicInteger readings = new AtomicInteger();
    ReorderMonitor announced = ReorderMonitor.of(
        sku -> {
          readings.incrementAndGet();
          return inventory.item(sku);
        },
        sku -> Optional.ofNullable(plans.get(sku)),
        telling(heard));
    inventory.post(
        AnnounceSupply.of(SupplyId.of("PO-1"), StockUnits.of(LAMP, MAIN, Quantity.of(30)), NOON));
    order("1", 45);

    announced.moved(LAMP, NOON);
    assertThat(heard).isEmpty();
    order("2", 5);
    announced.moved(LAMP, NOON);

    assertThat(heard).containsExactly("buy 36");
    assertThat(readings).hasValue(2);
  }

  private static PurchaseListener telling(List<String> heard) {
    return new PurchaseListener() {
      @Override
      public void onProposed(PurchaseProposal proposal) {
        heard.add("buy " + proposal.quantity());
      }

      @Override
      public void onWithdrawn(PurchaseProposal proposal) {
        heard.add("leave " + proposal.quantity());
      }
    };
  }

  @Test
  void withOpen_whatWasProposedBefore_isNotToldAgainAndIsWithdrawn() {
    order("1", 25);
    List<String> heard = new ArrayList<>();

    ReorderMonitor again = ReorderMonitor.of(
            inventory::item, sku -> Optional.ofNullable(plans.get(sku)), telling(heard))
        .withOpen(monitor.open());
    again.review(LAMP, NOON);
    assertThat(heard).isEmpty();
    assertThat(again.open()).isEqualTo(monitor.open()).hasSize(1);
    assertThat(again.withParts(sku -> List.of()).open()).isEqualTo(again.open());
    inventory.post(CancelOrder.all("C-1", OrderId.of("1")));
    again.moved(LAMP, NOON);

    assertThat(heard).containsExactly("leave 36");
  }

  @Test
  void withOpen_twoOfAnItem_isRefused() {
    order("1", 25);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> monitor.withOpen(List.of(proposal, proposal)))
        .withMessage("open proposals must be at most one of an item: two of LAMP")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID));
  }

  @Test
  void moved_periodic_proposesNothing() {
    plans.put(LAMP, ReorderPlan.periodic(OrderRule.upTo(50), ACME));
    order("1", 30);

    monitor.moved(LAMP, NOON);

    assertThat(told).isEmpty();
  }

  @Test
  void onEvent_kit_looksAtItsParts() {
    Sku pair = Sku.of("PAIR");
    Inventory kits = Inventory.inMemory()
        .terms(sku -> sku.equals(pair)
            ? ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2)))
            : ItemTerms.standard())
        .build();
    List<String> heard = new ArrayList<>();
    ReorderMonitor deaf = ReorderMonitor.of(
        kits::item, sku -> Optional.ofNullable(plans.get(sku)), PurchaseListener.NONE);
    ReorderMonitor hearing = ReorderMonitor.of(
            kits::item, sku -> Optional.ofNullable(plans.get(sku)), telling(heard))
        .withParts(sku -> kits.parts(sku).keySet());
    kits.post(ReceiveStock.of("R-1", LAMP, MAIN, Quantity.of(40)));
    kits.listeners().add(event -> deaf.onEvent(event, NOON));
    kits.listeners().add(event -> hearing.onEvent(event, NOON));

    kits.post(PlaceOrder.of(OrderId.of("1"), OrderLine.of("1", pair, Quantity.of(12))));
    assertThat(hearing.open(LAMP)).isPresent();
    assertThat(deaf.open(LAMP)).isEmpty();
    kits.post(CancelOrder.all("C-1", OrderId.of("1")));

    assertThat(heard).containsExactly("buy 36", "leave 36");
  }

  @Test
  void onRecords_kit_looksAtItsPartsWithoutBeingToldOfThem() {
    Sku pair = Sku.of("PAIR");
    Inventory kits = Inventory.inMemory()
        .terms(sku -> sku.equals(pair)
            ? ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2)))
            : ItemTerms.standard())
        .build();
    ReorderMonitor reading = ReorderMonitor.of(
        kits::item, sku -> Optional.ofNullable(plans.get(sku)), PurchaseListener.NONE);
    kits.post(ReceiveStock.of("R-1", LAMP, MAIN, Quantity.of(40)));
    long read = kits.ledger().size();
    kits.post(PlaceOrder.of(OrderId.of("1"), OrderLine.of("1", pair, Quantity.of(12))));

    reading.onRecords(kits.ledger().after(read, 99), NOON);

    assertThat(reading.open(LAMP)).isPresent();
  }

  @Test
  void onRecords_listenerFailsForOneItem_looksAtTheOthers() {
    Sku torch = Sku.of("TORCH");
    plans.put(torch, ReorderPlan.continuous(OrderRule.minMax(20, 50), ACME));
    order("1", 25);
    inventory.post(ReceiveStock.of("R-1", torch, MAIN, Quantity.of(1)));
    ReorderMonitor failing = ReorderMonitor.of(
        inventory::item, sku -> Optional.ofNullable(plans.get(sku)), new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            throw new IllegalStateException("no " + proposal.sku());
          }
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> failing.onRecords(inventory.ledger().after(0, 99), NOON))
        .withMessage("no LAMP")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(failing.open()).hasSize(2);
  }

  @Test
  void onWithdrawn_whileTheProposalIsBeingTold_comesBehindIt() throws Exception {
    CountDownLatch telling = new CountDownLatch(1);
    CountDownLatch withdrawn = new CountDownLatch(1);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ReorderMonitor slow = ReorderMonitor.of(
        inventory::item, sku -> Optional.ofNullable(plans.get(sku)), new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            telling.countDown();
            await(withdrawn);
            heard.add("proposed");
          }

          @Override
          public void onWithdrawn(PurchaseProposal proposal) {
            heard.add("withdrawn");
          }
        });
    order("1", 25);
    Thread first = new Thread(() -> slow.moved(LAMP, NOON));
    first.start();
    await(telling);
    inventory.post(CancelOrder.all("C-1", OrderId.of("1")));
    slow.moved(LAMP, NOON);
    assertThat(slow.open()).isEmpty();
    withdrawn.countDown();
    first.join(10_000);

    assertThat(heard).containsExactly("proposed", "withdrawn");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onProposed_listenerOrdersAtOnce_isToldOfTheRestBehind() {
    onOrder.put(LAMP, 0L);
    List<String> heard = new ArrayList<>();
    List<ReorderMonitor> buyer = new ArrayList<>();
    buyer.add(ReorderMonitor.of(
        inventory::item,
        sku -> Quantity.of(onOrder.getOrDefault(sku, 0L)),
        sku -> Optional.ofNullable(plans.get(sku)),
        new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            heard.add("begin " + proposal.quantity());
            assertThat(
                    buyer.get(0).order(proposal, NOON, () -> onOrder.merge(LAMP, 24L, Long::sum)))
                .isTrue();
            heard.add("end");
          }
        }));
    order("1", 60);

    buyer.get(0).moved(LAMP, NOON);

    // -20, then 4: a purchase of 24 leaves 46 to buy, and one more leaves nothing
    assertThat(heard).containsExactly("begin 72", "end", "begin 48", "end");
  }

  private interface Work {
    void run(int thread, int turn);
  }

  private static void inEightThreads(int turns, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int name = thread;
      done.add(pool.submit(() -> {
        start.await();
        for (int turn = 0; turn < turns; turn++) {
          work.run(name, turn);
        }
        return null;
      }));
    }
    start.countDown();
    for (Future<?> each : done) {
      each.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();
  }

  @Test
  void moved_eightThreadsAndOneFall_proposesOnce() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ReorderMonitor counting = ReorderMonitor.of(
        inventory::item, sku -> Optional.ofNullable(plans.get(sku)), telling(heard));

    inEightThreads(9, (thread, turn) -> {
      order(thread + "-" + turn, 1);
      counting.moved(LAMP, NOON);
    });

    assertThat(heard).hasSize(1);
  }

  @Test
  void moved_eightThreadsUpAndDown_proposesOncePerCrossingInTurn() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ReorderMonitor counting = ReorderMonitor.of(
        inventory::item, sku -> Optional.ofNullable(plans.get(sku)), new PurchaseListener() {
          @Override
          public void onProposed(PurchaseProposal proposal) {
            heard.add("buy");
          }

          @Override
          public void onWithdrawn(PurchaseProposal proposal) {
            heard.add("leave");
          }
        });
    long before = inventory.ledger().size();

    inEightThreads(60, (thread, turn) -> {
      String number = thread + "-" + turn;
      order(number, 9);
      counting.moved(LAMP, NOON);
      inventory.post(CancelOrder.all("C" + number, OrderId.of(number)));
      counting.moved(LAMP, NOON);
    });

    List<String> inTurn = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      inTurn.add(i % 2 == 0 ? "buy" : "leave");
    }
    assertThat(heard).isEqualTo(inTurn);
    assertThat(counting.open()).isEmpty();
    assertThat(heard.size() / 2).isLessThanOrEqualTo(falls(before));
  }

  /** How often the position fell to 20 by the ledger, from 40 on. */
  private int falls(long after) {
    int falls = 0;
    long position = 40;
    for (LedgerRecord each : inventory.ledger().after(after, 1_000_000)) {
      long moved = 0;
      if (each.entry() instanceof LedgerEntry.Ordered e) {
        moved = -e.line().quantity().units();
      } else if (each.entry() instanceof LedgerEntry.Cancelled e) {
        moved = e.quantity().units();
      }
      falls += position > 20 && position + moved <= 20 ? 1 : 0;
      position += moved;
    }
    return falls;
  }
}
