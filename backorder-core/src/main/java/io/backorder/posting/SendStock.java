package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.Map;

/**
 * Free units leave a location for another one, where they arrive later: the first of the two steps of a
 * transfer. On their way they are on hand nowhere and count once, as inbound: the transfer is a supply of
 * the item, so that who waits is promised its day. They arrive by {@link ReceiveStock} against that supply,
 * in parts or over; a delay is told by {@link RescheduleSupply}, and what was lost on the way is given up by
 * {@link CloseSupply}. Reserved and held units stay where they are; more than is free cannot be sent: {@code
 * INSUFFICIENT_STOCK}. {@link TransferStock} does both steps at once.
 *
 * @param units how many units of which item, and where they lie
 * @param arrival the same units as a supply at the location to which they go; its number is the
 *     document's too, and no supply may be announced under it
 */
public record SendStock(StockUnits units, Supply arrival) implements Document {

  /** Rejects a transfer to the same location, and an arrival of something else. */
  public SendStock {
    requireNonNull(units, "units");
    requireNonNull(arrival, "arrival");
    Content.requireTime("due of transfer " + arrival.id(), arrival.due());
    if (arrival.units().location().equals(units.location())) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "to must be another location than from: " + units.location(),
          Facts.of("location", units.location()));
    }
    if (!arrival.sku().equals(units.sku()) || !arrival.quantity().equals(units.quantity())) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "what arrives must be what is sent, %s: %s".formatted(units, arrival.units()),
          Facts.of("asked", arrival.units()).and("allowed", units));
    }
    arrival = arrival.cut();
  }

  /**
   * Returns the sending of units.
   *
   * @param transfer the transfer's number
   * @param units how many units of which item, at least 1, and where they lie
   * @param to where they go
   * @param due the latest moment at which they arrive in time
   * @return the document
   */
  public static SendStock of(SupplyId transfer, StockUnits units, LocationId to, Instant due) {
    StockUnits arriving = StockUnits.of(units.sku(), requireNonNull(to, "to"), units.quantity());
    return new SendStock(units, Supply.of(transfer, arriving, due));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.ANNOUNCE, arrival.id().value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("sku", units.sku())
        .and("from", units.location())
        .and("location", arrival.units().location())
        .and("quantity", units.quantity())
        .and("due", arrival.due())
        .asMap();
  }

  @Override
  public Decision decision() {
    return new SendDecision(this);
  }
}
