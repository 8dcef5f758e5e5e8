package io.backorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.proof.Checkpoint;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must keep of supplies. It is part of {@link StockStoreContract}. */
abstract class SupplyContract extends ReviewContract {

  private static final Sku BULB = Sku.of("BULB");
  private static final Sku CORD = Sku.of("CORD");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private final List<InventoryEvent> told = new ArrayList<>();

  private Inventory inventory() {
    return empty().clock(() -> NOW).listener(told::add).build();
  }

  /** The same inventory as a later process sees it, where the store outlives one. */
  private Inventory later(Inventory inventory) {
    return again().map(builder -> builder.clock(() -> NOW).build()).orElse(inventory);
  }

  private static SupplyId id(String number) {
    return SupplyId.of(number);
  }

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  private static AnnounceSupply announced(String number, Sku sku, long units, LocalDate day) {
    return AnnounceSupply.of(Supply.of(id(number), StockUnits.of(sku, MAIN, q(units)), day));
  }

  private static ReceiveStock received(String number, Sku sku, long units) {
    return ReceiveStock.of(number, sku, MAIN, q(units));
  }

  private static PlaceOrder placed(String order, Sku sku, long units) {
    return PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, q(units)));
  }

  private static List<LedgerRecord> records(Inventory inventory) {
    return inventory.ledger().after(0, Integer.MAX_VALUE);
  }

  private static List<String> ids(Inventory inventory, Sku sku) {
    return inventory.supplies(sku).stream()
        .map(status -> status.supply().id() + ":" + status.expected())
        .toList();
  }

  private static SupplyStatus status(Inventory inventory, String number) {
    return inventory.supply(id(number)).orElseThrow();
  }

  private static void requireSound(Inventory inventory) {
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  private static ErrorCode refusal(Inventory inventory, Document document) {
    return catchThrowableOfType(InventoryException.class, () -> inventory.post(document))
        .code();
  }

  @Test
  void announce_isInboundAndNeverAvailable() {
    Inventory inventory = inventory();
    Supply supply = Supply.of(id("PO-1"), StockUnits.of(BULB, MAIN, q(20)), NOW.plusSeconds(9))
        .from(SupplierId.of("ACME"))
        .orderedAt(NOW.minusSeconds(9));
    inventory.post(AnnounceSupply.of(supply));

    Inventory seen = later(inventory);
    ItemLevels levels = seen.item(BULB);
    assertThat(levels.inbound()).isEqualTo(q(20));
    assertThat(levels.onHand().isZero()).isTrue();
    assertThat(levels.availableNow().isZero()).isTrue();
    assertThat(levels.position()).isEqualTo(20);
    assertThat(seen.supplies(BULB)).containsExactly(SupplyStatus.announced(supply, 1));
    assertThat(seen.supply(id("PO-1"))).contains(SupplyStatus.announced(supply, 1));
    assertThat(seen.supply(id("PO-2"))).isEmpty();
    assertThat(told).extracting(Object::toString).containsExactly("SupplyAnnounced PO-1 20");
    requireSound(seen);
  }

  @Test
  void supplies_areReadInDueOrderAndThoseOfOneMomentAsAnnounced() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-4", BULB, 4, DAY.plusDays(1)));
    inventory.post(announced("PO-3", BULB, 3, DAY));
    inventory.post(announced("PO-2", BULB, 2, DAY));
    inventory.post(announced("PO-1", CORD, 1, DAY));
    assertThat(ids(later(inventory), BULB)).containsExactly("PO-3:3", "PO-2:2", "PO-4:4");

    inventory.post(RescheduleSupply.of("D-1", id("PO-4"), DAY.minusDays(1)));
    inventory.post(RescheduleSupply.of("D-2", id("PO-3"), DAY.plusDays(9)).to(q(7)));

    assertThat(ids(later(inventory), BULB)).containsExactly("PO-4:4", "PO-2:2", "PO-3:7");
    assertThat(inventory.item(BULB).inbound()).isEqualTo(q(13));
    assertThat(status(inventory, "PO-3").supply().dueDay()).isEqualTo(DAY.plusDays(9));
    requireSound(later(inventory));
  }

  @Test
  void reschedule_toWhatIsAnnounced_writesNothing() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-1", BULB, 4, DAY));
    told.clear();
    long entries = inventory.ledger().size();

    inventory.post(RescheduleSupply.of("D-1", id("PO-1"), DAY).to(q(4)));

    assertThat(inventory.ledger().size()).isEqualTo(entries);
    assertThat(told).isEmpty();
    assertThat(refusal(inventory, RescheduleSupply.of("D-1", id("PO-1"), DAY.plusDays(1))))
        .isEqualTo(ErrorCode.DOCUMENT_CONFLICT);
  }

  @Test
  void receive_inParts_takesOffWhatIsExpectedAndServesWhoWaits() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-1", BULB, 10, DAY));
    inventory.post(placed("O1", BULB, 6));
    told.clear();

    inventory.post(received("R-1", BULB, 4).against(id("PO-1")));

    assertThat(told)
        .extracting(Object::toString)
        .containsExactly("ReceivedStock BULB@MAIN 4", "BackorderFilled O1/1 4 BULB@MAIN");
    assertThat(ids(later(inventory), BULB)).containsExactly("PO-1:6");
    inventory.post(received("R-2", BULB, 6).against(id("PO-1")));
    assertThat(inventory.supplies(BULB)).isEmpty();
    SupplyStatus status = status(later(inventory), "PO-1");
    assertThat(status.received()).isEqualTo(q(10));
    assertThat(status.isExpected()).isFalse();
    assertThat(status.isClosed()).isFalse();
    assertThat(inventory.item(BULB).onHand()).isEqualTo(q(10));
    assertThat(inventory.item(BULB).availableNow()).isEqualTo(q(4));
    requireSound(later(inventory));
  }

  @Test
  void receive_moreThanExpected_isReceivedAndRecordedAsExcess() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-1", BULB, 5, DAY));
    inventory.post(received("R-1", BULB, 8).against(id("PO-1")));
    later(inventory).post(received("R-2", BULB, 1).against(id("PO-1")));

    Inventory seen = later(inventory);
    assertThat(status(seen, "PO-1").excess()).isEqualTo(q(4));
    assertThat(seen.item(BULB).onHand()).isEqualTo(q(9));
    assertThat(seen.item(BULB).inbound().isZero()).isTrue();
    assertThat(records(seen).stream().map(LedgerRecord::entry))
        .endsWith(
            new LedgerEntry.SupplyReceived(id("PO-1"), StockUnits.of(BULB, MAIN, q(8)), q(3)),
            new LedgerEntry.SupplyReceived(id("PO-1"), StockUnits.of(BULB, MAIN, q(1)), q(1)));
    // what was rescheduled upwards is expected again, less all that came
    seen.post(RescheduleSupply.of("D-1", id("PO-1"), DAY).to(q(12)));
    assertThat(ids(later(seen), BULB)).containsExactly("PO-1:3");
    requireSound(later(seen));
  }

  @Test
  void receive_linesOfTwoItemsAndTwoSupplies_isOneDocument() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-1", BULB, 5, DAY));
    inventory.post(announced("PO-2", CORD, 7, DAY));
    ReceiveStock.Line bulbs = ReceiveStock.Line.of(StockUnits.of(BULB, MAIN, q(5)));
    ReceiveStock.Line cords = ReceiveStock.Line.of(StockUnits.of(CORD, MAIN, q(3)));

    ReceiveStock receipt = new ReceiveStock(
        "R-1", List.of(bulbs.against(id("PO-1")), cords.against(id("PO-2")), cords, bulbs));
    inventory.post(receipt);
    inventory.post(receipt);

    Inventory seen = later(inventory);
    assertThat(seen.item(BULB).onHand()).isEqualTo(q(10));
    assertThat(seen.item(BULB).inbound().isZero()).isTrue();
    assertThat(seen.item(CORD).onHand()).isEqualTo(q(6));
    assertThat(ids(seen, CORD)).containsExactly("PO-2:4");
    requireSound(seen);
  }

  @Test
  void close_leavesNothingExpectedAndWhoWaitsWaiting() {
    Inventory inventory = empty()
        .clock(() -> NOW)
        .listener(told::add)
        .terms(sku -> ItemTerms.standard().withBackorders(BackorderAllowance.inbound()))
        .build();
    inventory.post(announced("PO-1", BULB, 8, DAY));
    inventory.post(placed("O1", BULB, 5));
    assertThat(inventory.item(BULB).availableToOrder()).contains(q(3));
    assertThat(refusal(inventory, placed("O2", BULB, 4))).isEqualTo(ErrorCode.BACKORDER_LIMIT);
    told.clear();

    inventory.post(CloseSupply.of(id("PO-1")));

    assertThat(told)
        .extracting(Object::toString)
        .containsExactly("SupplyClosed PO-1", "PromiseRevised O1/1 2026-03-10 unknown");
    assertThat(inventory.item(BULB).backordered()).isEqualTo(q(5));
    assertThat(inventory.item(BULB).inbound().isZero()).isTrue();
    assertThat(inventory.item(BULB).availableToOrder()).contains(q(0));
    assertThat(refusal(inventory, placed("O2", BULB, 1))).isEqualTo(ErrorCode.BACKORDER_LIMIT);
    assertThat(status(later(inventory), "PO-1").isClosed()).isTrue();
    long entries = inventory.ledger().size();
    inventory.post(CloseSupply.of(id("PO-1"))); // the same document again
    assertThat(inventory.ledger().size()).isEqualTo(entries);
    assertThat(refusal(inventory, received("R-1", BULB, 1).against(id("PO-1"))))
        .isEqualTo(ErrorCode.ALREADY_CLOSED);
    assertThat(refusal(inventory, RescheduleSupply.of("D-1", id("PO-1"), DAY)))
        .isEqualTo(ErrorCode.ALREADY_CLOSED);
    requireSound(later(inventory));
  }

  @Test
  void refused_documents_leaveSuppliesAsTheyWere() {
    Inventory inventory = inventory();
    inventory.post(announced("PO-1", BULB, 5, DAY));
    inventory.post(received("R-0", BULB, 2).against(id("PO-1")));
    List<SupplyStatus> before = inventory.supplies(BULB);
    ReceiveStock.Line fits =
        ReceiveStock.Line.of(StockUnits.of(BULB, MAIN, q(3))).against(id("PO-1"));
    ReceiveStock.Line unknown =
        ReceiveStock.Line.of(StockUnits.of(BULB, MAIN, q(1))).against(id("PO-9"));

    assertThat(refusal(inventory, new ReceiveStock("R-1", List.of(fits, unknown))))
        .isEqualTo(ErrorCode.UNKNOWN_SUPPLY);
    assertThat(refusal(inventory, received("R-1", CORD, 1).against(id("PO-1"))))
        .isEqualTo(ErrorCode.UNKNOWN_SUPPLY);
    assertThat(refusal(inventory, RescheduleSupply.of("D-1", id("PO-1"), DAY).to(q(1))))
        .isEqualTo(ErrorCode.INVALID_QUANTITY);
    assertThat(refusal(inventory, announced("PO-1", BULB, 6, DAY)))
        .isEqualTo(ErrorCode.DOCUMENT_CONFLICT);
    assertThat(refusal(inventory, announced("PO-2", BULB, Long.MAX_VALUE, DAY)))
        .isEqualTo(ErrorCode.QUANTITY_OVERFLOW);

    assertThat(later(inventory).supplies(BULB)).isEqualTo(before);
    assertThat(inventory.item(BULB).onHand()).isEqualTo(q(2));
    assertThat(inventory.supply(id("PO-2"))).isEmpty();
    inventory.post(announced("PO-2", BULB, 6, DAY)); // the number is still free
    assertThat(status(later(inventory), "PO-2").announcement()).isEqualTo(2);
    requireSound(later(inventory));
  }

  @Test
  void postAll_aLifeInOneStep_isAsIfPostedOneByOne() {
    Inventory inventory = inventory();
    List<Document> documents = List.of(
        announced("PO-1", BULB, 5, DAY),
        announced("PO-1", CORD, 6, DAY), // refused
        RescheduleSupply.of("D-1", id("PO-1"), DAY.plusDays(2)).to(q(9)),
        received("R-1", BULB, 4).against(id("PO-1")),
        announced("PO-2", BULB, 3, DAY),
        CloseSupply.of(id("PO-2")),
        received("R-2", BULB, 1).against(id("PO-2")), // refused
        received("R-3", BULB, 7).against(id("PO-1")));

    assertThat(inventory.postAll(documents).stream()
            .map(answer -> answer.refusal().map(InventoryException::code)))
        .containsExactly(
            Optional.empty(),
            Optional.of(ErrorCode.DOCUMENT_CONFLICT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ErrorCode.ALREADY_CLOSED),
            Optional.empty());

    Inventory seen = later(inventory);
    assertThat(seen.supplies(BULB)).isEmpty();
    assertThat(status(seen, "PO-1").excess()).isEqualTo(q(2));
    assertThat(seen.item(BULB).onHand()).isEqualTo(q(11));
    requireSound(seen);
  }

  @Test
  void post_fromManyThreads_receivesEachUnitOnce() throws Exception {
    Inventory inventory = empty().clock(() -> NOW).build();
    inventory.post(announced("PO-1", BULB, 100, DAY));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Object>> works = IntStream.range(0, 24)
          .<Callable<Object>>mapToObj(i -> () -> inventory.post(
              i % 3 == 0
                  ? announced("PO-" + (i + 2), BULB, 1, DAY.plusDays(i))
                  : received("R-" + i, BULB, 5).against(id("PO-1"))))
          .toList();
      for (Future<Object> each : threads.invokeAll(works)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }

    Inventory seen = later(inventory);
    assertThat(status(seen, "PO-1").received()).isEqualTo(q(80));
    assertThat(seen.item(BULB).onHand()).isEqualTo(q(80));
    assertThat(seen.item(BULB).inbound()).isEqualTo(q(28));
    assertThat(seen.supplies(BULB)).hasSize(9);
    assertThat(seen.supplies(BULB).stream().map(SupplyStatus::announcement))
        .doesNotHaveDuplicates();
    requireSound(seen);
  }

  @Test
  void export_andReplay_giveTheSameSuppliesAndTheSameChain() throws IOException {
    Inventory inventory = inventory();
    inventory.post(AnnounceSupply.of(
        Supply.of(id("PO-1"), StockUnits.of(BULB, MAIN, q(5)), NOW.plus(Duration.ofNanos(1_999)))
            .from(SupplierId.of("ACME"))
            .orderedAt(NOW.minus(Duration.ofDays(3)))));
    inventory.post(announced("PO-2", BULB, 5, DAY));
    inventory.post(announced("PO-3", BULB, 5, DAY));
    inventory.post(received("R-1", BULB, 2).against(id("PO-1")));
    inventory.post(received("R-2", BULB, 6).against(id("PO-2")));
    inventory.post(RescheduleSupply.of("D-1", id("PO-1"), DAY.plusDays(5)).to(q(4)));
    inventory.post(CloseSupply.of(id("PO-3")));
    Checkpoint checkpoint = inventory.ledger().checkpoint();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    inventory.export(bytes);
    List<LedgerRecord> records = records(inventory);
    List<Optional<SupplyStatus>> expected = List.of(
            status(inventory, "PO-1"), status(inventory, "PO-2"), status(inventory, "PO-3"))
        .stream()
        .map(Optional::of)
        .toList();

    Inventory replayed = empty().clock(() -> NOW).replaying(records).build();
    requireSame(replayed, expected, checkpoint);
    Inventory imported = empty()
        .clock(() -> NOW)
        .importing(new ByteArrayInputStream(bytes.toByteArray()))
        .build();
    requireSame(imported, expected, checkpoint);
    assertThat(refusal(imported, received("R-3", BULB, 1).against(id("PO-3"))))
        .isEqualTo(ErrorCode.ALREADY_CLOSED);
    imported.post(received("R-3", BULB, 1).against(id("PO-1")));
    assertThat(ids(later(imported), BULB)).containsExactly("PO-1:1");
  }

  private void requireSame(
      Inventory inventory, List<Optional<SupplyStatus>> expected, Checkpoint checkpoint) {
    Inventory seen = later(inventory);
    assertThat(List.of(seen.supply(id("PO-1")), seen.supply(id("PO-2")), seen.supply(id("PO-3"))))
        .isEqualTo(expected);
    assertThat(ids(seen, BULB)).containsExactly("PO-1:2");
    assertThat(seen.item(BULB).inbound()).isEqualTo(q(2));
    assertThat(seen.verify(checkpoint).firstDifference()).isEmpty();
  }
}
