package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.StockUnits;
import java.util.Map;

/**
 * Free units move to another location. Reserved and held units stay where they are; more than is free
 * cannot be moved: {@code INSUFFICIENT_STOCK}. What arrives serves who waits.
 *
 * @param number the transfer's number, which is the document's too
 * @param units how many units of which item, and where they lie
 * @param to where they go, another location
 */
public record TransferStock(String number, StockUnits units, LocationId to) implements Document {

  /** Rejects a quantity of zero, or a transfer to the same location. */
  public TransferStock {
    Identifiers.require("transfer", number);
    requireNonNull(units, "units");
    requireNonNull(to, "to");
    Content.requirePositive("quantity of " + units.sku(), units.quantity());
    if (to.equals(units.location())) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "to must be another location than from: " + to,
          Facts.of("location", to));
    }
  }

  /**
   * Returns a transfer.
   *
   * @param number the transfer's number
   * @param units how many units of which item, and where they lie
   * @param to where they go
   * @return the document
   */
  public static TransferStock of(String number, StockUnits units, LocationId to) {
    return new TransferStock(number, units, to);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.TRANSFER, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("sku", units.sku())
        .and("from", units.location())
        .and("to", to)
        .and("quantity", units.quantity())
        .asMap();
  }

  @Override
  public Decision decision() {
    return new TransferDecision(this);
  }
}
