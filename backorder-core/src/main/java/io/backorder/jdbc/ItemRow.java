package io.backorder.jdbc;

import io.backorder.ledger.CartLine;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.proof.Digest;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import io.backorder.stock.LocationId;
import io.backorder.store.ItemState;
import io.backorder.store.Restored.ShelfUnits;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item of a unit of work: its state, and what the database keeps of it, so that only changes are written. */
final class ItemRow {

  final ItemState state;
  final Map<LocationId, ShelfUnits> shelves = new HashMap<>();
  final Map<String, Integer> queues = new HashMap<>();
  final Map<HeldKey, Long> held = new HashMap<>();
  final Map<Tally, Long> tallies = new HashMap<>();
  final Map<SupplyId, SupplyStatus> supplies = new HashMap<>();
  final Map<Long, ClaimRow> claims = new HashMap<>();
  long sequence;
  Digest chain;

  @Nullable
  Instant recordedAt;

  boolean locked;

  ItemRow(ItemState state) {
    this.state = state;
    this.chain = HashChain.start(state.sku());
  }

  /** Units held for one cart line at one location. */
  record HeldKey(CartLine cart, LocationId location) {}

  /** Requires that this row carries the number and the chain value of the last of all its records. */
  void requireEnd(List<LedgerRecord> records) {
    LedgerRecord last = records.isEmpty() ? null : records.get(records.size() - 1);
    boolean isEnd = last == null
        ? sequence == 0
        : last.sequence() == sequence && last.chain().equals(chain);
    if (locked && !isEnd) {
      throw new StoreException(
          ErrorCode.INVARIANT_BROKEN,
          "row of item %s must carry the last of its %d records: %d"
              .formatted(state.sku(), records.size(), sequence),
          Facts.of("sku", state.sku()).and("sequence", sequence),
          null);
    }
  }
}
