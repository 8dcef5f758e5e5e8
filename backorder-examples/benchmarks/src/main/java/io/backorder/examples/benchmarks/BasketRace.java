package io.backorder.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * Places the same orders of many lines through the library, which joins the host's transactions, and by
 * hand, with eight callers, a stretch of orders in turn. There is stock for 60 % of what is ordered.
 */
final class BasketRace {

  private static final int CALLERS = 8;

  private final PostgresServer server;
  private final List<Baskets.Basket> orders;
  private final Pace library = new Pace();
  private final Pace plain = new Pace();

  BasketRace(PostgresServer server, List<Baskets.Basket> orders) {
    this.server = server;
    this.orders = orders;
  }

  /** Runs all stretches; the first of each side warms up. */
  void run(int stretch) throws SQLException, InterruptedException, ExecutionException {
    server.execute(PlainTables.SCRIPT);
    try (HikariDataSource pool = server.pool(CALLERS);
        Callers callers = new Callers(CALLERS)) {
      HostShop shop = HostShop.create(pool);
      Map<String, Long> stock = stock();
      shop.open(stock);
      shop.transact(connection -> PlainTables.open(connection, stock));
      for (int from = 0; from < orders.size(); from += stretch) {
        int to = Math.min(orders.size(), from + stretch);
        double byHand = callers.run(
            from,
            to,
            i -> shop.transact(connection -> PlainTables.place(connection, orders.get(i))));
        double joining = callers.run(
            from,
            to,
            i -> shop.transact(connection -> shop.inventory().post(orders.get(i).document())));
        if (from > 0 || to == orders.size()) {
          plain.add(byHand, to - from);
          library.add(joining, to - from);
        }
      }
    }
  }

  private Map<String, Long> stock() {
    Map<String, Long> stock = new TreeMap<>();
    Baskets.demand(orders).forEach((sku, units) -> stock.put(sku, units * 6 / 10 + 1));
    return stock;
  }

  /** Returns the orders a second through the library. */
  double library() {
    return library.perSecond();
  }

  /** Returns the orders a second by hand. */
  double plain() {
    return plain.perSecond();
  }
}
