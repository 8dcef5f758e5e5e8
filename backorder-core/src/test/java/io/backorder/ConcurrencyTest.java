package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.proof.Checkpoint;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.Retention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final int THREADS = 8;
  private static final int ORDERS = 400;

  @Test
  void post_eightThreadsOnTwoItemsInOppositeOrder_conservesEveryUnit() throws Exception {
    ConcurrentLinkedQueue<InventoryEvent> told = new ConcurrentLinkedQueue<>();
    Inventory inventory = Inventory.inMemory().listener(told::add).build();

    inParallel(thread -> work(inventory, thread));

    assertThat(inventory.verify().firstDifference()).isEmpty();
    long received = THREADS * (ORDERS / 4L) * 3;
    for (Sku sku : List.of(A, B)) {
      long shipped = told.stream()
          .filter(InventoryEvent.Shipped.class::isInstance)
          .map(InventoryEvent.Shipped.class::cast)
          .filter(event -> event.sku().equals(sku))
          .mapToLong(event -> event.quantity().units())
          .sum();
      assertThat(inventory.item(sku).onHand().units() + shipped).isEqualTo(received);
    }
    requireReadyAndClosedOnce(told);
  }

  private static void work(Inventory inventory, int thread) {
    for (int i = 0; i < ORDERS; i++) {
      OrderId order = OrderId.of("O-" + thread + "-" + i);
      Sku first = thread % 2 == 0 ? A : B;
      Sku second = thread % 2 == 0 ? B : A;
      inventory.post(PlaceOrder.of(
          order,
          OrderLine.of("1", first, Quantity.of(1)),
          OrderLine.of("2", second, Quantity.of(1))));
      if (i % 4 == 0) {
        inventory.post(ReceiveStock.of("A-" + thread + "-" + i, A, MAIN, Quantity.of(3)));
        inventory.post(ReceiveStock.of("B-" + thread + "-" + i, B, MAIN, Quantity.of(3)));
        boolean ready = inventory.order(order).orElseThrow().lines().stream()
            .allMatch(line -> line.backordered().isZero());
        if (ready) {
          inventory.post(ShipOrder.all("S-" + thread + "-" + i, order));
        } else {
          inventory.post(CancelOrder.all("X-" + thread + "-" + i, order));
        }
      }
    }
  }

  private static void requireReadyAndClosedOnce(Iterable<InventoryEvent> told) {
    Set<OrderId> ready = new HashSet<>();
    Set<OrderId> closed = new HashSet<>();
    for (InventoryEvent event : told) {
      if (event instanceof InventoryEvent.OrderReady turned) {
        assertThat(ready.add(turned.order())).as("ready once: " + turned).isTrue();
      } else if (event instanceof InventoryEvent.OrderClosed turned) {
        assertThat(closed.add(turned.order())).as("closed once: " + turned).isTrue();
      }
    }
    assertThat(closed).isNotEmpty();
  }

  @Test
  void post_sameDocumentFromManyThreads_isDoneOnce() throws Exception {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(ReceiveStock.of("R", A, MAIN, Quantity.of(3)));
    PlaceOrder order = PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", A, Quantity.of(5)));
    ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    inParallel(thread -> outcomes.add(inventory.post(order)));

    assertThat(outcomes).hasSize(THREADS).containsOnly(inventory.post(order));
    assertThat(inventory.item(A).reserved()).isEqualTo(Quantity.of(3));
    assertThat(inventory.item(A).backordered()).isEqualTo(Quantity.of(2));
  }

  /** B13: a limit holds also when many ask for the last unit that may wait. */
  @Test
  void post_manyOrdersForTheLastUnitsThatMayWait_limitHolds() throws Exception {
    Inventory inventory = Inventory.inMemory()
        .terms(sku -> ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(12))))
        .build();
    ConcurrentLinkedQueue<ErrorCode> refused = new ConcurrentLinkedQueue<>();

    inParallel(thread -> {
      for (int i = 0; i < 50; i++) {
        OrderId order = OrderId.of("O-" + thread + "-" + i);
        try {
          inventory.post(PlaceOrder.of(order, OrderLine.of("1", A, Quantity.of(1))));
        } catch (InventoryException e) {
          refused.add(e.code());
        }
      }
    });

    assertThat(inventory.item(A).backordered()).isEqualTo(Quantity.of(12));
    assertThat(refused).hasSize(THREADS * 50 - 12).containsOnly(ErrorCode.BACKORDER_LIMIT);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  /** What is archived, exported, imported and proved while others post is always whole. */
  @Test
  void archiveAndExport_whileOthersPost_giveWholeExportsAndLoseNothing() throws Exception {
    Inventory inventory = Inventory.inMemory().build();
    List<Checkpoint> checkpoints = new ArrayList<>();

    inParallel(thread -> {
      if (thread > 0) {
        work(inventory, thread);
        return;
      }
      for (int i = 0; i < 20; i++) {
        checkpoints.add(inventory.ledger().checkpoint());
        inventory.archive(Retention.of(Duration.ofMillis(i % 2)));
        assertThat(imported(inventory).verify(checkpoints.get(i)).firstDifference())
            .isEmpty();
      }
    });

    for (Checkpoint checkpoint : checkpoints) {
      assertThat(inventory.verify(checkpoint).firstDifference()).isEmpty();
    }
    inventory.archive(Retention.of(Duration.ZERO));
    Inventory again = imported(inventory);
    assertThat(export(again)).isEqualTo(export(inventory));
    assertThat(again.ledger().checkpoint()).isEqualTo(inventory.ledger().checkpoint());
    for (int i = 0; i < ORDERS; i++) {
      OrderId order = OrderId.of("O-1-" + i);
      assertThat(again.order(order)).isEqualTo(inventory.order(order));
    }
  }

  private static Inventory imported(Inventory inventory) {
    return Inventory.inMemory()
        .importing(new ByteArrayInputStream(export(inventory)))
        .build();
  }

  private static byte[] export(Inventory inventory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      inventory.export(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Work {
    void run(int thread);
  }

  private static void inParallel(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        calls.add(() -> {
          work.run(number);
          return true;
        });
      }
      for (Future<Boolean> done : threads.invokeAll(calls)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
