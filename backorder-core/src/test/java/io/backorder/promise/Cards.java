package io.backorder.promise;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;

/** Supplies, and the records of suppliers who missed their day by so and so much. */
final class Cards {

  static final Sku LAMP = Sku.of("LAMP");

  private static final Instant DUE = Instant.parse("2026-01-05T12:00:00Z");

  private Cards() {}

  static Supply supply(String id, Instant due) {
    return Supply.of(
        SupplyId.of(id), StockUnits.of(LAMP, LocationId.of("MAIN"), Quantity.of(10)), due);
  }

  /** Returns the card of deliveries that came late by so many days, below zero for early. */
  static SupplierScorecard lateBy(double... days) {
    SupplierScorecard card = SupplierScorecard.keeping(Math.max(1, days.length));
    Supply supply = supply("PO", DUE);
    for (double each : days) {
      Instant at = DUE.plus(Duration.ofSeconds(Math.round(each * 86_400)));
      card = card.plus(Delivery.of(supply).plus(Receipt.of(supply.id(), supply.quantity(), at)));
    }
    return card;
  }
}
