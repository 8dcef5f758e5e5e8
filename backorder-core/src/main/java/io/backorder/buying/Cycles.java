package io.backorder.buying;

import io.backorder.assortment.ShortageRecord;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up what was short from each receipt of goods to the next. */
final class Cycles implements DemandRecords.Reader {

  private final ShortUnits units = new ShortUnits((at, more) -> add(more));
  private final Set<SupplyId> moves = new HashSet<>();
  private final List<Quantity> ended = new ArrayList<>();
  private Quantity open = Quantity.ZERO;
  private @Nullable Instant since;

  private void add(Quantity more) {
    open = Quantity.of(AskedUnits.sum(open.units(), more.units()));
  }

  @Override
  public void read(LedgerRecord record, long asked) {
    if (record.entry() instanceof LedgerEntry.StockSent sent) {
      moves.add(sent.transfer());
    } else if (isReceipt(record.entry())) {
      end(record.recordedAt());
    } else {
      units.read(record, asked);
    }
  }

  @Override
  public void read(RefusedDemand attempt, long asked) {
    units.read(attempt, asked);
  }

  private boolean isReceipt(LedgerEntry entry) {
    return entry instanceof LedgerEntry.Received
        || (entry instanceof LedgerEntry.SupplyReceived came && !moves.contains(came.supply()));
  }

  private void end(Instant at) {
    if (at.equals(since)) {
      return;
    }
    if (since != null) {
      ended.add(open);
    }
    since = at;
    open = Quantity.ZERO;
  }

  ShortageRecord ended() {
    return new ShortageRecord(ended);
  }
}
