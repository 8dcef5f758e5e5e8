package io.backorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.Maintenance;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.PromiseRevised;
import io.backorder.ledger.PromiseCause;
import io.backorder.ledger.PromiseRevision;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.CountStock;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must keep of promises, and find when time has passed. */
abstract class ReviewContract {

  private static final Sku BULB = Sku.of("BULB");
  private static final Sku CORD = Sku.of("CORD");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");

  private final List<String> heard = new ArrayList<>();
  private Instant now = MONDAY;

  /**
   * Returns a builder of an inventory on an empty store.
   *
   * @return the builder
   */
  protected abstract Inventory.Builder empty();

  /**
   * Returns a builder of another inventory on the store that {@link #empty} gave last, as a process that
   * is started again would make it; empty if the store does not outlive the process.
   *
   * @return the builder
   */
  protected abstract Optional<Inventory.Builder> again();

  private Inventory inventory() {
    return empty().clock(() -> now).listener(this::hear).build();
  }

  private void hear(InventoryEvent event) {
    String cause = event instanceof PromiseRevised revised ? " " + told(revised.cause()) : "";
    heard.add(event + cause);
  }

  private static String told(PromiseCause cause) {
    String supply = cause.supply().map(id -> " " + id).orElse("");
    return "%s by %s%s".formatted(cause.kind(), cause.document(), supply);
  }

  /** What is told by a later process, where the store outlives one, or by this one. */
  private Maintenance maintained(Inventory inventory) {
    heard.clear();
    return again()
        .map(builder -> builder.clock(() -> now).listener(this::hear).build())
        .orElse(inventory)
        .maintain();
  }

  private static Supply supply(String number, Sku sku, long units) {
    return Supply.of(SupplyId.of(number), StockUnits.of(sku, MAIN, Quantity.of(units)), DAY);
  }

