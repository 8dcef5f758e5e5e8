package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.jdbc.TableNames;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A host with transactions of its own, which the library joins. */
final class HostShop {

  private static final LocationId MAIN = LocationId.of("MAIN");

  private final DataSource pool;

  @SuppressWarnings("ThreadLocalUsage") // each host has transactions of its own
  private final ThreadLocal<Transaction> open = new ThreadLocal<>();

  private final Inventory inventory;

  private HostShop(DataSource pool) {
    this.pool = pool;
    this.inventory = Inventory.on(JdbcUnitOfWork.joining(
            () -> open.get().connection, action -> open.get().afterCommit.add(action)))
        .build();
  }

  static HostShop create(DataSource pool) {
    BackorderSchema.create(pool, TableNames.standard());
    return new HostShop(pool);
  }

  private record Transaction(Connection connection, List<Runnable> afterCommit) {}

  /** What is done in a transaction. */
  interface Body {
    void run(Connection connection) throws SQLException;
  }

  /** Runs a body in a transaction of the host. */
  void transact(Body body) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Transaction transaction = new Transaction(connection, new ArrayList<>());
      open.set(transaction);
      body.run(connection);
      connection.commit();
      transaction.afterCommit.forEach(Runnable::run);
    } finally {
      open.remove();
    }
  }

  /** Puts units on the shelves. */
  void open(Map<String, Long> stock) throws SQLException {
    List<StockUnits> goods = new ArrayList<>();
    stock.forEach((sku, units) -> goods.add(StockUnits.of(Sku.of(sku), MAIN, Quantity.of(units))));
    int step = 500;
    for (int i = 0; i < goods.size(); i += step) {
      List<StockUnits> truck = goods.subList(i, Math.min(goods.size(), i + step));
      ReceiveStock receipt = ReceiveStock.of("opening stock " + i, truck);
      transact(connection -> inventory.post(receipt));
    }
  }

  Inventory inventory() {
    return inventory;
  }
}
