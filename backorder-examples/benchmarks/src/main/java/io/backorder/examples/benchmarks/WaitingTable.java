package io.backorder.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.jdbc.TableNames;
import io.backorder.posting.Answer;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines that wait for one item in the tables of a database, and the rows that the server reads when
 * something arrives for them: by index and by scan, as its own statistics count them.
 */
final class WaitingTable implements AutoCloseable {

  private static final Sku SKU = Sku.of("CONSOLE");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final int TOGETHER = 2_048;

  private final HikariDataSource pool;
  private final String prefix;
  private final Inventory inventory;

  private WaitingTable(HikariDataSource pool, Policy policy) {
    this.pool = pool;
    this.prefix = policy.name().toLowerCase(Locale.ROOT) + "_";
    TableNames names = TableNames.standard().withPrefix(prefix);
    BackorderSchema.create(pool, names);
    this.inventory = Inventory.on(JdbcUnitOfWork.owning(pool).named(names))
        .policy(policy.rule())
        .build();
  }

  /** Places the orders of a book, for which nothing is there. */
  static WaitingTable of(PostgresServer server, Policy policy, OrderBook book) throws SQLException {
    WaitingTable table =
        new WaitingTable(server.pool(1), policy); // one session, one set of figures
    book.renumber();
    for (int from = 0; from < book.size(); from += TOGETHER) {
      List<PlaceOrder> orders = new ArrayList<>();
      for (int i = from; i < Math.min(book.size(), from + TOGETHER); i++) {
        orders.add(order(book, i));
      }
      table.inventory.postAll(orders).forEach(Answer::get);
    }
    server.execute("ANALYZE"); // which the server does by itself when it finds the time
    return table;
  }

  private static PlaceOrder order(OrderBook book, int i) {
    OrderLine line =
        OrderLine.of("1", SKU, Quantity.of(book.quantity(i))).dueBy(OrderBook.day(book.dueDay(i)));
    return PlaceOrder.of(OrderId.of(book.number(i)), line)
        .with(OrderTerms.standard().withPriority(PRIORITIES.get(book.urgency(i))));
  }

  /** Receives units and returns the rows that were read for it. */
  long rowsReadBy(String receipt, int units) throws SQLException {
    long before = rowsRead();
    int fills = inventory
        .post(ReceiveStock.of(receipt, SKU, MAIN, Quantity.of(units)))
        .fills()
        .size();
    if (fills == 0) {
      throw new IllegalStateException("somebody must be served by " + receipt);
    }
    return rowsRead() - before;
  }

  private long rowsRead() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_stat_force_next_flush()");
      connection.commit();
      try (ResultSet rows = statement.executeQuery(
          "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))"
              + " FROM pg_stat_user_tables WHERE relname LIKE '" + prefix + "%'")) {
        rows.next();
        long read = rows.getLong(1);
        connection.commit();
        return read;
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
