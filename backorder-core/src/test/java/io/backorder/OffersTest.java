package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.jdbc.Database;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.promise.Promise;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.Offer;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An offer is what placing then does. */
final class OffersTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final Map<Sku, ItemTerms> terms = new HashMap<>();
  private int orders;

  private Inventory open(Inventory.Builder builder) {
    Inventory inventory = builder
        .clock(() -> MONDAY)
        .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
        .build();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(2)));
    return inventory;
  }

  private static Document supply(String number, Sku sku, long units, String day) {
    return AnnounceSupply.of(
        SupplyId.of(number),
        StockUnits.of(sku, MAIN, Quantity.of(units)),
        Instant.parse(day + "T12:00:00Z"));
  }

  /** What cannot be ordered is refused, and what can be is taken. */
  private void requireKept(Inventory inventory, long units, OrderTerms order) {
    Quantity wanted = Quantity.of(units);
    Offer offer = inventory.offer(LAMP, wanted, order).offer();
    OrderLineId line = OrderLineId.of("O" + ++orders, "1");
    boolean taken;
    try {
      inventory.post(
          PlaceOrder.of(line.order(), OrderLine.of("1", LAMP, wanted)).with(order));
      taken =
          inventory.order(line.order()).orElseThrow().lines().get(0).refused().isZero();
    } catch (InventoryException e) {
      taken = false;
    }
    assertThat(offer.isOrderable()).as("%s of %s", offer, order).isEqualTo(taken);
    if (taken) {
      assertThat(inventory.promise(line).flatMap(Promise::by)).isEqualTo(offer.by());
    }
  }

  @Test
  void offer_noWholeLots_isOutOfStockAsPlacingRefusesIt() {
    terms.put(LAMP, ItemTerms.standard().withLot(Quantity.of(2)));
    Inventory inventory = open(Inventory.inMemory());

    assertThat(inventory.offer(LAMP, Quantity.of(1), OrderTerms.standard()).offer())
        .isEqualTo(new Offer.OutOfStock(Offer.OutOfStock.Why.LOT));
    requireKept(inventory, 1, OrderTerms.standard());
    requireKept(inventory, 2, OrderTerms.standard());
  }

  @Test
  void offer_deliveredWholeOrByAPolicyOfWholeLines_countsAllUnitsAsWaiting() {
    terms.put(LAMP, ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(3))));
    for (DeliveryRule delivery : DeliveryRule.values()) {
      OrderTerms order = OrderTerms.standard().withDelivery(delivery);
      requireKept(open(Inventory.inMemory()), 5, order);
      requireKept(open(Inventory.inMemory()), 3, order);
      requireKept(open(Inventory.inMemory().policy(AllocationPolicy.completeLines())), 5, order);
      requireKept(open(Inventory.inMemory().policy(AllocationPolicy.completeLines())), 3, order);
    }
  }

  @Test
  void offer_fewerOnTheShelfThanTheOrderTakesAtOnce_countsAllUnitsAsWaiting() {
    terms.put(LAMP, ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(3))));
    for (long least = 0; least <= 5; least++) {
      OrderTerms order = OrderTerms.standard().shippingAtLeast(Quantity.of(least));
      requireKept(open(Inventory.inMemory()), 4, order);
      requireKept(open(Inventory.inMemory()), 3, order);
    }
  }

  @Test
  void offer_holdThatIsOver_servesWhoWaitsBeforeANewcomer() {
    Instant[] time = {MONDAY};
    Inventory inventory = Inventory.inMemory().clock(() -> time[0]).build();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(2)));
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofMinutes(1), List.of(OrderLine.of("1", LAMP, Quantity.of(2)))));
    inventory.post(supply("P1", LAMP, 2, "2026-03-05"));
    inventory.post(supply("P2", LAMP, 2, "2026-03-09"));
    inventory.post(PlaceOrder.of(OrderId.of("W1"), OrderLine.of("1", LAMP, Quantity.of(3))));
    time[0] = MONDAY.plusSeconds(60);

    assertThat(
            inventory.offer(LAMP, Quantity.of(1), OrderTerms.standard()).offer().by())
        .contains(LocalDate.parse("2026-03-05"));
    requireKept(inventory, 1, OrderTerms.standard());
  }

  @Test
  void offer_orderThatLetsNothingWait_isHeldToTheShelf() {
    for (ShortageRule rule : ShortageRule.values()) {
      OrderTerms order = OrderTerms.standard().onShortage(rule);
      requireKept(open(Inventory.inMemory()), 2, order);
      requireKept(open(Inventory.inMemory()), 3, order);
    }
  }

  @Test
  void promise_buffer_isFilledBeforeAnybodyIsPromisedAUnit() {
    terms.put(LAMP, ItemTerms.standard().withBuffer(Quantity.of(4)));
    Inventory inventory = open(Inventory.inMemory());
    inventory.post(supply("P1", LAMP, 3, "2026-03-05"));
    inventory.post(supply("P2", LAMP, 3, "2026-03-09"));

    requireKept(inventory, 1, OrderTerms.standard());
    assertThat(inventory.promise(OrderLineId.of("O1", "1")).flatMap(Promise::by))
        .contains(LocalDate.parse("2026-03-05"));
    requireKept(inventory, 1, OrderTerms.standard());
    assertThat(inventory.promise(OrderLineId.of("O2", "1")).flatMap(Promise::by))
        .contains(LocalDate.parse("2026-03-09"));
  }

  @Test
  void place_kitsThatArePromised_onADatabase_areReadWithTheirParts() {
    terms.put(PAIR, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2))));
    Inventory inventory =
        open(Inventory.on(Database.h2("promised" + System.nanoTime()).emptied()));
    for (String order : List.of("K1", "K2", "K3")) {
      inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", PAIR, Quantity.of(2))));
      inventory.post(supply("S" + order, LAMP, 4, "2026-03-06"));
    }

    assertThat(inventory.promise(OrderLineId.of("K3", "1")).flatMap(Promise::by))
        .contains(LocalDate.parse("2026-03-06"));
    assertThat(inventory.verify().isSound()).isTrue();
  }
}
