package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * <p>E5 does not apply: a durable consumer reads the ledger as a feed. E6 to E8 are in {@link
 * ListenerProperties}.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class EventProperties {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(seed = Histories.SEED)
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
  @Property(tries = 300, seed = Histories.SEED)
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
  @Property(tries = 300, seed = Histories.SEED)
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
}
