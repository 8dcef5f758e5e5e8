package io.backorder.jdbc;

import io.backorder.ledger.CartLine;
import io.backorder.store.HoldState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes holds that were opened or ended. */
final class HoldWriter {

  private final Statements sql;

  HoldWriter(Statements sql) {
    this.sql = sql;
  }

  void write(List<Task> tasks) {
    Bulk holds = Bulk.insert("cart_hold")
        .texts("hold_no")
        .column("until_at", ColumnType.TIME)
        .column("open_until", ColumnType.TIME)
        .texts("ended");
    Bulk lines = Bulk.insert("cart_line")
        .texts("hold_no")
        .ints("line_index")
        .texts("line_no", "sku")
        .longs("units")
        .column("due_day", ColumnType.DATE);
    Bulk ended = Bulk.update("cart_hold", 1)
        .texts("hold_no")
        .column("open_until", ColumnType.TIME)
        .texts("ended");
    Set<HoldState> fresh = new HashSet<>();
    for (Task task : tasks) {
      HoldState hold = task.hold;
      if (hold != null) {
        fresh.add(hold);
        open(hold, holds, lines);
      }
      for (HoldState each : task.ended.keySet()) {
        if (!fresh.contains(each)) {
          ended.add(each.id().value(), null, each.end().name());
        }
      }
    }
    sql.write(holds);
    sql.write(lines);
    sql.write(ended);
  }

  private static void open(HoldState hold, Bulk holds, Bulk lines) {
    boolean isOpen = hold.end() == HoldState.End.NONE;
    holds.add(
        hold.id().value(),
        hold.until(),
        isOpen ? hold.until() : null,
        hold.end().name());
    for (int i = 0; i < hold.cart().size(); i++) {
      CartLine cart = hold.cart().get(i);
      lines.add(
          hold.id().value(),
          i,
          cart.line().number(),
          cart.line().sku().value(),
          cart.line().quantity().units(),
          cart.line().due().orElse(null));
    }
  }
}
