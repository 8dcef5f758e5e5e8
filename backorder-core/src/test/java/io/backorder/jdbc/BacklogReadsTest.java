package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.promise.Promise;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows a small receipt onto a long backlog reads. */
final class BacklogReadsTest {

  private static final int BACKLOG = Integer.getInteger("backorder.backlog", 100_000);
  private static final int FIRST = 1_000;
  private static final int MOST_ROWS = 100;
  private static final int MOST_ROWS_OF_A_PROMISE = 20;
  private static final int MOST_ROWS_OF_AN_EXPLANATION = 600;
  private static final Database DATABASE = Database.h2("backlog");

  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private static AllocationPolicy policy(String name) {
    return switch (name) {
      case "priority" -> AllocationPolicy.priority();
      case "due date" -> AllocationPolicy.dueDate();
      default -> AllocationPolicy.firstComeFirstServed();
    };
  }

  private static PlaceOrder waiting(int number) {
    LocalDate due = LocalDate.of(2026, 4, 1).plusDays(number * 7919L % 90);
    OrderLine line = OrderLine.of("1", Paperwork.A, Quantity.of(2)).dueBy(due);
    Priority priority = PRIORITIES.get(number * 31 % PRIORITIES.size());
    return PlaceOrder.of(Paperwork.order("O" + number), List.of(line))
        .with(OrderTerms.standard().withPriority(priority));
  }

  private static void place(Inventory inventory, int from, int to) {
    for (int first = from; first < to; first += FIRST) {
      List<PlaceOrder> orders = new ArrayList<>();
      for (int i = first; i < Math.min(to, first + FIRST); i++) {
        orders.add(waiting(i));
      }
      inventory.postAll(orders);
    }
  }

  private static int rowsOfAReceipt(
      Inventory inventory, String number, StatementCounts.Counter counter) {
    counter.reset();
    var outcome =
        inventory.post(ReceiveStock.of(number, Paperwork.A, Paperwork.MAIN, Quantity.of(10)));
    assertThat(outcome.fills()).hasSize(5);
    return counter.rows();
  }

  private static int rowsOfAnExplanation(
      Inventory inventory, String order, StatementCounts.Counter counter) {
    counter.reset();
    assertThat(inventory.explain(OrderLineId.of(order, "1")).isEmpty()).isFalse();
    return counter.rows();
  }

  /** The first in line, one somewhere in the queue, and one that came last. */
  @ParameterizedTest
  @ValueSource(strings = {"first come", "priority", "due date"})
  void explain_aLine_readsNoMoreRowsWhenManyMoreWait(String name) {
    StatementCounts.Counter counter = new StatementCounts.Counter();
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), counter);
    DATABASE.emptied();
    Inventory inventory = Inventory.on(JdbcUnitOfWork.owning(source))
        .locations(Location.of("MAIN"))
        .policy(policy(name))
        .clock(() -> Paperwork.NOON)
        .build();

    place(inventory, 0, FIRST);
    rowsOfAReceipt(inventory, "R0", counter);
    int few = rowsOfAnExplanation(inventory, "O990", counter);
    place(inventory, FIRST, BACKLOG / 10);
    String first = inventory.waiting(Paperwork.A, 1).get(0).id().order().value();

    assertThat(few).isLessThanOrEqualTo(MOST_ROWS_OF_AN_EXPLANATION);
    for (String order : List.of(first, "O990", "O" + (BACKLOG / 10 - 1))) {
      assertThat(rowsOfAnExplanation(inventory, order, counter))
          .as(order)
          .isLessThanOrEqualTo(MOST_ROWS_OF_AN_EXPLANATION);
    }
  }

  /** One with a day, and one behind all that supplies bring: the database adds up who is ahead. */
  @ParameterizedTest
  @ValueSource(strings = {"first come", "priority", "due date"})
  void promise_ofALine_readsNoRowsOfThoseAhead(String name) {
    StatementCounts.Counter counter = new StatementCounts.Counter();
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), counter);
    DATABASE.emptied();
    Inventory inventory = Inventory.on(JdbcUnitOfWork.owning(source))
        .locations(Location.of("MAIN"))
        .policy(policy(name))
        .clock(() -> Paperwork.NOON)
        .build();
    place(inventory, 0, FIRST);
    StockUnits units = StockUnits.of(Paperwork.A, Paperwork.MAIN, Quantity.of(FIRST));
    inventory.post(
        AnnounceSupply.of(SupplyId.of("P1"), units, Paperwork.NOON.plus(Duration.ofDays(9))));
    List<WaitingLine> queue = inventory.waiting(Paperwork.A, FIRST);

    for (int place : List.of(FIRST / 2 - 1, FIRST - 1)) {
      counter.reset();
      Promise promise = inventory.promise(queue.get(place).id()).orElseThrow();
      assertThat(promise.by().isPresent()).as("%d", place).isEqualTo(place < FIRST / 2);
      assertThat(counter.rows()).as("%d", place).isLessThanOrEqualTo(MOST_ROWS_OF_A_PROMISE);
    }
    counter.reset();
    assertThat(inventory
            .offer(Paperwork.A, Quantity.of(1), OrderTerms.standard())
            .offer()
            .by())
        .isEmpty();
    assertThat(counter.rows()).isLessThanOrEqualTo(MOST_ROWS_OF_A_PROMISE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first come", "priority", "due date"})
  void receive_tenUnits_readsAHandfulOfRowsHoweverManyWait(String name) {
    StatementCounts.Counter counter = new StatementCounts.Counter();
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), counter);
    DATABASE.emptied();
    Inventory inventory = Inventory.on(JdbcUnitOfWork.owning(source))
        .locations(Location.of("MAIN"))
        .policy(policy(name))
        .clock(() -> Paperwork.NOON)
        .build();

    place(inventory, 0, FIRST);
    rowsOfAReceipt(inventory, "R0", counter); // from now on there is a row of the shelf
    int few = rowsOfAReceipt(inventory, "R1", counter);
    place(inventory, FIRST, BACKLOG);
    int many = rowsOfAReceipt(inventory, "R2", counter);

    assertThat(inventory.item(Paperwork.A).backordered().units()).isEqualTo(2L * BACKLOG - 30);
    assertThat(few).isLessThanOrEqualTo(MOST_ROWS);
    assertThat(many).isLessThanOrEqualTo(few);
  }
}
