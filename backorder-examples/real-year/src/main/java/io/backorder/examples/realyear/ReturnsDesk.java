package io.backorder.examples.realyear;

import io.backorder.Inventory;
import io.backorder.demand.LineStatus;
import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ReturnGoods;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;

/**
 * Posts what customers give up. Units are matched with the account's latest sales of the item: what is
 * still open of such a line is cancelled, what has left the house is returned to stock. Units that no
 * replayed sale explains are put on the shelf as a correction, since they came back all the same.
 */
final class ReturnsDesk {

  private final Inventory inventory;
  private final PastSales past = new PastSales();
  private int documents;
  private long lines;
  private long cancelled;
  private long returned;
  private long unmatchedLines;
  private long unmatched;

  ReturnsDesk(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Remembers a sale. */
  void sold(Sale sale) {
    past.add(sale);
  }

  /** Posts the documents of units that are given back. */
  void post(GivenBack given) {
    lines++;
    long left = given.units().quantity().units();
    for (PastSales.Match match : past.take(given)) {
      post(match, given);
      left -= match.units();
    }
    if (left > 0) {
      unmatchedLines++;
      unmatched += left;
      StockUnits back = given.units();
      inventory.post(AdjustStock.of(number(given), back.sku(), back.location(), left)
          .because("given back, sale not in the replay"));
    }
  }

  private void post(PastSales.Match match, GivenBack given) {
    LineStatus line = inventory
        .order(match.line().order())
        .flatMap(order -> order.line(match.line().line()))
        .orElseThrow();
    long open = line.reserved().plus(line.backordered()).units();
    long toCancel = Math.min(open, match.units());
    long toReturn = match.units() - toCancel;
    if (toCancel > 0) {
      inventory.post(CancelOrder.units(number(given), match.line(), Quantity.of(toCancel)));
      cancelled += toCancel;
    }
    if (toReturn > 0) {
      inventory.post(ReturnGoods.toStock(
          number(given), match.line(), given.units().location(), Quantity.of(toReturn)));
      returned += toReturn;
    }
  }

  private String number(GivenBack given) {
    return given.number() + "/" + ++documents;
  }

  /** Returns the lines given back. */
  long lines() {
    return lines;
  }

  /** Returns the units that were still open. */
  long cancelled() {
    return cancelled;
  }

  /** Returns the units that had left the house. */
  long returned() {
    return returned;
  }

  /** Returns the lines of which some units belong to no replayed sale. */
  long unmatchedLines() {
    return unmatchedLines;
  }

  /** Returns the units that belong to no replayed sale. */
  long unmatched() {
    return unmatched;
  }
}
