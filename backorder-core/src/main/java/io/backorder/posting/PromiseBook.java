package io.backorder.posting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

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
import io.backorder.store.Locations;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the supplies of one item let its waiting lines be promised, in the order in which they stand in
 * line. A line is pegged to supplies at locations that serve its channel, earliest first; one that is
 * filled whole takes the latest of those that are there by its day. What lies free is promised to nobody:
 * who waits cannot use it alone, and a newcomer may. Units ahead of a line are taken off by whoever reads
 * the queue line by line, and counted by whoever has their sum.
 */
final class PromiseBook {

  private final Locations locations;
  private final LocalDate first;
  private final List<SupplyStatus> supplies;
  private final Map<SupplyId, Inbound> inbounds = new LinkedHashMap<>();
  private final Map<Optional<ChannelId>, Set<SupplyId>> closed = new HashMap<>(2);
  private final Promise.Reason without;
  private SupplySchedule left;

  PromiseBook(ItemState item, Rules rules, Instant now) {
    this.locations = rules.locations();
    this.first = rules.promising().firstDay(rules.termsOf(item.sku()), now);
    this.supplies = List.copyOf(item.supplies());
    for (SupplyStatus each : supplies) {
      inbounds.put(each.supply().id(), rules.promising().inbound(each, now));
    }
    List<Inbound> all = List.copyOf(inbounds.values());
    this.without = PromisePlan.reason(all);
    this.left = PromisePlan.schedule(all);
    fillBuffer(FreeUnits.of(item, rules, now));
  }

  /** What the buffer lacks is withheld of what comes first. */
  private void fillBuffer(FreeUnits free) {
    long lacking = free.terms().buffer().units() - free.lying();
    if (lacking > 0) {
      left = left.minus(left.earliest(Quantity.ZERO, Quantity.of(lacking)));
    }
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
    return closed(channel).isEmpty();
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
    return new Promise(parts).notBefore(first);
  }

  /** The day for which units of an arrival are promised. */
  LocalDate day(Arrival arrival) {
    return arrival.day().isBefore(first) ? first : arrival.day();
  }

  /** What is left at locations that serve a line's channel. */
  private SupplySchedule within(WaitingLine line) {
    Set<SupplyId> others = closed(line.terms().channel());
    return others.isEmpty()
        ? left
        : left.minus(left.arrivals().stream()
            .filter(each -> others.contains(each.supply()))
            .toList());
  }

  private Set<SupplyId> closed(Optional<ChannelId> channel) {
    return closed.computeIfAbsent(channel, this::closedTo);
  }

  private Set<SupplyId> closedTo(Optional<ChannelId> channel) {
    return supplies.stream()
        .map(SupplyStatus::supply)
        .filter(each -> !locations.serves(locations.rankOf(each.units().location()), channel))
        .map(Supply::id)
        .collect(toUnmodifiableSet());
  }
}
