package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderLine;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a document takes: the same number for one line and for a hundred. */
abstract class StatementCounts {

  private static final int[] LINES = {1, 10, 100};

  abstract Database database();

  @BeforeEach
  void empty() {
    database().emptied();
  }

  /** Counts what is sent to the database. */
  static final class Counter implements WatchedSource.Watcher {

    private final List<String> statements = new ArrayList<>();
    private int rows;

    @Override
    public synchronized void after(WatchedSource.Call call) {
      if (call.isExecution()) {
        statements.add(call.sql());
      } else if (call.name().equals("next")) {
        rows++;
      }
    }

    synchronized List<String> statements() {
      return List.copyOf(statements);
    }

    synchronized int rows() {
      return rows;
    }

    synchronized void reset() {
      statements.clear();
      rows = 0;
    }
  }

  private static List<Sku> skus(int lines) {
    List<Sku> skus = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      skus.add(Sku.of("of-" + lines + "-" + i));
    }
    return skus;
  }

  private static PlaceOrder placed(int lines) {
    List<OrderLine> all = new ArrayList<>();
    for (Sku sku : skus(lines)) {
      all.add(OrderLine.of("" + (all.size() + 1), sku, Quantity.of(3)));
    }
    return PlaceOrder.of(Paperwork.order("O" + lines), all);
  }

  private static ReceiveStock received(String number, int lines) {
    return ReceiveStock.of(
        number + lines,
        skus(lines).stream()
            .map(sku -> StockUnits.of(sku, Paperwork.MAIN, Quantity.of(2)))
            .toList());
  }

  private void requireConstant(
      BiConsumer<Inventory, Integer> before, BiConsumer<Inventory, Integer> counted) {
    SortedMap<Integer, List<String>> found = counted(before, counted);
    assertThat(found.get(10)).hasSameSizeAs(found.get(1));
    assertThat(found.get(100)).hasSameSizeAs(found.get(1)).hasSizeBetween(4, 20);
  }

  private SortedMap<Integer, List<String>> counted(
      BiConsumer<Inventory, Integer> before, BiConsumer<Inventory, Integer> counted) {
    Counter counter = new Counter();
    WatchedSource source = new WatchedSource(database().dataSource(), counter);
    Inventory inventory = Paperwork.inventory(
        JdbcUnitOfWork.owning(source).named(database().names()), Paperwork.NOON);
    TreeMap<Integer, List<String>> found = new TreeMap<>();
    for (int lines : LINES) {
      before.accept(inventory, lines);
      counter.reset();
      counted.accept(inventory, lines);
      found.put(lines, counter.statements());
    }
    return found;
  }

  @Test
  void place_unknownItems_takesTheSameStatements() {
    requireConstant((inventory, lines) -> {}, (inventory, lines) -> inventory.post(placed(lines)));
  }

  @Test
  void place_partlyInStock_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> inventory.post(received("R", lines)),
        (inventory, lines) -> inventory.post(placed(lines)));
  }

  @Test
  void receive_unknownItems_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> {}, (inventory, lines) -> inventory.post(received("R", lines)));
  }

  @Test
  void receive_ontoBackorders_takesOneMoreStatementForEachQueueOnly() {
    SortedMap<Integer, List<String>> found = counted(
        (inventory, lines) -> inventory.post(placed(lines)),
        (inventory, lines) -> inventory.post(received("R", lines)));
    int one = found.getOrDefault(1, List.of()).size();
    found.forEach((lines, statements) -> {
      List<String> queues = statements.stream()
          .filter(each -> each.contains("AND c.queue_channel = ?"))
          .toList();
      assertThat(queues).hasSizeLessThanOrEqualTo(lines);
      assertThat(statements.size() - queues.size()).isEqualTo(one - 1).isLessThan(20);
    });
  }

  @Test
  void ship_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> {
          inventory.post(received("R", lines));
          inventory.post(placed(lines));
        },
        (inventory, lines) ->
            inventory.post(ShipOrder.all("S" + lines, Paperwork.order("O" + lines))));
  }

  private static List<Document> announced(int lines) {
    List<Document> all = new ArrayList<>();
    for (Sku sku : skus(lines)) {
      all.add(Paperwork.announced("P-" + sku, sku, 5));
    }
    return all;
  }

  private static ReceiveStock against(String number, int lines) {
    return new ReceiveStock(
        number + lines,
        skus(lines).stream()
            .map(sku -> ReceiveStock.Line.of(StockUnits.of(sku, Paperwork.MAIN, Quantity.of(5)))
                .against(SupplyId.of("P-" + sku)))
            .toList());
  }

  @Test
  void announce_takesTheSameStatementsForAnyNumberOfDocuments() {
    requireConstant(
        (inventory, lines) -> {}, (inventory, lines) -> inventory.postAll(announced(lines)));
  }

  @Test
  void receive_againstSupplies_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> inventory.postAll(announced(lines)),
        (inventory, lines) -> inventory.post(against("R", lines)));
  }

  @Test
  void receive_againstSuppliesThatBroughtAll_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> {
          inventory.postAll(announced(lines));
          inventory.post(against("R", lines));
        },
        (inventory, lines) -> inventory.post(against("S", lines)));
  }

  @Test
  void receive_whereNoSupplyIsAnnounced_readsNoSupplies() {
    counted((inventory, lines) -> {}, (inventory, lines) -> inventory.post(received("R", lines)))
        .values()
        .forEach(statements ->
            assertThat(statements).noneMatch(each -> each.contains("FROM backorder_supply")));
  }

  @Test
  void cancel_takesTheSameStatements() {
    requireConstant(
        (inventory, lines) -> {
          inventory.post(received("R", lines));
          inventory.post(placed(lines));
        },
        (inventory, lines) ->
            inventory.post(CancelOrder.all("C" + lines, Paperwork.order("O" + lines))));
  }

  @Test
  void postAll_takesTheSameStatementsForAnyNumberOfDocuments() {
    Counter counter = new Counter();
    WatchedSource source = new WatchedSource(database().dataSource(), counter);
    Inventory inventory = Paperwork.inventory(
        JdbcUnitOfWork.owning(source).named(database().names()), Paperwork.NOON);
    TreeMap<Integer, Integer> found = new TreeMap<>();
    for (int documents : LINES) {
      List<ReceiveStock> all = new ArrayList<>();
      for (int i = 0; i < documents; i++) {
        all.add(ReceiveStock.of(
            "N" + documents + "-" + i, skus(documents).get(i), Paperwork.MAIN, Quantity.of(1)));
      }
      counter.reset();
      inventory.postAll(all);
      found.put(documents, counter.statements().size());
    }
    assertThat(found.get(10)).isEqualTo(found.get(1));
    assertThat(found.get(100)).isEqualTo(found.get(1));
  }
}
