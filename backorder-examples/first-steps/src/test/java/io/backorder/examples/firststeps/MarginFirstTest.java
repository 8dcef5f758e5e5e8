package io.backorder.examples.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.AllocationPolicyContract;
import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;

/** The contract test of the library tells whether a policy of one's own is sound. */
final class MarginFirstTest implements AllocationPolicyContract {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final CustomerId ANN = CustomerId.of("ANN");

  @Override
  public AllocationPolicy policy() {
    return new MarginFirst(units -> units.line().quantity().units(), Set.of(ANN), Quantity.of(2));
  }

  @Example
  void receive_whoEarnsMost_isServedFirstAndTheLastUnitsAreKept() {
    Map<String, Long> cents = Map.of("CHEAP", 100L, "DEAR", 900L, "REGULAR", 50L);
    Inventory inventory = Inventory.inMemory()
        .policy(new MarginFirst(
            units -> cents.getOrDefault(units.order().value(), 0L), Set.of(ANN), Quantity.of(2)))
        .build();
    for (String order : new String[] {"CHEAP", "DEAR", "REGULAR"}) {
      OrderTerms terms =
          order.equals("REGULAR") ? OrderTerms.standard().by(ANN) : OrderTerms.standard();
      inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", LAMP, Quantity.of(4)))
          .with(terms));
    }

    inventory.post(ReceiveStock.of("R", LAMP, LocationId.of("MAIN"), Quantity.of(7)));

    assertThat(reserved(inventory, "DEAR")).isEqualTo(4);
    assertThat(reserved(inventory, "CHEAP")).isEqualTo(1);
    assertThat(reserved(inventory, "REGULAR")).isEqualTo(2);
  }

  private static long reserved(Inventory inventory, String order) {
    return inventory
        .order(OrderId.of(order))
        .orElseThrow()
        .lines()
        .get(0)
        .reserved()
        .units();
  }
}
