package io.backorder.examples.existingshop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.InventoryListener;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The library inside the transactions of a real Spring shop with JPA, on real PostgreSQL. */
@SpringBootTest(classes = ShopApplication.class, properties = "shop.backorders=live")
@Import(RecordingConfiguration.class)
final class JoiningTest {

  private static final LocationId MAIN = LocationId.of("MAIN");

  @Autowired
  private Inventory inventory;

  @Autowired
  private OrderService service;

  @Autowired
  private Products products;

  @Autowired
  private ShopOrders orders;

  @Autowired
  private Mailbox mailbox;

  @Autowired
  private PlatformTransactionManager transactions;

  @Autowired
  private RecordingDataSource recorder;

  @Autowired
  private JdbcTemplate jdbc;

  @Autowired
  private Tables tables;

  private final List<String> heard = new ArrayList<>();
  private final List<InventoryListener> added = new ArrayList<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Server.database("live");
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
  }

  @BeforeEach
  void begin() {
    heard.clear();
    listen(event -> heard.add(event.toString()));
    recorder.forget();
  }

  @AfterEach
  void everyConnectionIsBackAsItWas() {
    added.forEach(inventory.listeners()::remove);
    assertThat(recorder.closed()).isEqualTo(recorder.opened());
    assertThat(recorder.byLibrary()).isEmpty();
    assertThat(recorder.changed()).isEmpty();
    assertThat(tables.openTransactions()).isZero();
    inTransaction()
        .executeWithoutResult(status -> assertThat(inventory.verify().isSound()).isTrue());
  }

  private void listen(InventoryListener listener) {
    added.add(listener);
    inventory.listeners().add(listener);
  }

  @Test
  void place_hostRollsBack_leavesNothingAndTellsNobody() {
    stock("A", 5);
    Map<String, List<String>> before = tables.ofLibrary();
    heard.clear();

    inTransaction().executeWithoutResult(status -> {
      service.place("A-1", "A", 3);
      service.receive("A-note", "A", 1);
      status.setRollbackOnly();
    });

    assertThat(tables.ofLibrary()).isEqualTo(before);
    assertThat(orders.existsById("A-1")).isFalse();
    assertThat(heard).isEmpty();

    service.place("A-1", "A", 2);

    assertThat(heard).containsExactly("Reserved A-1/1 2 A@MAIN", "OrderReady A-1");
  }

  @Test
  void place_hostCommits_keepsBothAndTellsOnceInOrderAfterwards() {
    stock("B", 5);
    heard.clear();
    List<Integer> committed = new ArrayList<>();
    listen(event -> committed.add(ordersSeenByOthers("B")));

    inTransaction().executeWithoutResult(status -> {
      service.place("B-1", "B", 4);
      service.place("B-2", "B", 3);
      service.receive("B-note", "B", 2);
      assertThat(heard).isEmpty();
    });

    assertThat(heard)
        .containsExactly(
            "Reserved B-1/1 4 B@MAIN",
            "OrderReady B-1",
            "Reserved B-2/1 1 B@MAIN",
            "Backordered B-2/1 2",
            "ReceivedStock B@MAIN 2",
            "BackorderFilled B-2/1 2 B@MAIN",
            "OrderReady B-2");
    assertThat(committed).hasSize(heard.size()).containsOnly(2);
    assertThat(orders.existsById("B-1")).isTrue();
    assertThat(ledgerRows("B")).isPositive();
    assertThat(mailbox.mails())
        .contains("B-1: all your goods are here", "B-2: all your goods are here");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_COMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void post_anyIsolation_leavesTheConnectionToItsOwner(int isolation) {
    String sku = "C" + isolation;
    stock(sku, 1);
    recorder.forget();

    inTransaction(isolation).executeWithoutResult(status -> {
      RecordingDataSource.State found = stateOfConnection();
      inventory.post(placing("C-" + isolation, sku, 2));
      inventory.item(Sku.of(sku));
      assertThat(stateOfConnection()).isEqualTo(found);
      assertThat(recorder.byHost()).contains("setAutoCommit").doesNotContain("commit");
    });

    assertThat(recorder.byHost()).containsOnlyOnce("commit").doesNotContain("rollback");
    assertThat(recorder.byLibrary()).isEmpty();
  }

  @Test
  void post_outsideATransaction_saysWhatToDoAndTakesNoConnection() {
    stock("D", 1);
    recorder.forget();

    StoreException refused =
        catchThrowableOfType(StoreException.class, () -> inventory.post(placing("D-1", "D", 1)));

    assertThat(refused.code()).isEqualTo(ErrorCode.NO_TRANSACTION);
    assertThat(refused).hasMessageContaining("begin one before the inventory is used");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> inventory.item(Sku.of("D")))
        .withMessageContaining("begin one before the inventory is used");
    assertThat(recorder.opened()).isZero();
  }

  @Test
  void post_whereSpringOnlySupportsTransactions_isRefusedAsWell() {
    TransactionTemplate none = inTransaction();
    none.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> none.execute(status -> inventory.post(placing("D-2", "D", 1))))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_TRANSACTION));
  }

  @Test
  void post_supplierThatDoesNotAskForATransaction_leavesABorrowedConnectionWithTheHost()
      throws SQLException {
    List<Connection> borrowed = new ArrayList<>();
    DataSource pool = recorder;
    Inventory careless = Inventory.on(JdbcUnitOfWork.joining(
            () -> {
              borrowed.add(DataSourceUtils.getConnection(pool));
              return borrowed.get(0);
            },
            action -> {}))
        .build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> careless.post(placing("D-3", "D", 1)))
        .withMessageContaining("its connection commits each statement by itself");

    assertThat(recorder.opened()).isEqualTo(recorder.closed() + 1);
    borrowed.get(0).close();
  }

  @Test
  void post_refused_leavesNothingAndTheHostGoesOn() {
    stock("E", 2);
    service.place("E-1", "E", 1);
    heard.clear();
    Map<String, List<String>> before = tables.ofLibrary();
    List<Document> bad = List.of(
        CancelOrder.all("E-cancel", OrderId.of("E-none")),
        placing("E-1", "E", 2),
        AdjustStock.of("E-adjust", Sku.of("E"), MAIN, -3),
        AdjustStock.of("E-unseen", Sku.of("E-new"), MAIN, -2));

    inTransaction().executeWithoutResult(status -> {
      for (Document each : bad) {
        assertThatExceptionOfType(InventoryException.class)
            .as(each.toString())
            .isThrownBy(() -> inventory.post(each))
            .isNotInstanceOf(StoreException.class);
      }
      orders.save(new ShopOrder("E-host", "E", 1));
    });

    assertThat(tables.ofLibrary()).isEqualTo(before);
    assertThat(orders.existsById("E-host")).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void listener_throws_breaksNeitherCallerNorOthers() {
    stock("F", 1);
    List<String> others = new ArrayList<>();
    long failures = inventory.listeners().failures();
    listen(event -> {
      throw new IllegalStateException("a listener that fails");
    });
    listen(event -> others.add(event.toString()));

    inTransaction().executeWithoutResult(status -> {
      service.place("F-1", "F", 1);
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          others.add("the host's own hook");
        }
      });
    });

    assertThat(others)
        .containsExactly("Reserved F-1/1 1 F@MAIN", "OrderReady F-1", "the host's own hook");
    assertThat(inventory.listeners().failures()).isEqualTo(failures + 2);
    assertThat(orders.existsById("F-1")).isTrue();
  }

  @Test
  void listener_postsInATransactionOfItsOwn_isKeptAndTold() {
    stock("G", 1);
    listen(event -> {
      if (event.toString().equals("Backordered G-1/1 1")) {
        inNewTransaction().executeWithoutResult(status -> service.receive("G-rush", "G", 1));
      }
    });
    heard.clear();

    service.place("G-1", "G", 2);

    assertThat(heard)
        .containsExactly(
            "Reserved G-1/1 1 G@MAIN",
            "Backordered G-1/1 1",
            "ReceivedStock G@MAIN 1",
            "BackorderFilled G-1/1 1 G@MAIN",
            "OrderReady G-1");
  }

  @RepeatedTest(10)
  void place_twoThreadsWantTheLastUnit_oneGetsItAndOneWaits(RepetitionInfo round)
      throws InterruptedException, ExecutionException {
    String sku = "H" + round.getCurrentRepetition();
    stock(sku, 1);
    CyclicBarrier start = new CyclicBarrier(2);

    together(
        () -> {
          start.await();
          service.place(sku + "-1", sku, 1);
          return true;
        },
        () -> {
          start.await();
          return inTransaction().execute(status -> inventory.post(placing(sku + "-2", sku, 1)));
        });

    inTransaction().executeWithoutResult(status -> {
      assertThat(inventory.waiting(Sku.of(sku), 9)).hasSize(1);
      assertThat(inventory.item(Sku.of(sku)).reserved()).isEqualTo(Quantity.of(1));
      assertThat(inventory.item(Sku.of(sku)).availableNow()).isEqualTo(Quantity.ZERO);
    });
  }

  @Test
  void post_snapshotIsOlderThanTheItem_isARetryableConflictThatTheHostRuns() throws RetryException {
    stock("I", 1);
    heard.clear();
    List<ErrorCode> conflicts = new ArrayList<>();
    RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
        .maxRetries(2)
        .delay(Duration.ZERO)
        .predicate(failure -> failure instanceof StoreException store && store.isRetryable())
        .build());

    again.execute(() -> inTransaction(TransactionDefinition.ISOLATION_REPEATABLE_READ)
        .execute(status -> {
          products.count(); // takes the snapshot
          if (conflicts.isEmpty()) {
            inNewTransaction().executeWithoutResult(other -> service.receive("I-2", "I", 1));
          }
          try {
            return inventory.post(placing("I-1", "I", 2));
          } catch (StoreException e) {
            conflicts.add(e.code());
            throw e;
          }
        }));

    assertThat(conflicts).containsExactly(ErrorCode.STORE_CONFLICT);
    assertThat(heard)
        .containsExactly("ReceivedStock I@MAIN 1", "Reserved I-1/1 2 I@MAIN", "OrderReady I-1");
  }

  @Test
  void item_readOnlyTransaction_needsASnapshot() {
    stock("J", 3);
    TransactionTemplate reading = inTransaction();
    reading.setReadOnly(true);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> reading.execute(status -> inventory.item(Sku.of("J"))))
        .withMessageContaining("must be REPEATABLE READ")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_READ_ONLY));

    TransactionTemplate snapshot = inTransaction(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    Quantity seen = snapshot.execute(status -> {
      Quantity first = inventory.item(Sku.of("J")).availableNow();
      inNewTransaction().executeWithoutResult(other -> service.receive("J-2", "J", 1));
      assertThat(inventory.item(Sku.of("J")).availableNow()).isEqualTo(first);
      return first;
    });
    assertThat(seen).isEqualTo(Quantity.of(3));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> snapshot.execute(status -> inventory.post(placing("J-1", "J", 1))))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_READ_ONLY));
  }

  @Test
  void ship_orderThatWaits_isRefusedAndTheShopStaysAsItWas() {
    stock("K", 0);
    service.place("K-1", "K", 1);
    Map<String, List<String>> shop = tables.ofShop();

    assertThatExceptionOfType(RefusedDocumentException.class).isThrownBy(() -> service.ship("K-1"));

    assertThat(tables.ofShop()).isEqualTo(shop);

    service.cancel("K-1");
    assertThat(products.findById("K")).map(Product::stock).hasValue(0L);
  }

  private void stock(String sku, long units) {
    products.save(new Product(sku, 0));
    if (units > 0) {
      service.receive("opening " + sku, sku, units);
    }
    assertThat(products.findById(sku)).map(Product::stock).hasValue(units);
  }

  private static PlaceOrder placing(String number, String sku, long units) {
    OrderLine line = OrderLine.of("1", Sku.of(sku), Quantity.of(units));
    return PlaceOrder.of(OrderId.of(number), line);
  }

  private TransactionTemplate inTransaction() {
    return new TransactionTemplate(transactions);
  }

  private TransactionTemplate inTransaction(int isolation) {
    TransactionTemplate template = inTransaction();
    template.setIsolationLevel(isolation);
    return template;
  }

  private TransactionTemplate inNewTransaction() {
    TransactionTemplate template = inTransaction();
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  private int ordersSeenByOthers(String sku) {
    Integer count = inNewTransaction()
        .execute(status -> requireNonNull(
            jdbc.queryForObject(
                "SELECT count(*) FROM shop_order WHERE sku = ?", Integer.class, sku),
            "count"));
    return requireNonNull(count, "count");
  }

  private int ledgerRows(String sku) {
    Integer count = jdbc.queryForObject(
        "SELECT count(*) FROM backorder_ledger_entry WHERE sku = ?", Integer.class, sku);
    return requireNonNull(count, "count");
  }

  private RecordingDataSource.State stateOfConnection() {
    try {
      return RecordingDataSource.State.of(DataSourceUtils.getConnection(recorder));
    } catch (SQLException e) {
      throw new IllegalStateException("connection must tell its state", e);
    }
  }

  private static void together(Callable<?> one, Callable<?> other)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = threads.submit(one);
      Future<?> second = threads.submit(other);
      first.get();
      second.get();
    } finally {
      threads.shutdown();
    }
  }
}
