package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.posting.Document;
import io.backorder.posting.Outcome;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that share a transaction: each has an outcome of its own, and a bad one sinks no other. */
final class GroupingTest {

  private static final Database DATABASE = Database.h2("grouping_outcomes;LOCK_TIMEOUT=60000");
  private static final Sku BREAKS = Sku.of("BREAKS");
  private static final Sku THROWS = Sku.of("THROWS");

  static {
    Servers.execute(
        DATABASE.dataSource(),
        "ALTER TABLE backorder_stock ADD CONSTRAINT breaks CHECK (sku <> 'BREAKS' OR on_hand = 0)");
  }

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Fault fault = new Fault(Fault.Moment.AFTER, Fault.Code.GONE);
  private final WatchedSource source = new WatchedSource(DATABASE.dataSource(), fault);
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private Inventory inventory = Inventory.inMemory().build();

  @BeforeEach
  void begin() {
    DATABASE.emptied();
    inventory = Inventory.on(JdbcUnitOfWork.owning(source).grouping(64))
        .locations(Location.of("MAIN"))
        .clock(() -> Paperwork.NOON)
        .terms(GroupingTest::terms)
        .build();
    inventory.post(Paperwork.received("R1", Paperwork.A, 1));
    source.forget();
  }

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  private static ItemTerms terms(Sku sku) {
    if (sku.equals(THROWS)) {
      throw new IllegalStateException("no terms for " + sku);
    }
    return ItemTerms.standard();
  }

  /** Posts one document that waits for a lock, and the others while it does, so that they share. */
  private List<Future<Outcome>> together(List<Document> documents) throws Exception {
    List<Future<Outcome>> answers = new ArrayList<>();
    try (Connection host = DATABASE.dataSource().getConnection();
        Statement statement = host.createStatement()) {
      host.setAutoCommit(false);
      statement.execute("SELECT * FROM backorder_item WHERE sku = 'A' FOR UPDATE");
      answers.add(callers.submit(() -> inventory.post(Paperwork.received("R2", Paperwork.A, 1))));
      await(() -> source.lent().size() == 1);
      for (Document document : documents) {
        List<Thread> mine = new ArrayList<>();
        answers.add(callers.submit(() -> {
          synchronized (mine) {
            mine.add(Thread.currentThread());
          }
          return inventory.post(document);
        }));
        await(() -> {
          synchronized (mine) {
            return !mine.isEmpty() && mine.get(0).getState() == Thread.State.WAITING;
          }
        });
        leader.compareAndSet(null, mine.get(0)); // who came first leads the next group
      }
      fault.disarm();
      prepared.run();
      host.rollback();
    }
    for (Future<Outcome> each : answers) {
      try {
        each.get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
      }
    }
    return answers;
  }

  private Runnable prepared = () -> {};

  /** A question that is asked until it is answered with yes. */
  private interface Question {
    boolean isSo() throws SQLException;
  }

  private static void await(Question question) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!question.isSo()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(2);
    }
  }

  private static Throwable failure(Future<Outcome> answer) throws InterruptedException {
    try {
      answer.get();
      throw new AssertionError("must have failed");
    } catch (ExecutionException e) {
      return requireNonNull(e.getCause());
    }
  }

  private static List<Document> receipts(int count) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(Paperwork.received("G" + i, Sku.of("S" + i % 3), 2));
    }
    return documents;
  }

  private void requireReceived(int count) {
    long units = 0;
    for (int i = 0; i < 3; i++) {
      units += inventory.item(Sku.of("S" + i)).onHand().units();
    }
    assertThat(units).isEqualTo(2L * count);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void good_documentsShareOneTransaction() throws Exception {
    List<Future<Outcome>> answers = together(receipts(12));
    assertThat(source.lent()).hasSize(2);
    for (Future<Outcome> each : answers) {
      assertThat(each.get()).isNotNull();
    }
    requireReceived(12);
  }

  @Test
  void refused_sinksNoOther() throws Exception {
    List<Document> documents = receipts(6);
    documents.add(3, io.backorder.posting.AdjustStock.of("J1", Paperwork.B, Paperwork.MAIN, -5));
    List<Future<Outcome>> answers = together(documents);

    assertThat(source.lent()).hasSize(2);
    assertThat(failure(answers.get(4))).isInstanceOf(InventoryException.class);
    requireReceived(6);
  }

  @Test
  void oneThatBreaksAConstraint_sinksNoOther() throws Exception {
    List<Document> documents = receipts(6);
    documents.add(3, Paperwork.received("G9", BREAKS, 1));
    List<Future<Outcome>> answers = together(documents);

    assertThat(failure(answers.get(4)))
        .isInstanceOfSatisfying(
            InventoryException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVARIANT_BROKEN));
    requireReceived(6);
    assertThat(inventory.item(BREAKS).onHand().units()).isZero();
  }

  @Test
  void oneThatThrows_sinksNoOther() throws Exception {
    List<Document> documents = receipts(6);
    documents.add(
        0,
        Paperwork.placed(
            "O9",
            io.backorder.demand.OrderLine.of("1", THROWS, io.backorder.stock.Quantity.of(1))));
    List<Future<Outcome>> answers = together(documents);

    assertThat(failure(answers.get(1))).isInstanceOf(RuntimeException.class);
    requireReceived(6);
  }

  @Test
  void answerToTheCommitLost_isUnknownToAllOfTheGroup() throws Exception {
    prepared = () -> fault.armAll(call -> call.isCommit() && source.lent().size() == 2);
    List<Document> documents = receipts(6);
    List<Future<Outcome>> answers = together(documents);
    fault.disarm();

    assertThat(answers.get(0).get()).isNotNull(); // it was on its way before
    for (Future<Outcome> each : answers.subList(1, answers.size())) {
      assertThat(failure(each))
          .isInstanceOfSatisfying(
              InventoryException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }
    documents.forEach(inventory::post);
    requireReceived(6);
  }

  @Test
  void leaderInterruptedWhileItMeetsOthers_hurtsNobodyElse() throws Exception {
    Fault conflict = new Fault(Fault.Moment.BEFORE, new Fault.Code("40001", 0));
    WatchedSource contended = new WatchedSource(source, conflict);
    inventory = Inventory.on(JdbcUnitOfWork.owning(contended).grouping(64))
        .locations(Location.of("MAIN"))
        .clock(() -> Paperwork.NOON)
        .build();
    prepared = () -> conflict.armAll(call -> {
      boolean isLeaders = call.isCommit() && Thread.currentThread().equals(leader.get());
      if (isLeaders) {
        Thread.currentThread().interrupt();
      }
      return isLeaders;
    });
    List<Future<Outcome>> answers = together(receipts(6));

    assertThat(failure(answers.get(1)))
        .isInstanceOfSatisfying(
            InventoryException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_CONFLICT));
    for (Future<Outcome> each : answers.subList(2, answers.size())) {
      assertThat(each.get()).isNotNull();
    }
    requireReceived(5);
  }
}
