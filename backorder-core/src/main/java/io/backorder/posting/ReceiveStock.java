package io.backorder.posting;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.List;
import java.util.Map;

/**
 * Goods arrive. They serve who waits, in the order of the policy; what nobody needs is free.
 *
 * @param receipt the receipt's number, which is the document's too
 * @param lines what arrived where, at least one line, each of at least 1 unit
 */
public record ReceiveStock(String receipt, List<StockUnits> lines) implements Document {

  /** Copies the lines; rejects none at all, or a quantity of zero. */
  public ReceiveStock {
    Identifiers.require("receipt", receipt);
    lines = Content.copy("lines", lines);
    Content.requireNotEmpty(lines.size());
    for (StockUnits line : lines) {
      if (line.quantity().isZero()) {
        Content.requirePositive("quantity of " + line.sku(), line.quantity());
      }
    }
  }

  /**
   * Returns a receipt of one item.
   *
   * @param receipt the receipt's number
   * @param sku the item
   * @param location where it arrived
   * @param quantity how many units, at least 1
   * @return the document
   */
  public static ReceiveStock of(String receipt, Sku sku, LocationId location, Quantity quantity) {
    return of(receipt, List.of(StockUnits.of(sku, location, quantity)));
  }

  /**
   * Returns a receipt of several items.
   *
   * @param receipt the receipt's number
   * @param lines what arrived where
   * @return the document
   */
  public static ReceiveStock of(String receipt, List<StockUnits> lines) {
    return new ReceiveStock(receipt, lines);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.RECEIVE, receipt);
  }

  @Override
  public Map<String, String> content() {
    return Fields.empty().andUnits(lines).asMap();
  }

  @Override
  public Decision decision() {
    return new ReceiveDecision(lines);
  }
}
