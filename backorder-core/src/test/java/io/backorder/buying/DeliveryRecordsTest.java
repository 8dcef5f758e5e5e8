package io.backorder.buying;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Delivery;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class DeliveryRecordsTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final SupplierId ACME = SupplierId.of("ACME");
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
  private final Inventory inventory = Inventory.inMemory().clock(now::get).build();

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }

  private void announce(String number, long units, int due) {
    inventory.post(AnnounceSupply.of(
        Supply.of(SupplyId.of(number), StockUnits.of(LAMP, MAIN, Quantity.of(units)), day(due))
            .from(ACME)
            .orderedAt(Objects.requireNonNull(now.get()))));
  }

  private void receive(int day, String supply, long units) {
    now.set(day(day));
    inventory.post(
        ReceiveStock.of("R-" + day, LAMP, MAIN, Quantity.of(units)).against(SupplyId.of(supply)));
  }

  private List<Delivery> deliveries() {
    return DeliveryRecords.finished(inventory.ledger().of(LAMP), ACME);
  }

  @Test
  void finished_lateShortAndStillExpected_areReadOffTheLedger() {
    announce("LATE", 10, 5);
    announce("SHORT", 8, 9);
    announce("OPEN", 4, 9);
    inventory.post(RescheduleSupply.of("D", SupplyId.of("LATE"), day(20)));
    receive(4, "LATE", 6);
    receive(7, "LATE", 5);
    receive(8, "SHORT", 3);
    receive(9, "OPEN", 3);
    now.set(day(10));
    inventory.post(CloseSupply.of(SupplyId.of("SHORT")));

    List<Delivery> deliveries = deliveries();

    assertThat(deliveries)
        .extracting(each -> each.supply().id().value())
        .containsExactly("LATE", "SHORT");
    // late against the first date, complete with the receipt that went beyond it
    assertThat(deliveries.get(0).lateness()).contains(Duration.ofDays(2));
    assertThat(deliveries.get(0).excess()).isEqualTo(Quantity.of(1));
    assertThat(deliveries.get(0).leadTime()).contains(Duration.ofDays(7));
    assertThat(deliveries.get(1).lateness()).contains(Duration.ofDays(-1));
    assertThat(deliveries.get(1).missing()).isEqualTo(Quantity.of(5));
    SupplierScorecard card = DeliveryRecords.scorecard(inventory.ledger().of(LAMP), ACME);
    assertThat(card.deliveries()).isEqualTo(2);
    assertThat(card.onTime()).hasValue(0.5);
    assertThat(card.onTimeInFull()).hasValue(0);
    assertThat(card.shortDeliveries()).hasValue(0.5);
  }

  @Test
  void finished_anotherQuantity_isWhatCountsAndOtherSuppliersAreLeftOut() {
    announce("MORE", 5, 5);
    inventory.post(
        AnnounceSupply.of(SupplyId.of("ANY"), StockUnits.of(LAMP, MAIN, Quantity.of(1)), day(1)));
    receive(1, "ANY", 1);
    receive(2, "MORE", 5);
    assertThat(deliveries()).hasSize(1);

    inventory.post(RescheduleSupply.of("D", SupplyId.of("MORE"), day(6)).to(Quantity.of(7)));
    assertThat(deliveries()).isEmpty(); // two more were asked for, and are expected
    receive(6, "MORE", 2);

    Delivery delivery = deliveries().get(0);
    assertThat(delivery.supply().quantity()).isEqualTo(Quantity.of(7));
    assertThat(delivery.isComplete()).isTrue();
    assertThat(delivery.lateness()).contains(Duration.ofDays(1));
  }
}
