package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AdjustStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.refusal.StoreException;
import io.backorder.store.Retention;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a unit of work is tried, what ends it, and how connections go back. */
final class RetryTest {

  private static final Database DATABASE = Database.h2("retry");

  private final ConcurrentLinkedQueue<InventoryEvent> told = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void morning() {
    Inventory morning = Paperwork.inventory(DATABASE.emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(morning::post);
  }

  private static String rows() {
    return Rows.of(DATABASE.dataSource(), DATABASE.names());
  }

  private Inventory inventory(WatchedSource source) {
    return Paperwork.inventory(JdbcUnitOfWork.owning(source), Paperwork.NOON, told);
  }

  private static void requireGivenBack(WatchedSource source) {
    assertThat(source.lent().stream().flatMap(each -> each.problems().stream())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"40001, 0", "40P01, 0", "40001, 1213", "HY000, 1205", "HYT00, 50200"})
  void post_inTheWayEveryTime_isTriedEightTimesAndChangesNothing(String state, int vendor) {
    Fault fault = new Fault(Fault.Moment.BEFORE, new Fault.Code(state, vendor));
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
    Inventory inventory = inventory(source);
    String before = rows();
    fault.armAll(call -> call.sql().startsWith("INSERT INTO backorder_ledger_entry"));

    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.of(DocumentKind.RECEIVE)));

