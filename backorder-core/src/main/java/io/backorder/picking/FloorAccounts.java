package io.backorder.picking;

import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LineAccounts;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.time.LocalDate;
import java.util.Optional;

/** What one entry of the ledger means on the floor: only what is reserved matters there. */
final class FloorAccounts implements LineAccounts {

  private final FloorBook book;
  private final LineEntry entry;

  private FloorAccounts(FloorBook book, LineEntry entry) {
    this.book = book;
    this.entry = entry;
  }

  static void take(FloorBook book, LineEntry entry) {
    entry.move(new FloorAccounts(book, entry), 1);
  }

  @Override
  public void reserved(Claim claim, LocationId location, long units) {
    if (units > 0) {
      book.reserve(claim.line(), StockUnits.of(claim.sku(), location, Quantity.of(units)));
    } else if (entry instanceof LedgerEntry.Shipped) {
      book.ship(new Slot(claim.line(), location), Quantity.of(-units));
    } else {
      book.lose(new Slot(claim.line(), location), Quantity.of(-units));
    }
  }

  @Override
  public void queued(Claim claim, long units) {
    // nobody picks what waits
  }

  @Override
  public void waiting(long units) {
    // nobody picks what waits
  }

  @Override
  public void onHand(LocationId location, long units) {
    // what lies there belongs to whoever has it reserved
  }

  @Override
  public void departed(Departure account, long units) {
    // what leaves was reserved before
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    // a floor knows no days
  }
}
