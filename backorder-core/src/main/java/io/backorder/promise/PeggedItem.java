package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.Peg;
import io.backorder.pegging.Pegging;
import io.backorder.pegging.SupplySchedule;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pegs of one item, and what each waiting line is promised by them, taken by itself. */
final class PeggedItem {

  private final PromisePlan.Item item;
  private final Map<SupplyId, Inbound> inbounds = new HashMap<>();
  private final Pegging pegging;
  private final Map<OrderLineId, Promise> promises = new HashMap<>();

  PeggedItem(PromisePlan.Item item) {
    this.item = item;
    item.inbounds().forEach(each -> inbounds.put(each.supply(), each));
    SupplySchedule all = PromisePlan.schedule(item.inbounds());
    List<Arrival> withheld = all.earliest(Quantity.ZERO, item.withheld());
    this.pegging = Pegging.of(item.needs(), all.minus(withheld));
    promise();
  }

  Pegging pegging() {
    return pegging;
  }

  boolean has(SupplyId supply) {
    return inbounds.containsKey(supply);
  }

  /** The same lines once something has happened to a supply. */
  PeggedItem after(SupplyChange change) {
    List<Inbound> changed = item.inbounds().stream()
        .map(each -> each.supply().equals(change.supply()) ? change.appliedTo(each) : each)
        .toList();
    return new PeggedItem(
        new PromisePlan.Item(item.needs(), changed, item.withheld(), item.first()));
  }

  private void promise() {
    Map<OrderLineId, List<Promise.Part>> parts = new HashMap<>();
    lines().forEach(line -> parts.put(line, new ArrayList<>(1)));
    for (Peg peg : pegging.pegs()) {
      Inbound inbound = requireNonNull(inbounds.get(peg.supply()), "inbound");
      Promise.Part part = Promise.Part.from(peg.quantity(), inbound);
      requireNonNull(parts.get(peg.line()), "parts").add(part.notBefore(item.first()));
    }
    Promise.Reason why = PromisePlan.reason(item.inbounds());
    pegging
        .uncovered()
        .forEach((line, units) ->
            requireNonNull(parts.get(line), "parts").add(Promise.Part.unknown(units, why)));
    parts.forEach((line, all) -> promises.put(line, new Promise(all)));
  }

  /** What the waiting units of each line are promised. */
  Map<OrderLineId, Promise> promises() {
    return promises;
  }

  /** The lines that need units. */
  Set<OrderLineId> lines() {
    Set<OrderLineId> lines = new LinkedHashSet<>();
    item.needs().forEach(each -> lines.add(each.line()));
    return lines;
  }
}
