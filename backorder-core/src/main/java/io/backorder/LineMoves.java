package io.backorder;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one document did to one order line, as the customer sees it: all that comes of it, added up. */
final class LineMoves {

  private final Claim claim;
  private Quantity queued = Quantity.ZERO;
  private Quantity filled = Quantity.ZERO;
  private Quantity givenUp = Quantity.ZERO;
  private Quantity shipped = Quantity.ZERO;
  private @Nullable Promised promised;

  LineMoves(Claim claim) {
    this.claim = claim;
  }

  void add(LineEntry entry) {
    if (entry instanceof LedgerEntry.Backordered units) {
      queued = queued.plus(units.quantity());
    } else if (entry instanceof LedgerEntry.LostReservation units) {
      queued = queued.plus(units.quantity());
    } else if (entry instanceof LedgerEntry.Reallocated units) {
      queued = queued.plus(units.quantity());
    } else if (entry instanceof LedgerEntry.BackorderFilled units) {
      filled = filled.plus(units.quantity());
    } else if (entry instanceof LedgerEntry.Shipped units) {
      shipped = shipped.plus(units.quantity());
    } else {
      addChange(entry);
    }
  }

  private void addChange(LineEntry entry) {
    if (entry instanceof LedgerEntry.Cancelled units) {
      givenUp = givenUp.plus(units.quantity());
    } else if (entry instanceof LedgerEntry.Changed units) {
      givenUp = givenUp.plus(units.from().minusOrZero(units.to()));
    } else if (entry instanceof Promised day) {
      promised = day;
    }
  }

  OrderLineId line() {
    return claim.line();
  }

  Sku sku() {
    return claim.sku();
  }

  /** The units that wait from now on, but for those that came at once. */
  Quantity backordered() {
    return queued.minusOrZero(filled);
  }

  /** The units that came, but for those that were lost at once. */
  Quantity backInStock() {
    return filled.minusOrZero(queued);
  }

  Quantity givenUp() {
    return givenUp;
  }

  Quantity shipped() {
    return shipped;
  }

  Optional<Promised> promised() {
    return Optional.ofNullable(promised);
  }
}
