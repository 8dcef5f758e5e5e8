package io.backorder.picking;

import io.backorder.demand.OrderId;
import io.backorder.stock.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Where orders are put together: one bench for each order at each location. */
final class Benches {

  private final Map<OrderId, Map<LocationId, PickFloor.Units>> orders = new TreeMap<>();

  static List<PickFloor.AtBench> of(
      Map<Slot, Account> accounts, BiFunction<Slot, Account, PickFloor.Units> units) {
    Benches benches = new Benches();
    accounts.forEach((slot, account) -> {
      if (account.reserved > 0) {
        benches.add(slot, units.apply(slot, account));
      }
    });
    return benches.all();
  }

  private void add(Slot slot, PickFloor.Units units) {
    orders
        .computeIfAbsent(slot.line().order(), key -> new TreeMap<>())
        .merge(slot.location(), units, PickFloor.Units::plus);
  }

  private List<PickFloor.AtBench> all() {
    List<PickFloor.AtBench> all = new ArrayList<>();
    orders.forEach((order, locations) -> locations.forEach(
        (location, units) -> all.add(new PickFloor.AtBench(order, location, units))));
    return all;
  }
}
