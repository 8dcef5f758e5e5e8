package io.backorder.posting;

import io.backorder.allocation.Grant;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Quantity;
import io.backorder.store.ItemState;
import java.util.ArrayList;
import java.util.List;

/** An item whose units are handed out: first to who waited, then to the newcomers. */
final class Tray {

  final ItemState item;
  final FreeUnits untouched;
  final List<Newcomer> newcomers = new ArrayList<>(1);
  FreeUnits free;
  boolean newlyWaiting;

  Tray(ItemState item, FreeUnits free) {
    this.item = item;
    this.untouched = free;
    this.free = free;
  }

  /** Lets newcomers of whom some are kits take units that may be taken back. */
  void lend() {
    free = untouched.copy();
    newcomers.forEach(each -> each.grants = List.of());
  }

  void hand(Grant grant) {
    for (Newcomer each : newcomers) {
      if (each.state == ((QueuedLine) grant.line()).claim()) {
        each.grants = each.grants.isEmpty() ? new ArrayList<>(1) : each.grants;
        each.grants.add(grant);
      }
    }
  }

  void requireAllowance() {
    Quantity waiting = Quantity.of(item.waiting());
    if (newlyWaiting && !free.allowance().permits(waiting)) {
      throw beyondAllowance(waiting);
    }
  }

  RefusedDocumentException beyondAllowance(Quantity waiting) {
    Quantity limit = free.allowance().limit();
    return new RefusedDocumentException(
        ErrorCode.BACKORDER_LIMIT,
        "backordered units of %s must be at most %s: %s".formatted(item.sku(), limit, waiting),
        Facts.of("sku", item.sku()).and("asked", waiting).and("allowed", limit));
  }
}
