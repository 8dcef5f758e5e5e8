package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.InventoryListener;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.posting.Limits;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * What listeners are told.
 *
 * <p>E5 does not apply: a durable consumer reads the ledger as a feed.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class EventProperties {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property
  void everyLawHoldsAfterEveryDocument(@ForAll("histories") History history) {
    Told told = new Told();
    Walk.each(history, moment -> {
      onlyADocumentThatWroteSomethingIsToldOf(moment);
      moment.events().forEach(told::hear);
      eventsAloneRebuildBalancesAndLines(told, moment);
    });
  }

  /** E1: but for ended holds, which leave the ledger when another document touches the item. */
  static void onlyADocumentThatWroteSomethingIsToldOf(Moment moment) {
    long written = moment.entries().stream()
        .filter(entry -> !(entry instanceof LedgerEntry.Unheld))
        .count();
    boolean ofHold = moment.paper() instanceof Paper.Hold
        || moment.paper() instanceof Paper.Release
        || moment.paper() instanceof Paper.Expire;
    if (moment.isRefused()) {
      assertThat(moment.events()).isEmpty();
    } else if (!ofHold) {
      assertThat(moment.events().isEmpty()).as(moment::toString).isEqualTo(written == 0);
    }
  }

  /** E9. */
  static void eventsAloneRebuildBalancesAndLines(Told told, Moment moment) {
    moment.now().items().forEach((sku, levels) -> {
      for (StockLevel level : levels.locations()) {
        String key = sku + "@" + level.location();
        assertThat(level.onHand().units()).isEqualTo(told.onHand.getOrDefault(key, 0L));
        assertThat(level.reserved().units()).isEqualTo(told.reserved.getOrDefault(key, 0L));
      }
    });
    for (LineStatus line : moment.now().lines()) {
      Folded.Line heard = told.lines.getOrDefault(line.id().toString(), new Folded.Line());
      assertThat(heard)
          .hasToString(String.valueOf(moment.folded().lines.get(line.id().toString())));
    }
  }

  /** What a history did when it was told to other listeners as well. */
  private static List<Answer> repost(Map<Paper, Answer> papers, Kernel kernel) {
    return papers.keySet().stream().map(kernel::post).toList();
  }

  /** E2, E4: the listener behind one that throws hears the same, in the order of the ledger. */
  @Property(tries = 300)
  void aListenerThatThrowsChangesNothingForAnybody(@ForAll("histories") History history) {
    Map<Paper, Answer> papers = new LinkedHashMap<>();
    Walk.each(
        history, moment -> papers.putIfAbsent(moment.paper(), moment.done().answer()));
    Kernel alone = new Kernel(history.shop());
    Kernel beside = new Kernel(history.shop());
    List<InventoryEvent> heard = new ArrayList<>();
    AtomicInteger thrown = new AtomicInteger();
    beside.inventory.listeners().add(event -> {
      thrown.incrementAndGet();
      throw new IllegalStateException("no: " + event);
    });
    beside.inventory.listeners().add(event -> {
      thrown.incrementAndGet();
      throw new AssertionError("no: " + event);
    });
    beside.inventory.listeners().add(heard::add);
    List<InventoryEvent> all = new ArrayList<>();
    alone.inventory.listeners().add(all::add);

    assertThat(repost(papers, beside)).isEqualTo(repost(papers, alone));

    assertThat(heard).isEqualTo(all);
    assertThat(beside.inventory.listeners().failures()).isEqualTo(thrown.get());
    assertThat(beside.inventory.ledger().size())
        .isEqualTo(alone.inventory.ledger().size());
  }

  /** E2: from many threads, the events of an item come in the order of its records. */
  @Example
  void theEventsOfAnItemComeInTheOrderOfItsRecords() throws Exception {
    ConcurrentLinkedQueue<InventoryEvent> heard = new ConcurrentLinkedQueue<>();
    Inventory inventory = Inventory.inMemory().listener(heard::add).build();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int number = thread;
        calls.add(() -> receiveMany(inventory, number));
      }
      for (Future<Boolean> done : threads.invokeAll(calls)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    for (Sku sku : List.of(A, B)) {
      List<String> written = inventory.ledger().of(sku).stream()
          .map(LedgerRecord::entry)
          .map(LedgerEntry.Received.class::cast)
          .map(entry ->
              "ReceivedStock %s@%s %s".formatted(entry.sku(), entry.location(), entry.quantity()))
          .toList();
      assertThat(
              heard.stream().map(Object::toString).filter(each -> each.contains(" " + sku + "@")))
          .containsExactlyElementsOf(written);
    }
  }

  private static boolean receiveMany(Inventory inventory, int thread) {
    for (int i = 0; i < 50; i++) {
      long units = 1L + thread * 1000L + i;
      List<Paper.Units> both = List.of(
          new Paper.Units(thread % 2 == 0 ? "A" : "B", "MAIN", units),
          new Paper.Units(thread % 2 == 0 ? "B" : "A", "MAIN", units));
      inventory.post(Desk.document(new Paper.Receive(thread + "-" + i, both)));
    }
    return true;
  }

  /** E3. */
  @Property(tries = 300)
  void whatAnEventTellsCanBeRead(@ForAll("histories") History history) {
    Map<Paper, Answer> papers = new LinkedHashMap<>();
    Walk.each(
        history, moment -> papers.putIfAbsent(moment.paper(), moment.done().answer()));
    Kernel kernel = new Kernel(history.shop());
    List<AssertionError> problems = new ArrayList<>();
    kernel.inventory.listeners().add(event -> {
      try {
        requireReadable(kernel.inventory, event);
      } catch (AssertionError e) {
        problems.add(e);
      }
    });
    repost(papers, kernel);
    assertThat(problems).isEmpty();
  }

  private static void requireReadable(Inventory inventory, InventoryEvent event) {
    if (event instanceof InventoryEvent.Reserved e) {
      assertThat(line(inventory, e.line()).reserved()).isGreaterThanOrEqualTo(e.quantity());
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      assertThat(line(inventory, e.line()).reserved()).isGreaterThanOrEqualTo(e.quantity());
    } else if (event instanceof InventoryEvent.Shipped e) {
      assertThat(line(inventory, e.line()).shipped()).isGreaterThanOrEqualTo(e.quantity());
    } else if (event instanceof InventoryEvent.Cancelled e) {
      assertThat(line(inventory, e.line()).cancelled()).isGreaterThanOrEqualTo(e.quantity());
    } else if (event instanceof InventoryEvent.OrderReady e) {
      assertThat(inventory.order(e.order()).map(order -> order.status().name())).contains("READY");
    }
  }

  private static LineStatus line(Inventory inventory, OrderLineId id) {
    return inventory.order(id.order()).flatMap(order -> order.line(id.line())).orElseThrow();
  }

  /** E6. */
  @Example
  void documentsPostedByListenersNestWithoutAStack() {
    int depth = 100_000;
    AtomicInteger told = new AtomicInteger();
    Inventory inventory = Inventory.inMemory().build();
    inventory.listeners().add(event -> {
      int number = told.incrementAndGet();
      if (number < depth) {
        inventory.post(Desk.document(Shops.receipt("R" + number, 1)));
      }
    });
    inventory.post(Desk.document(Shops.receipt("R0", 1)));
    assertThat(told).hasValue(depth);
    assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(depth));
  }

  /** E6: at the limit, the listener is refused and everything that was done stands. */
  @Example
  void documentsPostedWithoutEndAreStopped() {
    AtomicInteger told = new AtomicInteger();
    List<ErrorCode> refused = new ArrayList<>();
    Inventory inventory =
        Inventory.inMemory().limits(Limits.STANDARD.withListenerDocuments(50)).build();
    inventory.listeners().add(event -> {
      try {
        inventory.post(Desk.document(Shops.receipt("R" + told.incrementAndGet(), 1)));
      } catch (InventoryException e) {
        refused.add(e.code());
      }
    });
    inventory.post(Desk.document(Shops.receipt("R0", 1)));
    assertThat(refused).containsExactly(ErrorCode.LISTENER_LOOP);
    assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(51));
  }

  /** E7: other items go on while a listener is stuck; with an executor, so does its own item. */
  @Example
  void aBlockedListenerBlocksNoOtherItem() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Inventory inventory = Inventory.inMemory().build();
    inventory.listeners().add(event -> {
      if (event.toString().contains(" A@")) {
        stuck.countDown();
        awaitCalmly(release);
      }
    });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = threads.submit(() -> inventory.post(Desk.document(Shops.receipt("R", 1))));
      assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();
      List<Paper.Units> others = List.of(new Paper.Units("B", "MAIN", 2));
      Future<?> second =
          threads.submit(() -> inventory.post(Desk.document(new Paper.Receive("R2", others))));
      second.get(30, TimeUnit.SECONDS);
      assertThat(inventory.item(B).onHand()).isEqualTo(Quantity.of(2));
      assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(1));
      assertThat(first.isDone()).isFalse();
    } finally {
      release.countDown();
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitCalmly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** E7. */
  @Example
  void aBlockedListenerOnAnExecutorBlocksNobody() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<String> heard = new ArrayList<>();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    InventoryListener slow = event -> {
      awaitCalmly(release);
      heard.add(event.toString());
    };
    Inventory inventory =
        Inventory.inMemory().listener(InventoryListener.async(slow, executor)).build();
    for (int i = 0; i < 100; i++) {
      inventory.post(Desk.document(Shops.receipt("R" + i, 1)));
    }
    assertThat(inventory.item(A).at(LocationId.of("MAIN")).orElseThrow().onHand())
        .isEqualTo(Quantity.of(100));
    release.countDown();
    executor.shutdown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).hasSize(100);
  }

  /** E8. */
  @Example
  void listenersComeAndGoFromTheNextEvent() {
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory().build();
    InventoryListener late = event -> heard.add("late " + event);
    InventoryListener[] once = new InventoryListener[1];
    once[0] = event -> {
      heard.add("once " + event);
      inventory.listeners().remove(once[0]);
      inventory.listeners().add(late);
    };
    inventory.listeners().add(once[0]);
    inventory.post(Desk.document(Shops.order("O", 2)));
    inventory.post(Desk.document(Shops.receipt("R", 2)));
    assertThat(heard)
        .containsExactly(
            "once Backordered O/1 2",
            "late ReceivedStock A@MAIN 2",
            "late BackorderFilled O/1 2 A@MAIN",
            "late OrderReady O");
  }
}
