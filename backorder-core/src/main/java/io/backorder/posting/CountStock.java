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
 * A shelf is counted. On hand becomes what was counted: the shelf is the truth. What is missing is
 * taken from free units first, then from held ones, the youngest hold first, then from reserved ones,
 * the last in line first; who loses units waits again at the old place. What is found serves who
 * waits.
 *
 * @param number the count's number, which is the document's too
 * @param counted the units counted, zero or more, of each item at each location; at least one line
 */
public record CountStock(String number, List<StockUnits> counted) implements Document {

  /** Copies the lines; rejects none at all. */
  public CountStock {
    Identifiers.require("count", number);
    counted = Content.copy("counted", counted);
    Content.requireNotEmpty(counted.size());
  }

  /**
   * Returns a count of one item.
   *
   * @param number the count's number
   * @param sku the item
   * @param location where it was counted
   * @param counted how many units there are, zero or more
   * @return the document
   */
  public static CountStock of(String number, Sku sku, LocationId location, Quantity counted) {
    return of(number, List.of(StockUnits.of(sku, location, counted)));
  }

  /**
   * Returns a count of several items.
   *
   * @param number the count's number
   * @param counted the units counted of each item at each location
   * @return the document
   */
  public static CountStock of(String number, List<StockUnits> counted) {
    return new CountStock(number, counted);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.COUNT, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.empty().andUnits(counted).asMap();
  }

  @Override
  public Decision decision() {
    return new CountDecision(counted);
  }
}
