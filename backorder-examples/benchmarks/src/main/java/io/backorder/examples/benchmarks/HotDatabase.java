package io.backorder.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.jdbc.TableNames;
import io.backorder.posting.Answer;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Sells one item through transactions of the library's own: by callers that share transactions or do
 * not, and as lists of documents or one by one. There is enough for everybody.
 */
final class HotDatabase implements AutoCloseable {

  private static final int CALLERS = 32;
  private static final Sku HOT = Sku.of("CONSOLE");
  private static final long PLENTY = 1_000_000_000L;

  private final HikariDataSource pool;
  private final Inventory alone;
  private final Inventory grouped;
  private int next;

  private HotDatabase(HikariDataSource pool) {
    this.pool = pool;
    JdbcUnitOfWork owning = JdbcUnitOfWork.owning(pool);
    this.alone = Inventory.on(owning).build();
    this.grouped = Inventory.on(owning.grouping(CALLERS)).build();
  }

  static HotDatabase open(PostgresServer server) {
    HikariDataSource pool = server.pool(CALLERS);
    BackorderSchema.create(pool, TableNames.standard());
    HotDatabase database = new HotDatabase(pool);
    database.alone.post(
        ReceiveStock.of("opening stock", HOT, LocationId.of("MAIN"), Quantity.of(PLENTY)));
    return database;
  }

  /** Orders of callers that share transactions, and of callers that do not, in turn. */
  void raceCallers(int orders, Pace shared, Pace own)
      throws InterruptedException, ExecutionException {
    try (Callers callers = new Callers(CALLERS)) {
      int stretch = Math.max(CALLERS, orders / 8);
      callers.run(0, stretch, number -> grouped.post(order("warm-up " + number)));
      for (int from = 0; from < orders; from += stretch) {
        int to = Math.min(orders, from + stretch);
        own.add(callers.run(from, to, number -> alone.post(order("alone " + number))), to - from);
        shared.add(
            callers.run(from, to, number -> grouped.post(order("grouped " + number))), to - from);
      }
    }
  }

  /** Orders posted as lists, and one by one, in turn. */
  void raceLists(int size, int rounds, Pace together, Pace oneByOne)
      throws InterruptedException, ExecutionException {
    try (Callers caller = new Callers(1)) {
      postAll(size);
      for (int round = 0; round < rounds; round++) {
        List<PlaceOrder> list = orders(size);
        together.add(caller.run(0, 1, number -> requireAnswered(alone.postAll(list))), size);
        List<PlaceOrder> single = orders(Math.max(1, size / 8));
        oneByOne.add(
            caller.run(0, single.size(), number -> alone.post(single.get(number))), single.size());
      }
    }
  }

  private void postAll(int size) {
    requireAnswered(alone.postAll(orders(size)));
  }

  private static void requireAnswered(List<Answer> answers) {
    answers.forEach(Answer::get);
  }

  private List<PlaceOrder> orders(int count) {
    List<PlaceOrder> orders = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      orders.add(order("listed " + next++));
    }
    return orders;
  }

  private static PlaceOrder order(String number) {
    return PlaceOrder.of(OrderId.of(number), OrderLine.of("1", HOT, Quantity.of(1)));
  }

  @Override
  public void close() {
    pool.close();
  }
}
