package io.backorder.jdbc;

import io.backorder.ledger.CartLine;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.proof.Digest;
import io.backorder.stock.LocationId;
import io.backorder.store.ItemState;
import io.backorder.store.Restored.ShelfUnits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item of a unit of work: its state, and what the database keeps of it, so that only changes are written. */
final class ItemRow {

  final ItemState state;
  final Map<LocationId, ShelfUnits> shelves = new HashMap<>();
  final Map<String, Integer> queues = new HashMap<>();
  final Map<HeldKey, Long> held = new HashMap<>();
  final Map<Tally, Long> tallies = new HashMap<>();
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
}
