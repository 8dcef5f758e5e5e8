package io.backorder.examples.realyear;

import io.backorder.Inventory;
import io.backorder.examples.realyear.RetailEvent.Correction;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.StockLevel;

/**
 * Posts the shop's stock corrections. The real shelf held other units than the replayed one, so a loss
 * may exceed what is there: then what is there is lost, and the rest is counted as impossible.
 */
final class CorrectionsDesk {

  private final Inventory inventory;
  private long posted;
  private long found;
  private long lost;
  private long cut;
  private long impossible;

  CorrectionsDesk(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Posts a correction, as far as it is possible. */
  void post(Correction correction) {
    AdjustStock document = correction.document();
    long delta = Math.max(document.delta(), -onHand(document.shelf()));
    if (delta != document.delta()) {
      cut++;
      impossible += delta - document.delta();
    }
    if (delta != 0) {
      inventory.post(
          new AdjustStock(document.number(), document.shelf(), delta, document.reason()));
      posted++;
      found += Math.max(0, delta);
      lost += Math.max(0, -delta);
    }
  }

  private long onHand(Shelf shelf) {
    return inventory
        .item(shelf.sku())
        .at(shelf.location())
        .map(StockLevel::onHand)
        .orElseThrow()
        .units();
  }

  /** Returns the corrections that changed stock. */
  long posted() {
    return posted;
  }

  /** Returns the units added. */
  long found() {
    return found;
  }

  /** Returns the units taken away. */
  long lost() {
    return lost;
  }

  /** Returns the corrections that took less than the shop wrote down, or nothing. */
  long cut() {
    return cut;
  }

  /** Returns the units that the shop lost and the replayed shelf did not have. */
  long impossible() {
    return impossible;
  }
}
