package io.backorder.posting;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.backorder.allocation.WaitingLine;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.Need;
import io.backorder.pegging.SupplySchedule;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Inbound;
import io.backorder.promise.PromisePlan;
import io.backorder.promise.PromiseRange;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to come of one item, for which days and for whom, and who waits for it. */
final class ItemOutlook {

  private final ItemState item;
  private final Rules rules;
  private final Instant now;
  private final LocalDate first;
  private final Quantity lacking;
  private final List<Inbound> inbounds = new ArrayList<>();
  private final Map<Optional<ChannelId>, Set<SupplyId>> barred = new HashMap<>(2);

  ItemOutlook(ItemState item, Rules rules, Instant now) {
    this.item = item;
    this.rules = rules;
    this.now = now;
    this.first = rules.promising().firstDay(rules.termsOf(item.sku()), now);
    FreeUnits free = FreeUnits.of(item, rules, now);
    this.lacking = free.terms().buffer().minusOrZero(Quantity.of(free.lying()));
    item.supplies().forEach(each -> inbounds.add(rules.promising().inbound(each, now)));
  }

  /** The day before which no unit of the item is promised. */
  LocalDate first() {
    return first;
  }

  /** What is withheld of a schedule: of what comes first, the units that the buffer lacks. */
  List<Arrival> withheld(SupplySchedule schedule) {
    return schedule.earliest(Quantity.ZERO, lacking);
  }

  /** What is to come, supply by supply. */
  List<Inbound> inbounds() {
    return inbounds;
  }

  private ItemBacklog backlog() {
    return new ItemBacklog(item, now, ItemBacklog.Reader.ALL);
  }

  private Need need(WaitingLine line) {
    return new Need(
        line.id(),
        line.waiting(),
        line.terms().delivery(),
        barredFrom(line.terms().channel()));
  }

  /** The supplies that go where a channel is not served. */
  Set<SupplyId> barredFrom(Optional<ChannelId> channel) {
    return barred.computeIfAbsent(channel, this::findBarred);
  }

  private Set<SupplyId> findBarred(Optional<ChannelId> channel) {
    Locations locations = rules.locations();
    return item.supplies().stream()
        .map(SupplyStatus::supply)
        .filter(each -> !locations.serves(locations.rankOf(each.units().location()), channel))
        .map(Supply::id)
        .collect(toUnmodifiableSet());
  }

  /** The item as a plan has it. */
  PromisePlan.Item inPlan() {
    List<Need> needs = new ArrayList<>();
    backlog().forEach(line -> needs.add(need(line)));
    return new PromisePlan.Item(needs, inbounds, lacking, first());
  }

  /**
   * What a newcomer of a channel could be promised of what is to come: all of it that goes where the channel
   * is served, by day, less what fills the buffer and what those who wait lean on. The queue is read as far as
   * supplies reach.
   */
  AtpProfile coming(Optional<ChannelId> channel) {
    Set<SupplyId> others = barredFrom(channel);
    SupplySchedule all = PromisePlan.schedule(inbounds);
    List<Arrival> withheld = withheld(all);
    SupplySchedule left = all.minus(withheld);
    AtpProfile profile = AtpProfile.of(first(), Quantity.ZERO)
        .withPromise(first(), lacking.minus(unitsOf(withheld, others)));
    for (Arrival each : all.without(others).arrivals()) {
      profile = profile.withSupply(each.day(), each.quantity());
    }
    for (Arrival each : leantOn(left)) {
      profile = others.contains(each.supply())
          ? profile
          : profile.withPromise(each.day(), each.quantity());
    }
    return profile;
  }

  private static Quantity unitsOf(List<Arrival> arrivals, Set<SupplyId> supplies) {
    return arrivals.stream()
        .filter(each -> supplies.contains(each.supply()))
        .map(Arrival::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The units of each supply that those who wait lean on. */
  private List<Arrival> leantOn(SupplySchedule schedule) {
    List<Arrival> taken = new ArrayList<>();
    SupplySchedule left = schedule;
    for (WaitingLine line : backlog()) {
      if (left.total().isZero()) {
        break;
      }
      List<Arrival> its = need(line).takenFrom(left);
      taken.addAll(its);
      left = left.minus(its);
    }
    return taken;
  }

  /** The days on which something comes that can be promised. */
  List<LocalDate> days() {
    return inbounds.stream()
        .flatMap(each -> each.range().stream())
        .map(PromiseRange::latest)
        .toList();
  }
}
