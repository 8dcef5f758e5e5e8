package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.SupplySchedule;
import io.backorder.promise.Inbound;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.stock.Quantity;
import io.backorder.store.ItemState;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the supplies of one item let its waiting lines be promised, in the order in which they stand in
 * line. A line is pegged to supplies at locations that serve its channel, earliest first; one that is
 * filled whole takes the latest of those that are there by its day. What lies free is promised to nobody:
 * who waits cannot use it alone, and a newcomer may. It reads the queue from its head, as
 * far as it is asked.
 */
final class PromiseBook {

  private final Rules rules;
  private final LocalDate first;
  private final Map<SupplyId, Inbound> inbounds = new LinkedHashMap<>();
  private final Map<SupplyId, SupplyStatus> supplies = new HashMap<>();
  private final Promise.Reason without;
  private SupplySchedule left;

  PromiseBook(ItemState item, Rules rules, Instant now) {
    this.rules = rules;
    this.first = rules.promising().firstDay(rules.termsOf(item.sku()), now);
    for (SupplyStatus each : item.supplies()) {
      inbounds.put(each.supply().id(), rules.promising().inbound(each, now));
      supplies.put(each.supply().id(), each);
    }
    List<Inbound> all = List.copyOf(inbounds.values());
    this.without = PromisePlan.reason(all);
    this.left = PromisePlan.schedule(all);
    fillBuffer(FreeUnits.of(item, rules, now));
  }

  /** What the buffer lacks is withheld of what comes first. */
  private void fillBuffer(FreeUnits free) {
    long lacking = free.terms().buffer().units() - free.lying();
    if (lacking > 0 && !left.total().isZero()) {
      take(left.earliest(Quantity.ZERO, Quantity.of(lacking)));
    }
  }

  /** Whether nothing is left that could be promised. */
  boolean isEmpty() {
    return left.total().isZero();
  }

  /** Takes what a line needs off what is left, and returns its promise. */
  Promise promise(WaitingLine line) {
    boolean whole = line.terms().delivery() != DeliveryRule.PARTIAL;
    SupplySchedule its = within(line);
    List<Arrival> found = whole
        ? its.whole(Quantity.ZERO, line.waiting())
        : its.earliest(Quantity.ZERO, line.waiting());
    List<Promise.Part> parts = new ArrayList<>(found.size() + 1);
    Quantity open = line.waiting();
    for (Arrival each : found) {
      Inbound inbound = inbounds.getOrDefault(each.supply(), nothing(each));
      parts.add(Promise.Part.from(each.quantity(), inbound));
      open = open.minus(each.quantity());
    }
    if (!open.isZero()) {
      parts.add(Promise.Part.unknown(open, without));
    }
    take(found);
    return new Promise(parts).notBefore(first);
  }

  /** The promise of units that no supply covers. */
  Promise nothing(long units) {
    return Promise.of(Promise.Part.unknown(Quantity.of(units), without));
  }

  private static Inbound nothing(Arrival each) {
    return Inbound.announced(each.supply(), each.quantity(), each.day());
  }

  /** What is left at locations that serve a line's channel. */
  private SupplySchedule within(WaitingLine line) {
    List<Arrival> all = left.arrivals();
    List<Arrival> serving = all.stream().filter(each -> serves(each, line)).toList();
    return serving.size() == all.size() ? left : SupplySchedule.of(serving);
  }

  private boolean serves(Arrival arrival, WaitingLine line) {
    SupplyStatus supply = supplies.get(arrival.supply());
    return supply != null
        && rules
            .locations()
            .serves(
                rules.locations().rankOf(supply.supply().units().location()),
                line.terms().channel());
  }

  private void take(List<Arrival> taken) {
    if (taken.isEmpty()) {
      return;
    }
    Map<SupplyId, Quantity> off = new HashMap<>();
    taken.forEach(each -> off.put(each.supply(), each.quantity()));
    List<Arrival> rest = new ArrayList<>();
    for (Arrival each : left.arrivals()) {
      Quantity more = each.quantity().minus(off.getOrDefault(each.supply(), Quantity.ZERO));
      if (!more.isZero()) {
        rest.add(Arrival.of(each.supply(), more, each.day()));
      }
    }
    left = SupplySchedule.of(rest);
  }
}
