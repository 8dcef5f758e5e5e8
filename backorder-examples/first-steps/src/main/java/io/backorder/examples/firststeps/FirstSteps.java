package io.backorder.examples.firststeps;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.PrintStream;

/** Places an order that is partly backordered, receives goods, and hears who was filled. */
public final class FirstSteps {

  private FirstSteps() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Sku lamp = Sku.of("LAMP");
    LocationId main = LocationId.of("MAIN");
    Inventory inventory =
        Inventory.inMemory().listener(event -> out.println("  " + event)).build();

    out.println("3 lamps arrive");
    inventory.post(ReceiveStock.of("R-1", lamp, main, Quantity.of(3)));

    out.println("order 4711 asks for 5");
    OrderId order = OrderId.of("4711");
    Outcome outcome = inventory.post(PlaceOrder.of(order, OrderLine.of("1", lamp, Quantity.of(5))));
    out.println(outcome.lines().get(0));

    out.println("4 more arrive");
    inventory.post(ReceiveStock.of("R-2", lamp, main, Quantity.of(4)));
    out.println("available now: " + inventory.item(lamp).availableNow());
    out.println("the ledger is sound: " + inventory.verify().isSound());
  }
}
