package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class DemandRecordsTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void history_reservedAndWaitingUnits_countOnTheDayOfTheOrder() {
    AtomicReference<Instant> now = new AtomicReference<>(MONDAY.plus(9, ChronoUnit.HOURS));
    Inventory inventory = Inventory.inMemory().clock(now::get).build();
    inventory.post(ReceiveStock.of("R-1", LAMP, LocationId.of("MAIN"), Quantity.of(3)));
    inventory.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(5))));
    now.set(MONDAY.plus(2, ChronoUnit.DAYS));
    inventory.post(ReceiveStock.of("R-2", LAMP, LocationId.of("MAIN"), Quantity.of(9)));
    inventory.post(PlaceOrder.of(OrderId.of("B"), OrderLine.of("1", LAMP, Quantity.of(4))));

    DemandHistory history = DemandRecords.history(
        inventory.ledger().of(LAMP),
        PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC),
        MONDAY,
        MONDAY.plus(3, ChronoUnit.DAYS));

    assertThat(history).isEqualTo(DemandHistory.of(5, 0, 4));
  }
}
