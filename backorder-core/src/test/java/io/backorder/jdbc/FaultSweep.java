package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.ledger.InventoryEvent;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.StoreException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A1: makes the first call to the database fail, then the second, and so on until none fails, and
 * requires that each time everything is as before or as after, and that the answer tells which.
 */
final class FaultSweep {

  private final Database database;
  private final Function<Inventory, ?> deed;
  private final Failing failing;
  private final Fault fault;
  private final WatchedSource source;
  private final ConcurrentLinkedQueue<InventoryEvent> told = new ConcurrentLinkedQueue<>();
  private final Inventory inventory;
  private String before = "";
  private String after = "";
  private Object answer = "";
  private int events;
  private int faults;

  /**
   * How calls fail.
   *
   * @param moment when
   * @param code what the driver says
   * @param tries how often the library may try; if more than once, the failure must not be seen
   */
  record Failing(Fault.Moment moment, Fault.Code code, int tries) {}

  FaultSweep(Database database, Failing failing, Function<Inventory, ?> deed) {
    this.database = database;
    this.deed = deed;
    this.failing = failing;
    this.fault = new Fault(failing.moment, failing.code);
    this.source = new WatchedSource(database.dataSource(), fault);
    JdbcUnitOfWork store =
        JdbcUnitOfWork.owning(source).named(database.names()).trying(failing.tries);
    this.inventory = Paperwork.inventory(store, Paperwork.NOON, told);
  }

  /** Runs the sweep and returns how many calls were made to fail. */
  int run(Consumer<Inventory> preparation) {
    Runnable prepare = () -> {
      preparation.accept(Paperwork.inventory(database.emptied(), Paperwork.MORNING));
    };
    learn(prepare);
    prepare.run();
    for (int i = 1; ; i++) {
      told.clear();
      source.forget();
      fault.arm(i);
      Optional<InventoryException> failure = attempt();
      fault.disarm();
      if (fault.failed() == 0) {
        return faults;
      }
      faults++;
      if (!check(failure)) {
        prepare.run();
      }
    }
  }

  private void learn(Runnable prepare) {
    prepare.run();
    before = rows();
    answer = deed.apply(inventory);
    after = rows();
    events = told.size();
    assertThat(after).as("the deed does something").isNotEqualTo(before);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  private String rows() {
    return Rows.of(database.dataSource(), database.names());
  }

  private Optional<InventoryException> attempt() {
    try {
      assertThat(deed.apply(inventory)).isEqualTo(answer);
      return Optional.empty();
    } catch (InventoryException e) {
      return Optional.of(e);
    }
  }

  /** Checks one try and returns whether everything is as before. */
  private boolean check(Optional<InventoryException> failure) {
    String now = rows();
    String where = failing + ": " + fault.last();
    assertThat(source.lent().stream().flatMap(each -> each.problems().stream()))
        .as(where)
        .isEmpty();
    if (failure.isEmpty()) {
      assertThat(now).as(where).isEqualTo(after);
      assertThat(told).as(where).hasSize(events);
      return false;
    }
    assertThat(told).as(where).isEmpty();
    assertThat(failure.get()).as(where).isInstanceOf(StoreException.class);
    if (failure.get().code() == ErrorCode.OUTCOME_UNKNOWN) {
      assertThat(now.equals(before) || now.equals(after)).as(where).isTrue();
      assertThat(deed.apply(inventory)).as(where + ", again").isEqualTo(answer);
      assertThat(rows()).as(where + ", again").isEqualTo(after);
      return false;
    }
    assertThat(failing.tries).as(where + ": " + failure.get()).isEqualTo(1);
    assertThat(now).as(where + ": " + failure.get()).isEqualTo(before);
    return true;
  }
}
