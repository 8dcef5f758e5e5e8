package io.backorder.jdbc;

import io.backorder.ledger.CartLine;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.LocationId;
import io.backorder.store.ItemState;
import io.backorder.store.LocationState;
import io.backorder.store.Restored.ShelfUnits;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the figures of items, as far as they changed. */
final class ItemWriter {

  private static final ShelfUnits NOTHING = new ShelfUnits(0, 0, 0);

  private final Statements sql;
  private final List<ItemRow> items;
  private final Bulk newShelves = shelves(Bulk.insert("stock"));
  private final Bulk shelves = shelves(Bulk.update("stock", 2));
  private final Bulk newQueues =
      Bulk.insert("channel_queue").texts("sku", "channel").ints("claims");
  private final Bulk queues =
      Bulk.update("channel_queue", 2).texts("sku", "channel").ints("claims");
  private final Bulk newTallies = tally(Bulk.insert("tally")).longs("units");
  private final Bulk tallies = tally(Bulk.update("tally", 3)).longs("units");
  private final Bulk endedTallies = tally(Bulk.delete("tally"));
  private final Bulk emptied = Bulk.delete("channel_queue").texts("sku", "channel");
  private final Bulk newHeld = Bulk.insert("held")
      .texts("sku", "hold_no", "line_no", "location")
      .longs("units", "since")
      .column("until_at", ColumnType.TIME)
      .longs("cart_units")
      .column("due_day", ColumnType.DATE);
  private final Bulk held =
      Bulk.update("held", 4).texts("sku", "hold_no", "line_no", "location").longs("units");
  private final Bulk freed = Bulk.delete("held").texts("sku", "hold_no", "line_no", "location");

  ItemWriter(Statements sql, Collection<ItemRow> items) {
    this.sql = sql;
    this.items =
        items.stream().sorted(Comparator.comparing(item -> item.state.sku())).toList();
  }

  private static Bulk shelves(Bulk bulk) {
    return bulk.texts("sku", "location").longs("on_hand", "reserved", "held");
  }

  private static Bulk tally(Bulk bulk) {
    return bulk.texts("sku", "tally_group").column("tally_from", ColumnType.TIME);
  }

  void write() {
    Bulk rows = Bulk.update("item", 1)
        .texts("sku")
        .longs("last_sequence", "last_arrival", "waiting")
        .ints("claims", "tallies", "promised")
        .longs("announcements")
        .ints("supplies")
        .column("recorded_at", ColumnType.TIME)
        .bytes("chain");
    for (ItemRow item : items) {
      ItemState state = item.state;
      rows.add(
          state.sku().value(),
          item.sequence,
          state.arrivals(),
          state.waiting(),
          state.claimsQueued(),
          state.tallies().size(),
          state.linesPromised(),
          state.announcements(),
          state.supplies().size(),
          item.recordedAt,
          item.chain.bytes());
      noteShelves(item);
      noteQueues(item);
      noteHeld(item);
      noteTallies(item);
    }
    List.of(rows, newShelves, shelves, emptied, newQueues, queues, freed, held, newHeld)
        .forEach(sql::write);
    List.of(endedTallies, tallies, newTallies).forEach(sql::write);
    SupplyTable.write(sql, items);
  }

  private void noteTallies(ItemRow item) {
    Map<Tally, Long> before = new HashMap<>(item.tallies);
    String sku = item.state.sku().value();
    item.state.tallies().forEach((tally, units) -> {
      Long kept = before.remove(tally);
      if (!units.equals(kept)) {
        (kept == null ? newTallies : tallies).add(sku, tally.group(), tally.from(), units);
      }
    });
    before.keySet().forEach(tally -> endedTallies.add(sku, tally.group(), tally.from()));
  }

  private void noteShelves(ItemRow item) {
    for (LocationState at : item.state.shelves()) {
      LocationId location = at.location().id();
      ShelfUnits now = new ShelfUnits(at.onHand(), at.reserved(), at.held());
      ShelfUnits before = item.shelves.get(location);
      if (!now.equals(before == null ? NOTHING : before)) {
        (before == null ? newShelves : shelves)
            .add(
                item.state.sku().value(),
                location.value(),
                now.onHand(),
                now.reserved(),
                now.held());
      }
    }
  }

  private void noteQueues(ItemRow item) {
    for (ItemState.ChannelQueue queue : item.state.queues()) {
      String channel = TermsColumns.channel(queue.channel());
      int before = item.queues.getOrDefault(channel, 0);
      if (before > 0 && queue.isEmpty()) {
        emptied.add(item.state.sku().value(), channel);
      } else if (before != queue.size()) {
        (before == 0 ? newQueues : queues).add(item.state.sku().value(), channel, queue.size());
      }
    }
  }

  private void noteHeld(ItemRow item) {
    Map<ItemRow.HeldKey, Long> before = new HashMap<>(item.held);
    long since = item.sequence;
    for (ItemState.HeldUnits each : item.state.held()) {
      ItemRow.HeldKey key = new ItemRow.HeldKey(each.cart(), each.location());
      Long units = before.remove(key);
      CartLine cart = each.cart();
      String sku = item.state.sku().value();
      String hold = cart.hold().value();
      String line = cart.line().number();
      String at = each.location().value();
      if (units == null) {
        newHeld.add(
            sku,
            hold,
            line,
            at,
            each.units(),
            since++,
            cart.until(),
            cart.line().quantity().units(),
            cart.line().due().orElse(null));
      } else if (units != each.units()) {
        held.add(sku, hold, line, at, each.units());
      }
    }
    before
        .keySet()
        .forEach(key -> freed.add(
            item.state.sku().value(),
            key.cart().hold().value(),
            key.cart().line().number(),
            key.location().value()));
  }
}
