package io.backorder;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import java.time.Instant;
import java.util.List;

/**
 * Demand as the ledger saw it: the units of each order line at the moment of ordering, whether they were
 * reserved, had to wait or were refused, and not what could be shipped or was cancelled later.
 *
 * <p>This type holds no state and is thread-safe.
 */
public final class DemandRecords {

  private DemandRecords() {}

  /**
   * Returns the demand history of one item.
   *
   * @param records the records of the item, such as {@code inventory.ledger().of(sku)}
   * @param calendar the periods
   * @param from since when the item has been on offer
   * @param until until when the ledger has been read, exclusive
   * @return the history of the whole periods between the two
   */
  public static DemandHistory history(
      List<LedgerRecord> records, PeriodCalendar calendar, Instant from, Instant until) {
    DemandHistory.Builder builder = DemandHistory.builder(calendar, from, until);
    for (LedgerRecord each : records) {
      if (each.entry() instanceof LedgerEntry.Ordered ordered) {
        builder.add(each.recordedAt(), ordered.line().quantity());
      }
    }
    return builder.build();
  }
}
