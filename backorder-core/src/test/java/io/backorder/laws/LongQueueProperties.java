package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.PromiseMade;
import io.backorder.ledger.InventoryEvent.PromiseRevised;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.Promise;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** Queues of many hundred lines, in which days are found from sums. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class LongQueueProperties {

  private static final Sku ITEM = Sku.of("A");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final int ORDERS = 600;
  private static final int DEEDS = 40;

  /** A shop with a long queue, whose deeds are drawn by chance. */
  private static final class LongQueue {

    private final Random chance;
    private final int stepsInTen;
    private final Map<OrderLineId, LocalDate> heard = new HashMap<>();
    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Inventory inventory;
    private int orders;
    private int supplies;
    private int documents;

    LongQueue(long seed, int stepsInTen) {
      this.chance = new Random(seed);
      this.stepsInTen = stepsInTen;
      this.inventory = Inventory.inMemory()
          .clock(() -> now)
          .policy(AllocationPolicy.priority())
          .listener(this::hear)
          .build();
    }

    private void hear(InventoryEvent event) {
      if (event instanceof PromiseMade made) {
        heard.put(made.line(), made.day());
      } else if (event instanceof PromiseRevised revised) {
        heard.remove(revised.line());
        revised.to().ifPresent(day -> heard.put(revised.line(), day));
      }
    }

    private Quantity units(int most) {
      return Quantity.of(1 + chance.nextInt(most));
    }

    private Instant day() {
      return now.plus(Duration.ofDays(1 + chance.nextInt(20)));
    }

    Document order() {
      OrderTerms terms = OrderTerms.standard()
          .withPriority(PRIORITIES.get(chance.nextInt(PRIORITIES.size())))
          .withDelivery(
              chance.nextInt(10) < stepsInTen ? DeliveryRule.COMPLETE_LINE : DeliveryRule.PARTIAL);
      orders++;
      return PlaceOrder.of(OrderId.of("O" + orders), List.of(OrderLine.of("1", ITEM, units(6))))
          .with(chance.nextBoolean() ? terms.through(ChannelId.of("web")) : terms);
    }

    Document deed() {
      String number = "D" + ++documents;
      OrderLineId line = OrderLineId.of("O" + (1 + chance.nextInt(orders)), "1");
      SupplyId supply = SupplyId.of("P" + (1 + chance.nextInt(Math.max(1, supplies))));
      return switch (chance.nextInt(8)) {
        case 0, 1 ->
          AnnounceSupply.of(
              SupplyId.of("P" + ++supplies), StockUnits.of(ITEM, MAIN, units(400)), day());
        case 2 -> RescheduleSupply.of(number, supply, day()).to(units(500));
        case 3 -> ReceiveStock.of(number, ITEM, MAIN, units(90)).against(supply);
        case 4 -> ReceiveStock.of(number, ITEM, MAIN, units(20));
        case 5 -> CancelOrder.units(number, line, Quantity.of(1));
        case 6 -> ChangeLine.of(number, line, units(9));
        default -> order();
      };
    }

    void post(Document document) {
      try {
        inventory.post(document);
      } catch (InventoryException e) {
        documents++;
      }
    }
  }

  @Property(tries = 25, seed = Histories.SEED)
  void whatWasHeardIsWhatHandingOutGives(
      @ForAll long seed, @ForAll @IntRange(max = 3) int stepsInTen) {
    LongQueue queue = new LongQueue(seed, stepsInTen);
    List<Document> opening = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      opening.add(queue.order());
    }
    opening.forEach(queue::post);
    for (int i = 0; i < DEEDS; i++) {
      queue.post(queue.deed());
      Map<OrderLineId, Optional<LocalDate>> days =
          NaivePromises.of(queue.inventory, List.of(ITEM), queue.now);

      Map<OrderLineId, LocalDate> known = new HashMap<>();
      days.forEach((line, day) -> day.ifPresent(it -> known.put(line, it)));
      Map<OrderLineId, LocalDate> heard = new HashMap<>(queue.heard);
      heard.keySet().retainAll(days.keySet());
      assertThat(heard).as("deed %d", i).isEqualTo(known);
    }
    requirePromised(queue);
    assertThat(queue.inventory.verify().firstDifference()).isEmpty();
  }

  private static void requirePromised(LongQueue queue) {
    NaivePromises.of(queue.inventory, List.of(ITEM), queue.now)
        .forEach((line, day) ->
            assertThat(queue.inventory.promise(line).flatMap(Promise::by)).isEqualTo(day));
  }
}
