package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Sku;
import java.util.Map;

/**
 * What the waiting lines of an item are promised is looked at again, because time has passed: a supply that
 * is late promises nothing any more, and a day that is over becomes another one. It may be posted as often
 * as the host likes; where no day changes it leaves nothing behind. {@code Inventory.maintain} posts it for
 * the items that it may concern.
 *
 * @param sku the item, whose number is the document's too
 */
public record ReviewPromises(Sku sku) implements Document {

  /** Rejects a missing item. */
  public ReviewPromises {
    requireNonNull(sku, "sku");
  }

  /**
   * Returns the review of an item.
   *
   * @param sku the item
   * @return the document
   */
  public static ReviewPromises of(Sku sku) {
    return new ReviewPromises(sku);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.REVIEW, sku.value());
  }

  @Override
  public Map<String, String> content() {
    return Map.of();
  }

  @Override
  public Decision decision() {
    return new ReviewDecision(sku);
  }
}