    assertThat(failure.code()).isEqualTo(ErrorCode.RETRIES_EXHAUSTED);
    assertThat(failure.isRetryable()).isTrue();
    assertThat(failure.facts().asMap().get("tries")).isEqualTo("8");
    assertThat(source.lent()).hasSize(8);
    requireGivenBack(source);
    assertThat(rows()).isEqualTo(before);
    assertThat(told).isEmpty();
    fault.disarm();
    inventory.post(Paperwork.of(DocumentKind.RECEIVE));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void post_databaseAway_isUnavailableAfterEightTries() {
    Fault fault = new Fault(Fault.Moment.BEFORE, Fault.Code.GONE);
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
    Inventory inventory = inventory(source);
    fault.armAll(call -> call.name().equals("getConnection"));

    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.of(DocumentKind.RECEIVE)));

    assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    assertThat(fault.failed()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(Fault.Moment.class)
  void post_answerToTheCommitLost_isUnknownAndSettledByPostingAgain(Fault.Moment moment) {
    Fault fault = new Fault(moment, Fault.Code.GONE);
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
    Inventory inventory = inventory(source);
    fault.armAll(WatchedSource.Call::isCommit);

    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.of(DocumentKind.PLACE)));

    assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(failure.isRetryable()).isFalse();
    assertThat(failure).hasMessageContaining("post the same document again");
    assertThat(fault.failed()).isEqualTo(1); // it must not be tried again blindly
    fault.disarm();
    assertThat(inventory.post(Paperwork.of(DocumentKind.PLACE)).lines()).hasSize(3);
    assertThat(inventory.ledger().of(Paperwork.order("O9")).stream()
            .filter(each -> each.toString().contains("Ordered")))
        .hasSize(3);
    requireGivenBack(source);
  }

  @Test
  void post_interrupted_isNotTriedAgain() {
    Fault fault = new Fault(Fault.Moment.BEFORE, new Fault.Code("40001", 0));
    WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
    Inventory inventory = inventory(source);
    fault.armAll(call -> {
      if (call.isCommit()) {
        Thread.currentThread().interrupt();
      }
      return call.isCommit();
    });

    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.of(DocumentKind.RECEIVE)));

    assertThat(Thread.interrupted()).isTrue(); // the caller still learns of it
    assertThat(failure.code()).isEqualTo(ErrorCode.STORE_CONFLICT);
    assertThat(fault.failed()).isEqualTo(1);
    requireGivenBack(source);
  }

  @Test
  void post_refused_isNotTriedAgainAndRollbackMayFail() {
    for (Fault.Moment moment : Fault.Moment.values()) {
      Fault fault = new Fault(moment, Fault.Code.STRANGE);
      WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
      Inventory inventory = inventory(source);
      String before = rows();
      for (int i = 1; ; i++) {
        source.forget();
        fault.arm(i);
        InventoryException failure = catchThrowableOfType(
            InventoryException.class,
            () -> inventory.post(AdjustStock.of("J7", Paperwork.A, Paperwork.MAIN, -99)));
        fault.disarm();
        requireGivenBack(source);
        assertThat(failure).isInstanceOfAny(RefusedDocumentException.class, StoreException.class);
        assertThat(source.lent()).hasSizeLessThanOrEqualTo(1);
        assertThat(rows()).isEqualTo(before);
        if (fault.failed() == 0) {
          assertThat(failure).isInstanceOf(RefusedDocumentException.class);
          assertThat(i).isGreaterThan(15);
          break;
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "true, 8", "false, 2", "false, 4", "false, 8"})
  void s4_connectionsGoBackAsTheyCame(boolean autoCommit, int isolation) {
    UrlDataSource plain = new UrlDataSource("jdbc:h2:mem:retry", "sa", "");
    SetSource set = new SetSource(plain, connection -> {
      connection.setTransactionIsolation(isolation);
      connection.setHoldability(java.sql.ResultSet.CLOSE_CURSORS_AT_COMMIT);
      connection.setAutoCommit(autoCommit);
    });
    WatchedSource source = new WatchedSource(set, Fault.none());
    Inventory inventory = inventory(source);

    inventory.post(Paperwork.of(DocumentKind.PLACE));
    inventory.postAll(List.of(Paperwork.of(DocumentKind.RECEIVE)));
    assertThatExceptionOfType(RefusedDocumentException.class)
        .isThrownBy(() -> inventory.post(AdjustStock.of("J7", Paperwork.A, Paperwork.MAIN, -99)));
    inventory.item(Paperwork.A);
    inventory.waiting(Paperwork.A, 5);
    inventory.ledger().after(0, 100);
    inventory.archive(Retention.of(Duration.ofDays(10)));
    assertThat(inventory.verify().firstDifference()).isEmpty();

    assertThat(source.lent()).hasSizeGreaterThan(8);
    requireGivenBack(source);
    BackorderSchema.validate(source, DATABASE.names());
    requireGivenBack(source);
  }

  @Test
  void archive_everyCallFails_eachStepIsWholeAndAgainCompletesIt() {
    Inventory morning = Paperwork.inventory(DATABASE.unitOfWork(), Paperwork.MORNING);
    morning.post(Paperwork.placed("O95", Paperwork.line("1", Paperwork.C, 1)));
    morning.post(io.backorder.posting.CancelOrder.all("C95", Paperwork.order("O95")));
    Set<String> seen = new HashSet<>();
    for (Fault.Moment moment : Fault.Moment.values()) {
      Fault fault = new Fault(moment, Fault.Code.STRANGE);
      WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
      Inventory inventory = Paperwork.inventory(
          JdbcUnitOfWork.owning(source), Paperwork.NOON.plus(Duration.ofDays(60)), told);
      for (int i = 1; ; i++) {
        morning();
        morning.post(Paperwork.placed("O95", Paperwork.line("1", Paperwork.C, 1)));
        morning.post(io.backorder.posting.CancelOrder.all("C95", Paperwork.order("O95")));
        fault.arm(i);
        try {
          inventory.archive(Retention.of(Duration.ofDays(30)));
        } catch (StoreException e) {
          assertThat(e.code()).isIn(ErrorCode.STORE_FAILED, ErrorCode.OUTCOME_UNKNOWN);
        }
        fault.disarm();
        seen.add(rows());
        requireGivenBack(source);
        source.forget();
        inventory.archive(Retention.of(Duration.ofDays(30)));
        assertThat(inventory.order(Paperwork.order("O95"))).isEmpty();
        assertThat(inventory.order(Paperwork.order("O2"))).isPresent();
        assertThat(inventory.verify().firstDifference()).isEmpty();
        if (fault.failed() == 0) {
          assertThat(i).isGreaterThan(30);
          break;
        }
      }
    }
    assertThat(seen).hasSize(3); // before, documents forgotten, orders dropped too
  }

  /** Connections that come in a state of the host's own. */
  private record SetSource(UrlDataSource source, HostSource.Setting setting) implements HostSource {

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      Connection connection = source.getConnection();
      setting.set(connection);
      return connection;
    }
  }
}
