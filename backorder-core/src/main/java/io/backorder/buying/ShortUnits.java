package io.backorder.buying;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Finds the units that had to wait when they were ordered, or were refused. */
record ShortUnits(BiConsumer<Instant, Quantity> found) implements DemandRecords.Reader {

  @Override
  public void read(LedgerRecord record, long asked) {
    if (record.entry() instanceof LedgerEntry.Backordered e) {
      found.accept(record.recordedAt(), e.quantity());
    } else if (record.entry() instanceof LedgerEntry.Refused e) {
      found.accept(record.recordedAt(), e.quantity());
    }
  }

  @Override
  public void read(RefusedDemand attempt, long asked) {
    if (attempt.isOfShortItem()) {
      found.accept(attempt.refusal().at(), Quantity.of(asked));
    }
  }
}
