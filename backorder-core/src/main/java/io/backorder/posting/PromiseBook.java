package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.SupplySchedule;
import io.backorder.promise.Inbound;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.store.ItemState;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the supplies of one item let its waiting lines be promised, in the order in which they stand in
 * line. A line is pegged to supplies at locations that serve its channel, earliest first; one that is
 * filled whole takes the latest of those that are there by its day. What lies free is promised to nobody:
 * who waits cannot use it alone, and a newcomer may. Units ahead of a line are taken off by whoever reads
 * the queue line by line, and counted by whoever has their sum.
 */
final class PromiseBook {

  private final ItemOutlook outlook;
  private final Map<SupplyId, Inbound> inbounds = new HashMap<>();
  private final Promise.Reason without;
  private SupplySchedule left;

  PromiseBook(ItemState item, Rules rules, Instant now) {
    this.outlook = new ItemOutlook(item, rules, now);
    outlook.inbounds().forEach(each -> inbounds.put(each.supply(), each));
    this.without = PromisePlan.reason(outlook.inbounds());
    SupplySchedule all = PromisePlan.schedule(outlook.inbounds());
    this.left = all.minus(outlook.withheld(all));
  }

  /** Whether units ahead leave nothing that could be promised. */
  boolean isEmpty(long ahead) {
    return left.total().units() <= ahead;
  }

  /** What is left to those who stand behind all whose units were taken off. */
  SupplySchedule left() {
    return left;
  }

  /** Whether every supply may go to a channel. */
  boolean isOpenTo(Optional<ChannelId> channel) {
    return outlook.barredFrom(channel).isEmpty();
  }

  /** Takes what a line needs off what is left, behind units that were not, and returns it. */
  List<Arrival> take(WaitingLine line, long ahead) {
    boolean whole = line.terms().delivery() != DeliveryRule.PARTIAL;
    SupplySchedule its = within(line);
    List<Arrival> found = whole
        ? its.whole(Quantity.of(ahead), line.waiting())
        : its.earliest(Quantity.of(ahead), line.waiting());
    left = left.minus(found);
    return found;
  }

  /** The promise of a line, which takes it off what is left, behind units that were not taken off. */
  Promise promise(WaitingLine line, long ahead) {
    return promise(take(line, ahead), line.waiting());
  }

  /** The promise of units of which some were found. */
  Promise promise(List<Arrival> found, Quantity units) {
    List<Promise.Part> parts = new ArrayList<>(found.size() + 1);
    Quantity open = units;
    for (Arrival each : found) {
      Inbound inbound = requireNonNull(inbounds.get(each.supply()), "inbound");
      parts.add(Promise.Part.from(each.quantity(), inbound));
      open = open.minus(each.quantity());
    }
    if (!open.isZero()) {
      parts.add(Promise.Part.unknown(open, without));
    }
    return new Promise(parts).notBefore(outlook.first());
  }

  /** The day for which units of an arrival are promised. */
  LocalDate day(Arrival arrival) {
    LocalDate first = outlook.first();
    return arrival.day().isBefore(first) ? first : arrival.day();
  }

  /** What is left at locations that serve a line's channel. */
  private SupplySchedule within(WaitingLine line) {
    return left.without(outlook.barredFrom(line.terms().channel()));
  }
}
