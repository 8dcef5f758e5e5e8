package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.Limits;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ListenersTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");

  private static ReceiveStock receipt(String number, long units) {
    return ReceiveStock.of(number, LAMP, MAIN, Quantity.of(units));
  }

  private static PlaceOrder order(String number, long units) {
    return PlaceOrder.of(OrderId.of(number), OrderLine.of("1", LAMP, Quantity.of(units)));
  }

  @Test
  void onEvent_throws_changesNothingForTheNextListenerOrTheCaller() {
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .listener(event -> {
          throw new IllegalStateException("no: " + event);
        })
        .listener(event -> heard.add(event.toString()))
        .build();

    inventory.post(receipt("R", 2));

    assertThat(heard).containsExactly("ReceivedStock LAMP@MAIN 2");
    assertThat(inventory.listeners().failures()).isEqualTo(1);
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(2));
  }

  @Test
  void onEvent_postsADocument_isToldAfterTheCurrentOne() {
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory().build();
    inventory.listeners().add(event -> {
      if (event instanceof InventoryEvent.Backordered) {
        inventory.post(receipt("R", 5));
      }
    });
    inventory.listeners().add(event -> heard.add(event.toString()));

    inventory.post(order("O", 3));

    assertThat(heard)
        .containsExactly(
            "Backordered O/1 3",
            "ReceivedStock LAMP@MAIN 5",
            "BackorderFilled O/1 3 LAMP@MAIN",
            "OrderReady O");
  }

  @Test
  void onEvent_postsWithoutEnd_isStoppedAtTheLimit() {
    AtomicInteger posted = new AtomicInteger();
    List<ErrorCode> refused = new ArrayList<>();
    Inventory inventory =
        Inventory.inMemory().limits(Limits.STANDARD.withListenerDocuments(100)).build();
    inventory.listeners().add(event -> {
      try {
        inventory.post(receipt("R" + posted.incrementAndGet(), 1));
      } catch (InventoryException e) {
        refused.add(e.code());
      }
    });

    inventory.post(receipt("R", 1));

    assertThat(refused).containsExactly(ErrorCode.LISTENER_LOOP);
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(101));
  }

  @Test
  void async_manyEvents_areToldInOrder() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    Inventory inventory = Inventory.inMemory()
        .listener(InventoryListener.async(event -> heard.add(event.toString()), executor))
        .build();

    for (int i = 1; i <= 500; i++) {
      inventory.post(receipt("R" + i, i));
    }
    executor.shutdown();

    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).hasSize(500).startsWith("ReceivedStock LAMP@MAIN 1");
    assertThat(heard).endsWith("ReceivedStock LAMP@MAIN 500");
  }

  @Test
  void allocate_policyThrows_documentStandsAndListenersAreToldOnce() {
    List<String> heard = new ArrayList<>();
    AllocationPolicy broken = (backlog, shelf) -> {
      throw new IllegalStateException("no plan for " + backlog.sku());
    };
    Inventory inventory = Inventory.inMemory()
        .policy(broken)
        .listener(event -> heard.add(event.getClass().getSimpleName()))
        .build();
    inventory.post(order("O", 3));
    heard.clear();

    inventory.post(receipt("R", 5));

    assertThat(heard).containsExactly("ReceivedStock", "AllocationFailed");
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(Quantity.of(3));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @Test
  void post_fromInsideAPolicy_isRefusedAndCostsTheAllocationOnly() {
    List<Inventory> self = new ArrayList<>();
    List<ErrorCode> refused = new ArrayList<>();
    AllocationPolicy meddling = (backlog, shelf) -> {
      try {
        self.get(0).post(receipt("R-2", 1));
      } catch (InventoryException e) {
        refused.add(e.code());
      }
      return shelf.plan();
    };
    Inventory inventory = Inventory.inMemory().policy(meddling).build();
    self.add(inventory);
    inventory.post(order("O", 3));

    inventory.post(receipt("R", 5));

    assertThat(refused).containsOnly(ErrorCode.POLICY_VIOLATION);
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(5));
  }

  /** Two policies that each read the other's item would wait for each other without end. */
  @Test
  void ledger_readFromInsideAPolicy_isRefusedAndCostsTheAllocationOnly() {
    List<Inventory> self = new ArrayList<>();
    AllocationPolicy nosy = (backlog, shelf) -> {
      assertThat(self.get(0).ledger().of(Sku.of("BULB"))).isEmpty();
      return AllocationPolicy.firstComeFirstServed().allocate(backlog, shelf);
    };
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .policy(nosy)
        .listener(event -> heard.add(event.toString()))
        .build();
    self.add(inventory);
    inventory.post(order("O", 3));
    heard.clear();

    inventory.post(receipt("R", 5));

    assertThat(heard).hasSize(2);
    assertThat(heard.get(1))
        .contains("inventory must not be used from inside a policy, a sourcing rule or item terms");
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(5));
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(Quantity.of(3));
  }

  @Test
  void post_moreLinesThanTheLimit_isRefused() {
    Inventory inventory =
        Inventory.inMemory().limits(Limits.STANDARD.withLinesPerDocument(1)).build();
    PlaceOrder two = PlaceOrder.of(
        OrderId.of("O"),
        OrderLine.of("1", LAMP, Quantity.of(1)),
        OrderLine.of("2", LAMP, Quantity.of(1)));

    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(two))
        .withMessage("lines of an order must be at most 1: 2")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    assertThat(inventory.ledger().size()).isZero();
    assertThat(inventory.order(OrderId.of("O"))).isEmpty();
  }
}
