package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.InventoryListener;
import io.backorder.model.Paper;
import io.backorder.posting.Limits;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;

/** What listeners may do: post, block, come and go. */
final class ListenerProperties {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");

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
