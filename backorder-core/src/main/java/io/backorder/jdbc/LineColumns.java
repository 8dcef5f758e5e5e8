package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.CartLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads lines of orders and carts, which stand in several tables under the same names. */
final class LineColumns {

  private LineColumns() {}

  /** An order line of an item, for some units. */
  static OrderLine order(ResultSet row, Sku sku, long units) throws SQLException {
    OrderLine line = OrderLine.of(row.getString("line_no"), sku, Quantity.of(units));
    LocalDate due = row.getObject("due_day", LocalDate.class);
    return due == null ? line : line.dueBy(due);
  }

  /** A line of a cart, which asks for some units. */
  static CartLine cart(ResultSet row, Sku sku, long units, Dialect dialect) throws SQLException {
    Instant until = requireNonNull(ColumnType.readTime(row, "until_at", dialect), "until_at");
    return new CartLine(HoldId.of(row.getString("hold_no")), order(row, sku, units), until);
  }
}
