package io.backorder.laws;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.Claim;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LineAccounts;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The units of one line, added up over its ledger entries. */
final class LineSums implements LineAccounts {

  private final Sku sku;
  private final long[] units = new long[2 + Departure.values().length];

  private LineSums(Sku sku) {
    this.sku = sku;
  }

  /** The sums of every line and every part of a kit's line. */
  static Map<OrderLineId, LineSums> of(Ledger ledger) {
    Map<OrderLineId, LineSums> lines = new HashMap<>();
    for (LedgerRecord record : ledger.after(0, Integer.MAX_VALUE)) {
      if (record.entry() instanceof LineEntry entry) {
        entry.move(
            lines.computeIfAbsent(entry.claim().line(), line -> new LineSums(entry.sku())), 1);
      }
    }
    return lines;
  }

  Sku sku() {
    return sku;
  }

  long reserved() {
    return units[1];
  }

  /** The units of all accounts, each so many times. */
  String times(long factor) {
    return Arrays.toString(Arrays.stream(units).map(each -> each * factor).toArray());
  }

  @Override
  public void queued(Claim claim, long moved) {
    units[0] += moved;
  }

  @Override
  public void waiting(long moved) {
    // they are in the queue too
  }

  @Override
  public void reserved(Claim claim, LocationId location, long moved) {
    units[1] += moved;
  }

  @Override
  public void onHand(LocationId location, long moved) {
    // is summed up by the item's levels
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    // moves no unit
  }

  @Override
  public void departed(Departure account, long moved) {
    units[2 + Arrays.asList(Departure.values()).indexOf(account)] += moved;
  }

  @Override
  public String toString() {
    return sku + " " + times(1);
  }
}
