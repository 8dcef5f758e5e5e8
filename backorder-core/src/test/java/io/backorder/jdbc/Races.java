package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight threads for a hundred units: the library, and the ways of writing that are known to be wrong. */
abstract class Races {

  private static final int THREADS = 8;
  private static final int TRIES = 40;
  private static final int UNITS = 100;
  private static final int ROUNDS = 5;

  abstract Database database();

  /** Whether a pattern is known to oversell on this database, at its default isolation. */
  abstract boolean oversells(WritePattern pattern);

  /** What a thread does at one of its tries. */
  interface Deed {
    void run(int thread, int attempt) throws Exception;
  }

  static void inParallel(Deed deed) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        all.add(executor.submit(() -> {
          for (int k = 0; k < TRIES; k++) {
            deed.run(thread, k);
          }
          return thread;
        }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      executor.shutdown();
    }
  }

  /** The checker: what was promised to callers is in the books once each, and no more than there is. */
  static List<String> problems(List<String> acknowledged, List<String> booked) {
    List<String> problems = new ArrayList<>();
    if (acknowledged.size() > UNITS) {
      problems.add("oversold by " + (acknowledged.size() - UNITS));
    }
    for (String id : acknowledged) {
      int times = Collections.frequency(booked, id);
      if (times != 1) {
        problems.add(id + " is booked " + times + " times");
      }
    }
    return problems;
  }

  private Inventory inventory(JdbcUnitOfWork store) {
    return Inventory.on(store.named(database().names()))
        .locations(Location.of("MAIN"))
        .clock(() -> Paperwork.NOON)
        .build();
  }

  private static List<String> reservedLines(Inventory inventory) {
    return inventory.ledger().after(0, Integer.MAX_VALUE).stream()
        .map(LedgerRecord::entry)
        .flatMap(entry -> entry instanceof io.backorder.ledger.LedgerEntry.Reserved reserved
            ? Stream.of(reserved.claim().line().order().value())
            : Stream.of())
        .toList();
  }

  @Test
  void library_neverOversellsAndKeepsWhatItAcknowledged() throws Exception {
    requireNoRace(inventory(database().emptied()));
  }

  @Test
  void libraryGrouping_neverOversellsAndKeepsWhatItAcknowledged() throws Exception {
    requireNoRace(inventory(database().emptied().grouping(16)));
  }

  private static void requireNoRace(Inventory inventory) throws Exception {
    inventory.post(Paperwork.received("R1", Paperwork.A, UNITS));
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> placed = new ConcurrentLinkedQueue<>();
    inParallel((thread, attempt) -> {
      String order = "O" + thread + "-" + attempt;
      var outcome =
          inventory.post(Paperwork.placed(order, OrderLine.of("1", Paperwork.A, Quantity.of(1))));
      placed.add(order);
      if (outcome.lines().get(0).reserved().units() == 1) {
        acknowledged.add(order);
      }
    });
    assertThat(problems(List.copyOf(acknowledged), reservedLines(inventory))).isEmpty();
    assertThat(acknowledged).hasSize(UNITS);
    assertThat(placed).hasSize(THREADS * TRIES);
    for (String order : placed) {
      assertThat(inventory.order(Paperwork.order(order))).as(order).isPresent();
    }
    assertThat(inventory.item(Paperwork.A).reserved()).isEqualTo(Quantity.of(UNITS));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void library_ordersOfSeveralItemsInOppositeOrder_meetNoDeadlock() throws Exception {
    Inventory inventory = inventory(database().emptied().trying(1)); // nothing is hidden by a retry
    List<Sku> skus = Stream.of("A", "B", "C", "D", "E").map(Sku::of).toList();
    List<Document> receipts = new ArrayList<>();
    skus.forEach(sku -> receipts.add(Paperwork.received("R" + sku, sku, UNITS)));
    inventory.postAll(receipts);
    inParallel((thread, attempt) -> {
      List<OrderLine> lines = new ArrayList<>();
      for (Sku sku : skus) {
        lines.add(OrderLine.of(sku.value(), sku, Quantity.of(1)));
      }
      if (thread % 2 == 1) {
        Collections.reverse(lines);
      }
      String order = "O" + thread + "-" + attempt;
      inventory.post(PlaceOrder.of(Paperwork.order(order), lines));
      if (attempt % 4 == 0
          && inventory
                  .order(Paperwork.order(order))
                  .orElseThrow()
                  .line("A")
                  .orElseThrow()
                  .reserved()
                  .units()
              > 0) {
        inventory.post(ShipOrder.all("S" + order, Paperwork.order(order)));
      }
    });
    for (Sku sku : skus) {
      assertThat(inventory.item(sku).backordered().units()).isEqualTo(THREADS * TRIES - UNITS);
    }
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(WritePattern.class)
  void control_failsTheCheckerWhereItIsKnownTo(WritePattern pattern) throws Exception {
    List<String> problems = List.of();
    for (int round = 0; round < ROUNDS && problems.isEmpty(); round++) {
      problems = pattern.race(database().dataSource(), UNITS);
      if (!oversells(pattern)) {
        break;
      }
    }
    if (oversells(pattern)) {
      assertThat(problems).anyMatch(problem -> problem.startsWith("oversold"));
    } else {
      assertThat(problems).isEmpty();
    }
  }
}