  private static PlaceOrder placed(String order, Sku sku, long units) {
    return PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units)));
  }

  private static RescheduleSupply moved(String number, LocalDate day) {
    return RescheduleSupply.of(number, SupplyId.of("PO-1"), day);
  }

  @Test
  void maintain_supplyThatIsLate_takesItsPromisesBackOnce() {
    Inventory inventory = inventory();
    inventory.post(AnnounceSupply.of(supply("PO-1", BULB, 5)));
    inventory.post(AnnounceSupply.of(Supply.of(
        SupplyId.of("PO-2"), StockUnits.of(BULB, MAIN, Quantity.of(5)), DAY.plusDays(9))));
    inventory.post(placed("O1", BULB, 5));
    inventory.post(placed("O2", BULB, 3));
    inventory.post(placed("O3", BULB, 4));

    now = Supply.endOf(DAY); // in time to the last microsecond
    maintained(inventory);
    assertThat(heard).isEmpty();

    now = now.plus(Duration.ofNanos(1_000));
    assertThat(maintained(inventory).reviewed()).containsExactly(BULB);
    assertThat(heard)
        .containsExactly(
            "PromiseRevised O1/1 2026-03-10 2026-03-19 TIME by review BULB",
            "PromiseRevised O2/1 2026-03-19 unknown TIME by review BULB");
    long entries = inventory.ledger().size();
    assertThat(maintained(inventory).reviewed()).containsExactly(BULB); // one line still has a day
    assertThat(heard).isEmpty();
    assertThat(inventory.ledger().size()).isEqualTo(entries);
    assertThat(inventory.promised(LINE)).contains(DAY.plusDays(9));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void maintain_suppliesThatAreLateOneAfterTheOther_reviewsTheItemEachTime() {
    Inventory inventory = inventory();
    Instant noon = MONDAY.plus(Duration.ofHours(3));
    Instant next = noon.plus(Duration.ofDays(1));
    StockUnits five = StockUnits.of(BULB, MAIN, Quantity.of(5));
    inventory.post(AnnounceSupply.of(SupplyId.of("PO-1"), five, noon));
    inventory.post(AnnounceSupply.of(SupplyId.of("PO-2"), five, next));
    inventory.post(placed("O1", BULB, 5));

    now = noon.plusSeconds(1); // the day is not over
    maintained(inventory);
    assertThat(heard)
        .containsExactly("PromiseRevised O1/1 2026-03-02 2026-03-03 TIME by review BULB");

    now = next.plusSeconds(1);
    maintained(inventory);
    assertThat(heard).containsExactly("PromiseRevised O1/1 2026-03-03 unknown TIME by review BULB");
    assertThat(inventory.promiseHistory(LINE)).hasSize(3);
  }

  @Test
  void maintain_nothingIsLateOrNobodyWaits_looksAtNothing() {
    Inventory inventory = inventory();
    inventory.post(AnnounceSupply.of(supply("PO-1", BULB, 5)));
    inventory.post(placed("O1", BULB, 5));
    inventory.post(ReceiveStock.of("R-1", BULB, MAIN, Quantity.of(5)).against(SupplyId.of("PO-1")));
    inventory.post(AnnounceSupply.of(supply("PO-2", CORD, 5)));
    inventory.post(AnnounceSupply.of(supply("PO-3", Sku.of("LAMP"), 5)));
    inventory.post(placed("O3", Sku.of("LAMP"), 1));
    inventory.post(CloseSupply.of(SupplyId.of("PO-3")));
    now = MONDAY.plus(Duration.ofDays(30));

    assertThat(maintained(inventory).reviewed()).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void maintain_moreItemsThanAreReviewedTogether_reviewsEach() {
    Inventory inventory = inventory();
    List<Sku> items =
        IntStream.range(0, 130).mapToObj(i -> Sku.of("I" + (100 + i))).toList();
    for (Sku each : items) {
      inventory.post(AnnounceSupply.of(supply("PO-" + each, each, 2)));
      inventory.post(placed("O-" + each, each, 1));
    }
    now = MONDAY.plus(Duration.ofDays(10));

    assertThat(maintained(inventory).reviewed()).isEqualTo(items);
    assertThat(heard).hasSize(130).allMatch(event -> event.contains("2026-03-10 unknown"));
    assertThat(maintained(inventory).reviewed()).isEmpty();
  }

  @Test
  void maintain_orderThatIsDeliveredComplete_isTakenBackWithTheLateItem() {
    Inventory inventory = inventory();
    inventory.post(AnnounceSupply.of(supply("PO-1", BULB, 1)));
    inventory.post(AnnounceSupply.of(Supply.of(
        SupplyId.of("PO-2"), StockUnits.of(CORD, MAIN, Quantity.of(1)), DAY.plusDays(9))));
    inventory.post(PlaceOrder.of(
            OrderId.of("O1"),
            OrderLine.of("1", BULB, Quantity.of(1)),
            OrderLine.of("2", CORD, Quantity.of(1)))
        .with(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER)));
    now = MONDAY.plus(Duration.ofDays(10));

    maintained(inventory);

    assertThat(heard)
        .containsExactly(
            "PromiseRevised O1/1 2026-03-19 unknown TIME by review BULB",
            "PromiseRevised O1/2 2026-03-19 unknown TIME by review BULB");
  }

  @Test
  void promiseHistory_ofALine_tellsWhatChangedAndWhy() throws IOException {
    Inventory inventory = inventory();
    inventory.post(placed("O0", BULB, 2));
    inventory.post(placed("O1", BULB, 5));
    inventory.post(AnnounceSupply.of(supply("PO-1", BULB, 6)));
    inventory.post(CancelOrder.all("C-1", OrderId.of("O0")));
    now = now.plus(Duration.ofHours(1));
    inventory.post(moved("D-1", DAY.plusDays(7)));
    inventory.post(moved("D-2", DAY.minusDays(1)));
    inventory.post(ChangeLine.of("E-1", LINE, Quantity.of(7)));
    inventory.post(ReceiveStock.of("R-1", BULB, MAIN, Quantity.of(1)));
    inventory.post(CountStock.of("K-1", BULB, MAIN, Quantity.ZERO));
    inventory.post(CloseSupply.of(SupplyId.of("PO-1"))); // there is no day to be lost any more

    List<PromiseRevision> history = inventory.promiseHistory(LINE);

    assertThat(history.stream().map(ReviewContract::told))
        .containsExactly(
            "none to 2026-03-10 UNITS_AHEAD by cancel C-1",
            "2026-03-10 to 2026-03-17 SUPPLY_RESCHEDULED by reschedule D-1 PO-1 slip",
            "2026-03-17 to 2026-03-09 SUPPLY_RESCHEDULED by reschedule D-2 PO-1 improvement",
            "2026-03-09 to none OWN_ORDER by change E-1 slip",
            "none to 2026-03-09 STOCK by receive R-1",
            "2026-03-09 to none STOCK by count K-1 slip");
    assertThat(history.get(0).cause().at()).isEqualTo(MONDAY);
    assertThat(history.get(1).cause().at()).isEqualTo(now);
    assertThat(inventory.promised(LINE)).isEmpty();
    assertThat(inventory.promiseHistory(OrderLineId.of("O9", "1"))).isEmpty();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    inventory.export(bytes);
    Inventory imported = empty()
        .clock(() -> now)
        .importing(new ByteArrayInputStream(bytes.toByteArray()))
        .build();
    assertThat(imported.promiseHistory(LINE)).isEqualTo(history);
  }

  private static String told(PromiseRevision revision) {
    String kind = revision.isSlip() ? " slip" : revision.isImprovement() ? " improvement" : "";
    return "%s to %s %s%s"
        .formatted(
            revision.from().map(LocalDate::toString).orElse("none"),
            revision.to().map(LocalDate::toString).orElse("none"),
            told(revision.cause()),
            kind);
  }

  @Test
  void promiseRevised_receiptAgainstASupply_namesIt() {
    Inventory inventory = inventory();
    inventory.post(AnnounceSupply.of(supply("PO-1", BULB, 5)));
    inventory.post(AnnounceSupply.of(Supply.of(
        SupplyId.of("PO-2"), StockUnits.of(BULB, MAIN, Quantity.of(5)), DAY.plusDays(9))));
    inventory.post(placed("O1", BULB, 7));
    inventory.post(placed("O2", BULB, 2));
    heard.clear();

    inventory.post(ReceiveStock.of("R-1", BULB, MAIN, Quantity.of(8)).against(SupplyId.of("PO-1")));
    inventory.post(AnnounceSupply.of(supply("PO-3", BULB, 1)));

    assertThat(heard)
        .containsExactly(
            "ReceivedStock BULB@MAIN 8",
            "BackorderFilled O1/1 7 BULB@MAIN",
            "BackorderFilled O2/1 1 BULB@MAIN",
            "OrderReady O1",
            "SupplyAnnounced PO-3 1",
            "PromiseRevised O2/1 2026-03-19 2026-03-10 SUPPLY_ANNOUNCED by announce PO-3 PO-3");
  }
}
