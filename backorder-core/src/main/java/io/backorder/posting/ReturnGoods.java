package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.Map;

/**
 * Shipped units come back. A return to stock puts them on the shelf, where they serve who waits; one
 * that is written off is recorded and moves no stock. What was shipped stays as it is; what came back
 * is counted beside it, and counts against the next return.
 *
 * @param number the return's number, which is the document's too
 * @param line the line
 * @param arrival how many units came back, where, and whether they may be sold again
 */
public record ReturnGoods(String number, OrderLineId line, Arrival arrival) implements Document {

  /** Rejects missing parts. */
  public ReturnGoods {
    Identifiers.require("return", number);
    requireNonNull(line, "line");
    requireNonNull(arrival, "arrival");
  }

  /**
   * Units that came back.
   *
   * @param location where they came to
   * @param quantity how many, at least 1
   * @param restocking whether they may be sold again
   */
  public record Arrival(LocationId location, Quantity quantity, Restocking restocking) {

    /** Rejects a quantity of zero. */
    public Arrival {
      requireNonNull(location, "location");
      requireNonNull(restocking, "restocking");
      Content.requirePositive("quantity returned", quantity);
    }
  }

  /**
   * Returns a return to stock.
   *
   * @param number the return's number
   * @param line the line
   * @param location where the units came to
   * @param quantity how many, at least 1
   * @return the document
   */
  public static ReturnGoods toStock(
      String number, OrderLineId line, LocationId location, Quantity quantity) {
    return new ReturnGoods(number, line, new Arrival(location, quantity, Restocking.TO_STOCK));
  }

  /**
   * Returns a return that is written off.
   *
   * @param number the return's number
   * @param line the line
   * @param location where the units came to
   * @param quantity how many, at least 1
   * @return the document
   */
  public static ReturnGoods writtenOff(
      String number, OrderLineId line, LocationId location, Quantity quantity) {
    return new ReturnGoods(number, line, new Arrival(location, quantity, Restocking.WRITTEN_OFF));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.RETURN, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.empty()
        .and(line)
        .and("location", arrival.location)
        .and("quantity", arrival.quantity)
        .and("restocking", arrival.restocking)
        .asMap();
  }

  @Override
  public Decision decision() {
    return new ReturnDecision(this);
  }
}
