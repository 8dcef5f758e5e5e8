package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.ledger.CartLine;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads holds: what they ask for, until when, and how they ended. */
final class HoldTable {

  private static final String SELECT =
      "SELECT h.hold_no, h.until_at, h.ended, l.line_index, l.line_no, l.sku, l.units, l.due_day"
          + " FROM $cart_hold h JOIN $cart_line l ON l.hold_no = h.hold_no WHERE ";

  private final Statements sql;
  private final WorkingSet set;
  private final Set<HoldId> known = new HashSet<>();

  HoldTable(Statements sql, WorkingSet set) {
    this.sql = sql;
    this.set = set;
  }

  void read(Collection<HoldId> wanted) {
    List<String> unread = wanted.stream()
        .filter(id -> !set.holds().containsKey(id) && known.add(id))
        .map(HoldId::value)
        .toList();
    Cart cart = new Cart();
    sql.queryKeys(
        SELECT + "h.hold_no {keys} ORDER BY h.hold_no, l.line_index" + sql.current(),
        unread,
        cart::take);
    cart.holds().forEach(hold -> set.holds().putIfAbsent(hold.id(), hold));
  }

  List<HoldState> over(Instant now) {
    Cart cart = new Cart();
    sql.query(
        SELECT + "h.open_until <= ? ORDER BY h.open_until, h.hold_no, l.line_index" + sql.current(),
        cart::take,
        new Statements.Value(ColumnType.TIME, now));
    List<HoldState> over = new ArrayList<>();
    for (HoldState hold : cart.holds()) {
      HoldState earlier = set.holds().putIfAbsent(hold.id(), hold);
      over.add(earlier == null ? hold : earlier);
    }
    over.removeIf(hold -> hold.end() != HoldState.End.NONE);
    return over;
  }

  /** Reads again how the holds ended, once their items are locked. */
  void refresh() {
    sql.queryKeys(
        "SELECT hold_no, ended FROM $cart_hold WHERE hold_no {keys}" + sql.current(),
        set.holds().keySet().stream().map(HoldId::value).toList(),
        row -> requireNonNull(set.holds().get(HoldId.of(row.getString("hold_no"))), "hold")
            .close(HoldState.End.valueOf(row.getString("ended"))));
  }

  /** Puts lines together to holds. */
  private final class Cart {

    private final Map<String, List<CartLine>> lines = new LinkedHashMap<>();
    private final Map<String, HoldState.End> ends = new HashMap<>();

    void take(ResultSet row) throws SQLException {
      String hold = row.getString("hold_no");
      Sku sku = Sku.of(row.getString("sku"));
      lines
          .computeIfAbsent(hold, key -> new ArrayList<>())
          .add(LineColumns.cart(row, sku, row.getLong("units"), sql.dialect()));
      ends.put(hold, HoldState.End.valueOf(row.getString("ended")));
    }

    List<HoldState> holds() {
      List<HoldState> holds = new ArrayList<>();
      lines.forEach((id, cart) -> {
        HoldState hold = new HoldState(cart);
        hold.close(requireNonNull(ends.get(id), "end"));
        holds.add(hold);
      });
      return holds;
    }
  }
}
