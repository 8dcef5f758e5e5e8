package io.backorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.Answer;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.Expected;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.proof.Checkpoint;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every store must keep. A store of your own is sound if a subclass of this class passes that
 * returns a unit of work on an empty store.
 */
public abstract class StockStoreContract extends SupplyContract {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");
  private static final OrderLineId O1_1 = new OrderLineId(OrderId.of("O1"), "1");
  private static final LocationId MAIN = LocationId.of("MAIN");

  private volatile Instant now = Instant.parse("2026-03-02T09:00:00.123456Z");

  /** Makes the contract. */
  protected StockStoreContract() {}

  @Override
  protected abstract Inventory.Builder empty();

  @Override
  protected abstract Optional<Inventory.Builder> again();

  private Inventory inventory() {
    return empty().clock(() -> now).build();
  }

  private static Document received(String number, Sku sku, long units) {
    return ReceiveStock.of(number, sku, MAIN, Quantity.of(units));
  }

  private static PlaceOrder placed(String order, Sku sku, long units) {
    return PlaceOrder.of(OrderId.of(order), List.of(OrderLine.of("1", sku, Quantity.of(units))));
  }

  private static long onHand(Inventory inventory, Sku sku) {
    return inventory.item(sku).onHand().units();
  }

  private static List<LedgerRecord> records(Inventory inventory) {
    return inventory.ledger().after(0, Integer.MAX_VALUE);
  }

