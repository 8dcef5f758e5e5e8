package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import java.util.Map;

/**
 * On hand is corrected by a difference: units were found, broken, stolen. A loss is taken from free
 * units first, then from held, then from reserved ones, as {@link CountStock} does. More than is on
 * hand cannot be taken: {@code INSUFFICIENT_STOCK}.
 *
 * @param number the adjustment's number, which is the document's too
 * @param shelf the item and the location
 * @param delta the signed number of units, not zero
 * @param reason why, in the host's words, 1 to 64 characters as an identifier has
 */
public record AdjustStock(String number, Shelf shelf, long delta, String reason)
    implements Document {

  /** Rejects a difference of zero, or a reason that breaks the rule for identifiers. */
  public AdjustStock {
    Identifiers.require("adjustment", number);
    requireNonNull(shelf, "shelf");
    Identifiers.require("reason", reason);
    if (delta == 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY, "delta must not be zero: " + delta, Facts.of("asked", delta));
    }
  }

  /**
   * Where an item lies.
   *
   * @param sku the item
   * @param location the location
   */
  public record Shelf(Sku sku, LocationId location) {

    /** Rejects missing parts. */
    public Shelf {
      requireNonNull(sku, "sku");
      requireNonNull(location, "location");
    }
  }

  /**
   * Returns an adjustment whose reason is {@code adjusted}.
   *
   * @param number the adjustment's number
   * @param sku the item
   * @param location the location
   * @param delta the signed number of units, not zero
   * @return the document
   */
  public static AdjustStock of(String number, Sku sku, LocationId location, long delta) {
    return new AdjustStock(number, new Shelf(sku, location), delta, "adjusted");
  }

  /**
   * Returns this adjustment with another reason.
   *
   * @param why why, in the host's words
   * @return the document
   */
  public AdjustStock because(String why) {
    return new AdjustStock(number, shelf, delta, why);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.ADJUST, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("sku", shelf.sku)
        .and("location", shelf.location)
        .and("delta", delta)
        .and("reason", reason)
        .asMap();
  }

  @Override
  public Decision decision() {
    return new AdjustDecision(this);
  }
}
