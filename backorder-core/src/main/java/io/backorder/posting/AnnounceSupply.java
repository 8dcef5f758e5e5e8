package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.Map;

/**
 * A supply is announced: units that a supplier is to bring. They are inbound until they are received, and
 * never available before. A supply may be announced when its due moment has passed: it is inbound, and
 * overdue from the start.
 *
 * @param supply what is to come, where, and when, which is cut to microseconds; its number is the
 *     document's too
 */
public record AnnounceSupply(Supply supply) implements Document {

  /** Rejects a moment that no ledger can hold. */
  public AnnounceSupply {
    requireNonNull(supply, "supply");
    SupplyId id = supply.id();
    Content.requireTime("due of supply " + id, supply.due());
    supply.orderedAt().ifPresent(at -> Content.requireTime("orderedAt of supply " + id, at));
    supply = supply.cut();
  }

  /**
   * Returns the announcement of a supply.
   *
   * @param supply what is to come, where, and when
   * @return the document
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if it is due or was
   *     ordered outside of the years 1 to 9899
   */
  public static AnnounceSupply of(Supply supply) {
    return new AnnounceSupply(supply);
  }

  /**
   * Returns the announcement of a supply whose supplier is not told.
   *
   * @param id the supply
   * @param units how many units of which item arrive where, at least 1
   * @param due the latest moment at which they are in time
   * @return the document
   */
  public static AnnounceSupply of(SupplyId id, StockUnits units, Instant due) {
    return new AnnounceSupply(Supply.of(id, units, due));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.ANNOUNCE, supply.id().value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("sku", supply.sku())
        .and("location", supply.units().location())
        .and("quantity", supply.quantity())
        .and("due", supply.due())
        .and("supplier", supply.supplier().map(Object::toString).orElse(""))
        .and("ordered at", supply.orderedAt().map(Object::toString).orElse(""))
        .asMap();
  }

  @Override
  public Decision decision() {
    return new AnnounceDecision(supply);
  }
}