  private static void requireSound(Inventory inventory) {
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void post_documentsOfAWholeLife_areKept() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 8));
    inventory.post(received("R2", A, 2));
    inventory.post(ShipOrder.all("S1", OrderId.of("O1")));
    inventory.post(CancelOrder.all("C1", OrderId.of("O1")));

    Order order = inventory.order(OrderId.of("O1")).orElseThrow();
    assertThat(order.status()).isEqualTo(Order.Status.SHIPPED);
    assertThat(order.lines().get(0).shipped()).isEqualTo(Quantity.of(7));
    assertThat(order.lines().get(0).cancelled()).isEqualTo(Quantity.of(1));
    assertThat(onHand(inventory, A)).isZero();
    requireSound(inventory);
  }

  /** What is tried out is read and taken back on the store itself, and leaves nothing there. */
  @Test
  void explain_waitingLines_triesOutAndLeavesNothing() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 4));
    inventory.post(PlaceHold.of(
        HoldId.of("H"), Duration.ofMinutes(10), List.of(OrderLine.of("1", A, Quantity.of(1)))));
    inventory.post(placed("O2", A, 3));
    inventory.post(ChangeLine.of("E", O1_1, Quantity.of(6)));
    inventory.post(PlaceOrder.of(
            OrderId.of("O3"),
            OrderLine.of("1", A, Quantity.of(1)),
            OrderLine.of("2", B, Quantity.of(2)))
        .with(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER)));
    List<LedgerRecord> before = records(inventory);

    assertThat(explained(inventory, "O2"))
        .isEqualTo(
            "O2/1 waits for 3 A: 1 units are held for carts until 2026-03-02T09:10:00.123456Z;"
                + " 4 units are reserved for others, as for O1/1 (4);"
                + " it would be filled by 3 more A at MAIN");
    assertThat(explained(inventory, "O3"))
        .isEqualTo(
            "O3/1 waits for 1 A: 1 units are held for carts until 2026-03-02T09:10:00.123456Z;"
                + " its order is filled whole or not at all, and O3/1 lacks 1 A, and O3/2 lacks 2 B;"
                + " 4 units are reserved for others, as for O1/1 (4);"
                + " it is outranked for 5 units by O2/1 (3), O1/1 (2);"
                + " it would be filled by 6 more A at MAIN and 2 more B at MAIN");
    assertThat(records(inventory)).isEqualTo(before);
    requireSound(inventory);
    inventory.post(ReceiveStock.of(
        "R2",
        List.of(StockUnits.of(A, MAIN, Quantity.of(6)), StockUnits.of(B, MAIN, Quantity.of(2)))));
    assertThat(explained(inventory, "O3")).isEqualTo("O3/1 is not short of A");
  }

  private static String explained(Inventory inventory, String order) {
    return inventory.explain(OrderLineId.of(order, "1")).toString();
  }

  @Test
  void explain_reservedUnitsAndHolds_saysWhatCouldGiveWay() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 9));
    inventory.post(placed("O1", A, 5));
    inventory.post(PlaceHold.of(
        HoldId.of("H"), Duration.ofMinutes(10), List.of(OrderLine.of("1", A, Quantity.of(4)))));
    inventory.post(placed("O2", A, 3));

    assertThat(explained(inventory, "O2"))
        .endsWith("it would be filled by 3 more A at MAIN,"
            + " or by the release of hold H, which ends at 2026-03-02T09:10:00.123456Z,"
            + " or by giving it 3 units of O1/1");
    inventory.post(CancelOrder.units("C", O1_1, Quantity.of(3)));
    assertThat(explained(inventory, "O2")).isEqualTo("O2/1 is not short of A");
    requireSound(inventory);
  }

  @Test
  void cancel_byCustomer_isHeldToTheDayOnWhichTheOrderWasPlaced() {
    Function<Sku, BackorderTerms> window = sku -> BackorderTerms.standard().withCancellation(1);
    Inventory inventory =
        empty().clock(() -> now).quoting(window, Duration.ofMinutes(1)).build();
    inventory.post(placed("O1", A, 8));
    CancelOrder last = CancelOrder.units("C1", O1_1, Quantity.of(1)).byCustomer();
    CancelOrder late = CancelOrder.units("C2", O1_1, Quantity.of(1)).byCustomer();
    now = now.plus(Duration.ofDays(1));
    inventory.post(last);
    now = now.plus(Duration.ofDays(1));
    List<Answer> answers = inventory.postAll(List.of(
        placed("O2", A, 1),
        CancelOrder.all("C3", OrderId.of("O2")).byCustomer(),
        late,
        CancelOrder.units("C4", O1_1, Quantity.of(1))));

    assertThat(answers)
        .extracting(answer -> answer.refusal().isPresent())
        .containsExactly(false, false, true, false);
    Inventory later = again()
        .map(builder ->
            builder.clock(() -> now).quoting(window, Duration.ofMinutes(1)).build())
        .orElse(inventory);
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> later.post(late))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLATION_OVER));
    assertThat(later.post(last)).isEqualTo(inventory.post(last));
    requireSound(later);
  }

  @Test
  void accept_substitute_isKeptAsOneDocument() {
    Function<Sku, ItemTerms> terms = sku -> ItemTerms.standard().withSubstitutes(List.of(B));
    Inventory inventory = empty().clock(() -> now).terms(terms).build();
    inventory.post(received("R1", A, 2));
    inventory.post(received("R2", B, 2));
    inventory.post(placed("O1", A, 5));
    OrderId order = OrderId.of("N1");
    AcceptSubstitute accepted = AcceptSubstitute.of(order, O1_1, Quantity.of(3), B);
    Outcome outcome = inventory.post(accepted);

    Inventory later =
        again().map(builder -> builder.clock(() -> now).terms(terms).build()).orElse(inventory);
    assertThat(later.post(accepted)).isEqualTo(outcome);
    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> later.post(AcceptSubstitute.of(order, O1_1, Quantity.of(2), B)));
    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> later.post(placed("N1", B, 3)));
    assertThat(later.order(order).orElseThrow().lines().get(0).reserved())
        .isEqualTo(Quantity.of(2));
    later.post(received("R3", B, 1));
    later.post(ShipOrder.all("S1", order));
    later.post(ShipOrder.all("S2", OrderId.of("O1")));
    assertThat(later.order(order).orElseThrow().status()).isEqualTo(Order.Status.SHIPPED);
    assertThat(later.order(OrderId.of("O1")).orElseThrow().status())
        .isEqualTo(Order.Status.SHIPPED);
    requireSound(later);
  }

  @Test
  void post_refused_leavesNothing() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    List<LedgerRecord> before = records(inventory);

    assertThatThrownBy(() -> inventory.post(ShipOrder.all("S1", OrderId.of("O-none"))))
        .isInstanceOf(InventoryException.class);
    assertThatThrownBy(() -> inventory.post(AdjustStock.of("J1", A, MAIN, -9)))
        .isInstanceOf(InventoryException.class);

    assertThat(records(inventory)).isEqualTo(before);
    assertThat(onHand(inventory, A)).isEqualTo(5);
    inventory.post(AdjustStock.of("J1", A, MAIN, -2)); // the number is still free
    assertThat(onHand(inventory, A)).isEqualTo(3);
  }

  @Test
  void post_again_answersTheFirstOutcomeAndChangesNothing() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    var first = inventory.post(placed("O1", A, 8));
    inventory.post(received("R2", A, 9));
    List<LedgerRecord> before = records(inventory);

    assertThat(inventory.post(placed("O1", A, 8))).isEqualTo(first);
    assertThat(records(inventory)).isEqualTo(before);
    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> inventory.post(placed("O1", A, 9)))
        .withMessageContaining("quantity");
  }

  @Test
  void post_identifiersThatDifferByCaseOrAccentOrForm_areKeptApart() {
    Inventory inventory = inventory();
    List<String> twins = List.of("sku", "SKU", "Sku", "sk\u00fa", "sku\u0301", "'; --", "%n");
    int i = 0;
    for (String twin : twins) {
      inventory.post(received("R" + i, Sku.of(twin), ++i));
    }
    i = 0;
    for (String twin : twins) {
      assertThat(onHand(inventory, Sku.of(twin))).as(twin).isEqualTo(++i);
    }
  }

  @Test
  void post_timesToTheMicrosecond_comeBackAsTheyWere() {
    Inventory inventory = inventory();
    List<Instant> instants = List.of(
        Instant.parse("1970-01-01T00:00:00.000001Z"),
        Instant.parse("2026-03-29T01:30:00.999999Z"), // no such hour in much of Europe
        Instant.parse("2038-01-20T03:14:08Z"),
        Instant.parse("9899-12-31T23:59:59.999999Z"));
    for (int i = 0; i < instants.size(); i++) {
      now = instants.get(i);
      inventory.post(received("R" + i, A, 1));
    }
    assertThat(records(inventory).stream().map(LedgerRecord::recordedAt)).isEqualTo(instants);
    requireSound(inventory);
  }

  @Test
  void post_unitsAtTheEndOfTheRange_areExact() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, Long.MAX_VALUE));
    inventory.post(placed("O1", A, Long.MAX_VALUE - 1));

    assertThat(onHand(inventory, A)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> inventory.post(received("R2", A, 1)))
        .isInstanceOfSatisfying(
            InventoryException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUANTITY_OVERFLOW));
    requireSound(inventory);
  }

  @Test
  void waiting_linesOfThreeChannels_standInOneOrder() {
    Inventory inventory = inventory();
    for (int i = 0; i < 90; i++) {
      OrderTerms terms = i % 3 == 0
          ? OrderTerms.standard()
          : OrderTerms.standard().through(ChannelId.of(i % 3 == 1 ? "web" : "shop"));
      inventory.post(placed("O" + i, A, 1).with(terms));
    }
    inventory.post(CancelOrder.all("C1", OrderId.of("O0")));
    inventory.post(received("R1", A, 30));

    assertThat(inventory.waiting(A, 100).stream().map(line -> line.id().order().value()))
        .containsExactlyElementsOf(
            IntStream.range(31, 90).mapToObj(i -> "O" + i).toList());
    requireSound(inventory);
  }

  @Test
  void count_below_takesFromTheLastInLine() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 60));
    for (int i = 0; i < 60; i++) {
      inventory.post(placed("O" + i, A, 1));
    }
    inventory.post(CountStock.of("K1", A, MAIN, Quantity.of(20)));

    assertThat(inventory.waiting(A, 100).stream().map(line -> line.id().order().value()))
        .containsExactlyElementsOf(
            IntStream.range(20, 60).mapToObj(i -> "O" + i).toList());
    requireSound(inventory);
  }

  @Test
  void change_raisedAndLowered_keepsThePlaces() {
    Inventory inventory = inventory();
    inventory.post(placed("O1", A, 2));
    inventory.post(placed("O2", A, 2));
    inventory.post(ChangeLine.of("E1", O1_1, Quantity.of(5)));
    inventory.post(received("R1", A, 5));
    inventory.post(ChangeLine.of("E2", O1_1, Quantity.of(3)));
    inventory.post(ChangeLine.of("E3", O1_1, Quantity.of(6)));

    Order order = inventory.order(OrderId.of("O1")).orElseThrow();
    assertThat(order.lines().get(0).ordered()).isEqualTo(Quantity.of(6));
    assertThat(order.lines().get(0).reserved()).isEqualTo(Quantity.of(3));
    requireSound(inventory);
  }

  @Test
  void hold_confirmedReleasedOrOver_endsOnce() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 9));
    for (String hold : List.of("H1", "H2", "H3")) {
      inventory.post(PlaceHold.of(
          HoldId.of(hold), Duration.ofMinutes(5), List.of(OrderLine.of("1", A, Quantity.of(2)))));
    }
    inventory.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1")));
    now = now.plus(Duration.ofMinutes(5));
    inventory.post(ExpireHolds.due());
    inventory.post(ExpireHolds.due());

    assertThat(inventory.item(A).held()).isEqualTo(Quantity.ZERO);
    assertThat(inventory.item(A).reserved()).isEqualTo(Quantity.of(2));
    assertThatThrownBy(() -> inventory.post(ConfirmHold.of(HoldId.of("H2"), OrderId.of("O2"))))
        .isInstanceOfSatisfying(
            InventoryException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HOLD_EXPIRED));
    requireSound(inventory);
  }

  @Test
  void postAll_answersAsOneByOne() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      documents.add(
          received("R" + i % 30, i % 2 == 0 ? A : B, 3)); // some are repeats, some conflicts
      documents.add(placed("O" + i, i % 3 == 0 ? A : B, 4));
      documents.add(ShipOrder.all("S" + i, OrderId.of("O" + (i - i % 4))));
      documents.add(CancelOrder.all("C" + i, OrderId.of("O" + (i + 1) % 40)));
    }
    List<String> told = new ArrayList<>();
    Inventory oneByOne =
        empty().clock(() -> now).listener(e -> told.add(e.toString())).build();
    List<String> expected = new ArrayList<>();
    for (Document document : documents) {
      try {
        expected.add(oneByOne.post(document).toString());
      } catch (InventoryException e) {
        expected.add(e.code().name());
      }
    }
    List<String> toldOneByOne = List.copyOf(told);
    List<LedgerRecord> expectedRecords = records(oneByOne);
    told.clear();

    Inventory together =
        empty().clock(() -> now).listener(e -> told.add(e.toString())).build();
    List<Answer> answers = together.postAll(documents);

    assertThat(answers.stream()
            .map(answer -> answer
                .outcome()
                .map(Object::toString)
                .orElseGet(() -> answer.refusal().orElseThrow().code().name())))
        .isEqualTo(expected);
    assertThat(records(together)).hasToString(expectedRecords.toString());
    assertThat(told).isEqualTo(toldOneByOne);
    requireSound(together);
  }

  @Test
  void listeners_areToldOfWhatCanBeRead() {
    List<Long> seen = new ArrayList<>();
    Inventory inventory = inventory();
    inventory.listeners().add(event -> {
      if (event instanceof InventoryEvent.ReceivedStock) {
        seen.add(onHand(inventory, A));
      }
    });
    inventory.post(received("R1", A, 5));
    inventory.post(received("R2", A, 5));

    assertThat(seen).containsExactly(5L, 10L);
  }

  @Test
  void post_eightThreadsForTheLastUnits_neverOversells() throws Exception {
    ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    Inventory inventory =
        empty().clock(() -> now).listener(e -> told.add(e.toString())).build();
    inventory.postAll(List.of(received("R1", A, 50), received("R2", B, 50)));

    inParallel(8, thread -> {
      for (int i = 0; i < 20; i++) {
        List<OrderLine> lines = List.of(
            OrderLine.of("1", thread % 2 == 0 ? A : B, Quantity.of(1)),
            OrderLine.of("2", thread % 2 == 0 ? B : A, Quantity.of(1)));
        inventory.post(PlaceOrder.of(OrderId.of("O" + thread + "-" + i), lines));
      }
    });

    for (Sku sku : List.of(A, B)) {
      assertThat(inventory.item(sku).reserved()).isEqualTo(Quantity.of(50));
      assertThat(inventory.item(sku).backordered()).isEqualTo(Quantity.of(110));
    }
    requireSound(inventory);
    assertThat(told.stream().filter(event -> event.contains("Backordered"))).hasSize(220);
  }

  @Test
  void post_oneDocumentByManyThreads_actsOnce() throws Exception {
    Inventory inventory = inventory();
    List<Object> outcomes = new ArrayList<>(inParallel(8, thread -> {
      inventory.post(received("R1", A, 5));
      inventory.post(placed("O1", A, 3));
    }));
    assertThat(outcomes).hasSize(8);
    assertThat(onHand(inventory, A)).isEqualTo(5);
    assertThat(inventory.item(A).reserved()).isEqualTo(Quantity.of(3));
    assertThat(inventory.ledger().size()).isEqualTo(3);
  }

  /** I8. */
  @Test
  void post_atAVersionThatIsNoLongerTheLatest_isRefused() throws Exception {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    long version = inventory.version(A);
    AtomicInteger committed = new AtomicInteger();
    ConcurrentLinkedQueue<ErrorCode> refused = new ConcurrentLinkedQueue<>();

    inParallel(4, thread -> {
      try {
        inventory.post(received("R1-" + thread, A, 1), Expected.of(A, version));
        committed.incrementAndGet();
      } catch (InventoryException e) {
        refused.add(e.code());
      }
    });

    assertThat(version).isEqualTo(1);
    assertThat(committed).hasValue(1);
    assertThat(refused).hasSize(3).containsOnly(ErrorCode.STALE_VERSION);
    assertThat(inventory.version(A)).isEqualTo(2);
    assertThat(inventory.post(received("R1", A, 5), Expected.of(A, 77))).isNotNull();
  }

  @Test
  void commit_planOfARun_movesUnitsOnceAndIsKept() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 5));
    inventory.post(placed("O2", A, 3));
    ReallocationRules rules = ReallocationRules.builder()
        .order(OrderId.of("O1"), ConfirmationStrategy.REDISTRIBUTE)
        .order(OrderId.of("O2"), ConfirmationStrategy.WIN)
        .build();
    ReallocationPlan plan = inventory.simulate(List.of(A), rules);

    Outcome outcome = inventory.commit("P1", plan);

    assertThat(inventory.commit("P1", plan)).isEqualTo(outcome);
    Inventory later = again().map(builder -> builder.clock(() -> now).build()).orElse(inventory);
    assertThat(later.commit("P1", plan)).isEqualTo(outcome);
    assertThat(later.order(OrderId.of("O1")).orElseThrow().lines().get(0).reserved())
        .isEqualTo(Quantity.of(2));
    assertThat(later.order(OrderId.of("O2")).orElseThrow().lines().get(0).reserved())
        .isEqualTo(Quantity.of(3));
    assertThat(later.waiting(A, 9))
        .extracting(line -> line.id().toString())
        .containsExactly("O1/1");
    assertThat(later.simulate(List.of(A), rules).isEmpty()).isTrue();
    requireSound(later);
  }

  @Test
  void commit_twoPlansOfOneSnapshot_oneIsStale() throws Exception {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 5));
    inventory.post(placed("O2", A, 3));
    ReallocationPlan plan = inventory.simulate(
        List.of(A),
        ReallocationRules.builder()
            .order(OrderId.of("O1"), ConfirmationStrategy.LOSE)
            .build());
    AtomicInteger committed = new AtomicInteger();
    ConcurrentLinkedQueue<ErrorCode> refused = new ConcurrentLinkedQueue<>();

    inParallel(4, thread -> {
      try {
        inventory.commit("P" + thread, plan);
        committed.incrementAndGet();
      } catch (InventoryException e) {
        refused.add(e.code());
      }
    });

    assertThat(committed).hasValue(1);
    assertThat(refused).hasSize(3).containsOnly(ErrorCode.STALE_PLAN);
    requireSound(inventory);
  }

  /** S3. */
  @Test
  void item_readWhileUnitsMoveBetweenLocations_showsTheConstantTotal() throws Exception {
    LocationId east = LocationId.of("EAST");
    Inventory inventory = empty()
        .clock(() -> now)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .build();
    inventory.post(received("R1", A, 100));
    ConcurrentLinkedQueue<Long> totals = new ConcurrentLinkedQueue<>();

    inParallel(4, thread -> {
      for (int i = 0; i < 20; i++) {
        if (thread < 2) {
          boolean there = (thread + i) % 2 == 0;
          postOrPass(
              inventory,
              TransferStock.of(
                  "T" + thread + "-" + i,
                  StockUnits.of(A, there ? MAIN : east, Quantity.of(3)),
                  there ? east : MAIN));
        } else {
          totals.add(onHand(inventory, A));
        }
      }
    });

    assertThat(totals).hasSize(40).containsOnly(100L);
    requireSound(inventory);
  }

  /** A transfer may find nothing to move. */
  private static void postOrPass(Inventory inventory, Document document) {
    try {
      inventory.post(document);
    } catch (InventoryException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
    }
  }

  /** E5: who keeps the position of what was dealt with gets each record at least once, under one id. */
  @Test
  void feed_consumerThatFailsBeforeItKeepsItsPosition_getsTheSameRecordsAgain() {
    Inventory inventory = inventory();
    for (int i = 0; i < 10; i++) {
      inventory.post(received("R" + i, A, 1));
    }
    List<Long> dealtWith = new ArrayList<>();
    long kept = 0;
    for (int round = 0; kept < 10; round++) {
      List<LedgerRecord> page = inventory.ledger().after(kept, 4);
      page.forEach(record -> dealtWith.add(record.position()));
      boolean fails = round % 2 == 0;
      kept = fails ? kept : page.get(page.size() - 1).position();
    }
    assertThat(dealtWith.stream().distinct().toList())
        .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    assertThat(dealtWith).startsWith(1L, 2L, 3L, 4L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void feed_readWhileOthersPost_hasNoGapAndNothingTwice() throws Exception {
    Inventory inventory = inventory();
    AtomicInteger posting = new AtomicInteger(4);
    List<Long> read = new ArrayList<>();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    Future<?> reading = reader.submit(() -> {
      long position = 0;
      boolean last = false;
      while (!last) {
        last = posting.get() == 0;
        for (LedgerRecord record : inventory.ledger().after(position, 7)) {
          position = record.position();
          read.add(position);
          last = false;
        }
      }
    });
    inParallel(4, thread -> {
      for (int i = 0; i < 30; i++) {
        inventory.post(received("R" + thread + "-" + i, Sku.of("S" + thread % 3), 1));
      }
      posting.decrementAndGet();
    });
    reading.get(60, TimeUnit.SECONDS);
    reader.shutdown();

    assertThat(read).isEqualTo(LongStream.rangeClosed(1, 120).boxed().toList());
    assertThat(inventory.ledger().size()).isEqualTo(120);
  }

  @Test
  void ledger_readByItemAndOrder_isTheSameLedger() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(PlaceOrder.of(
        OrderId.of("O1"),
        List.of(OrderLine.of("1", A, Quantity.of(2)), OrderLine.of("2", B, Quantity.of(2)))));
    inventory.post(received("R2", B, 1));
    List<LedgerRecord> all = records(inventory);

    assertThat(inventory.ledger().of(A))
        .isEqualTo(all.stream().filter(each -> each.entry().sku().equals(A)).toList());
    assertThat(inventory.ledger().of(B))
        .isEqualTo(all.stream().filter(each -> each.entry().sku().equals(B)).toList());
    assertThat(inventory.ledger().of(OrderId.of("O1")))
        .isEqualTo(all.stream().filter(each -> each.toString().contains("O1")).toList());
    for (int limit = 1; limit < 5; limit++) {
      for (long position = 0; position < all.size(); position++) {
        List<LedgerRecord> expected =
            all.subList((int) position, (int) Math.min(all.size(), position + limit));
        assertThat(inventory.ledger().after(position, limit)).isEqualTo(expected);
      }
    }
  }

  @Test
  void checkpoint_holdsForWhatFollows() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    Checkpoint early = inventory.ledger().checkpoint();
    inventory.post(placed("O1", A, 8));

    assertThat(inventory.verify(early).firstDifference()).isEmpty();
    Checkpoint late = inventory.ledger().checkpoint();
    assertThat(inventory.ledger().consistency(early, late).proves(early, late)).isTrue();
  }

  @Test
  void export_takenOverByAnEmptyStore_givesTheSameBytes() throws IOException {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 8));
    inventory.post(
        CountStock.of("K1", A, MAIN, Quantity.of(5))); // finds nothing, and is remembered
    inventory.post(received("R2", B, 2));
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofMinutes(5), List.of(OrderLine.of("1", B, Quantity.of(1)))));
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    inventory.export(first);

    Inventory other = empty()
        .clock(() -> now)
        .importing(new ByteArrayInputStream(first.toByteArray()))
        .build();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    other.export(second);

    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    requireSound(other);
  }

  @Test
  void import_holdOfWhatIsNotTracked_canStillBeConfirmed() throws IOException {
    Inventory inventory = untracked(empty()).build();
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofMinutes(5), List.of(OrderLine.of("1", B, Quantity.of(1)))));
    inventory.post(PlaceHold.of(
        HoldId.of("H2"), Duration.ofMinutes(5), List.of(OrderLine.of("1", B, Quantity.of(1)))));
    inventory.post(ConfirmHold.of(HoldId.of("H2"), OrderId.of("O2")));
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    inventory.export(export);

    Inventory other = untracked(empty())
        .importing(new ByteArrayInputStream(export.toByteArray()))
        .build();

    assertThat(other.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1"))).lines())
        .hasSize(1);
    assertThat(codeOf(() -> other.post(ReleaseHold.of(HoldId.of("H2")))))
        .isEqualTo(ErrorCode.ALREADY_CLOSED);
  }

  private Inventory.Builder untracked(Inventory.Builder builder) {
    return builder.clock(() -> now).terms(sku -> ItemTerms.standard().untracked());
  }

  @Test
  void archive_forgetsOldDocumentsAndClosedOrders_andNothingElse() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 2));
    inventory.post(ShipOrder.all("S1", OrderId.of("O1")));
    inventory.post(placed("O2", A, 9));
    Checkpoint before = inventory.ledger().checkpoint();
    now = now.plus(Duration.ofDays(100));
    inventory.post(received("R2", A, 1));

    Retention.Archived archived = inventory.archive(Retention.of(Duration.ofDays(30)));

    assertThat(archived.orders()).isEqualTo(1);
    assertThat(inventory.order(OrderId.of("O1"))).isEmpty();
    assertThat(inventory.order(OrderId.of("O2"))).isPresent();
    assertThat(codeOf(() -> inventory.post(received("R1", A, 5)))).isEqualTo(ErrorCode.ID_EXPIRED);
    assertThat(codeOf(() -> inventory.post(placed("O1", A, 2)))).isEqualTo(ErrorCode.ID_EXPIRED);
    assertThat(codeOf(() -> inventory.post(CancelOrder.all("C9", OrderId.of("O1")))))
        .isEqualTo(ErrorCode.ORDER_ARCHIVED);
    assertThat(inventory.post(received("R2", A, 1))).isNotNull();
    assertThat(inventory.verify(before).firstDifference()).isEmpty();
    assertThat(inventory.archive(Retention.of(Duration.ofDays(30))).orders()).isZero();
  }

  private static ErrorCode codeOf(Runnable posting) {
    try {
      posting.run();
    } catch (InventoryException e) {
      return e.code();
    }
    throw new AssertionError("must be refused");
  }

  @Test
  void again_aProcessThatIsStartedAnew_goesOn() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    inventory.post(placed("O1", A, 8));
    again().ifPresent(builder -> {
      Inventory restarted = builder.clock(() -> now).build();
      assertThat(restarted.post(placed("O1", A, 8)).lines()).hasSize(1);
      restarted.post(received("R2", A, 3));
      assertThat(restarted.order(OrderId.of("O1")).orElseThrow().status())
          .isEqualTo(Order.Status.READY);
      assertThat(records(restarted)).isEqualTo(records(inventory));
      requireSound(restarted);
    });
  }

  @Test
  void post_clockOfAnotherProcessThatIsBehind_doesNotTurnTheLedgersTimeBack() {
    Inventory inventory = inventory();
    inventory.post(received("R1", A, 5));
    again().ifPresent(builder -> {
      Instant behind = now.minusSeconds(60);
      Inventory slow = builder.clock(() -> behind).build();
      slow.post(received("R2", A, 5));
      assertThat(records(slow).get(1).recordedAt()).isEqualTo(now);
    });
  }

  /** What a thread does. */
  private interface Job {
    void run(int thread) throws Exception;
  }

  private static Collection<Integer> inParallel(int threads, Job job) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> jobs = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        jobs.add(() -> {
          job.run(thread);
          return thread;
        });
      }
      List<Integer> done = new ArrayList<>();
      for (Future<Integer> each : executor.invokeAll(jobs)) {
        done.add(each.get());
      }
      return done;
    } finally {
      executor.shutdown();
    }
  }
}
