package io.backorder.allocation;

import io.backorder.demand.OrderId;
import io.backorder.demand.PlaceInLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An explicit list of orders. {@link Sequence#listed} describes it. */
final class ListedOrders {

  private ListedOrders() {}

  static Sequence sequence(List<OrderId> orders) {
    Map<OrderId, Long> rank = new HashMap<>();
    for (OrderId order : List.copyOf(orders)) {
      if (rank.put(order, (long) rank.size()) != null) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "order must stand once in the list: " + order,
            Facts.of("order", order));
      }
    }
    return StandardSequence.named(
        "listed orders",
        (units, arrival) ->
            PlaceInLine.ranked(arrival, rank.getOrDefault(units.order(), Long.MAX_VALUE)));
  }
}
