package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.Shelf;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.explanation.Extent;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.Remedy;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the changes that would fill a line of which units wait. */
final class Remedies {

  /** The most holds, or lines, of which one remedy consists. */
  private static final int MOST_PARTS = 8;

  private final LineState line;
  private final Trials trials;
  private final Shortfall shortfall;

  Remedies(LineState line, Trials trials, Shortfall shortfall) {
    this.line = line;
    this.trials = trials;
    this.shortfall = shortfall;
  }

  /** The remedies, first what takes least. */
  List<Remedy> all() {
    if (shortfall.places().ranks().isEmpty()) {
      return opened().map(List::<Remedy>of).orElse(List.of());
    }
    if (trials.fill(line, Trials.Step.touching(line.sku()))) {
      return List.of(new Remedy.NextDocument(line.sku()));
    }
    List<Remedy> found = new ArrayList<>();
    Optional<Remedy.InPart> part = inPart();
    part.filter(Remedy::fills).ifPresent(found::add);
    Optional<Remedy.Arrival> arrival = new Arrivals(trials, line).fewest();
    arrival.ifPresentOrElse(found::add, () -> capRaised().ifPresent(found::add));
    released().ifPresent(found::add);
    givenUp().ifPresent(found::add);
    part.filter(each -> !each.fills()).ifPresent(found::add);
    return found;
  }

  /** What the line would get if its order were delivered in part. */
  private Optional<Remedy.InPart> inPart() {
    if (shortfall.terms().delivery() == DeliveryRule.PARTIAL) {
      return Optional.empty();
    }
    List<LineState> lines = WholeOrders.waiting(line.order(), line.sku());
    long units = new InPart(shortfall.free(), trials.rules(), trials.now()).inPart(lines, line);
    return units == 0
        ? Optional.empty()
        : Optional.of(new Remedy.InPart(Quantity.of(units), Quantity.of(line.queued() - units)));
  }

  /** The first holds to end whose release fills the line. */
  private Optional<Remedy.HoldsReleased> released() {
    Map<HoldId, Instant> ends = new LinkedHashMap<>();
    line.item().held().stream()
        .map(ItemState.HeldUnits::cart)
        .filter(cart -> trials.now().isBefore(cart.until()))
        .sorted(Comparator.comparing(cart -> cart.until()))
        .forEach(cart -> ends.put(cart.hold(), cart.until()));
    List<HoldId> holds = new ArrayList<>();
    List<Trials.Step> steps = new ArrayList<>();
    for (Map.Entry<HoldId, Instant> end : ends.entrySet()) {
      holds.add(end.getKey());
      steps.add(releasing(end.getKey()));
      if (holds.size() > MOST_PARTS) {
        return Optional.empty();
      } else if (fills(steps)) {
        return Optional.of(new Remedy.HoldsReleased(holds, end.getValue()));
      }
    }
    return Optional.empty();
  }

  private Trials.Step releasing(HoldId hold) {
    ReleaseDecision release = new ReleaseDecision(hold);
    return new Trials.Step(release.items(trials.store()), release::decide);
  }

  private boolean fills(List<Trials.Step> steps) {
    try {
      return trials.fill(line, steps.toArray(Trials.Step[]::new));
    } catch (TooDeep e) {
      return false;
    }
  }

  /**
   * The last in line of those whose reserved units fill the line, or, if none alone does, the last ones
   * together. Lines that wait themselves, or that are reserved in several parts, are not asked.
   */
  private Optional<Remedy.GivenUp> givenUp() {
    List<Giver> givers = shortfall.places().holders(line).stream()
        .map(ClaimState::line)
        .filter(other -> other.order() != line.order())
        .filter(other -> other.queued() == 0 && other.claims().size() == 1)
        .limit(MOST_PARTS)
        .map(other -> new Giver(other, other.reserved()))
        .toList();
    for (Giver giver : givers) {
      if (fills(List.of(giver.giving(giver.all)))) {
        return Optional.of(givenUp(List.of(), giver));
      }
    }
    for (int count = 2; count <= givers.size(); count++) {
      if (fills(
          givers.subList(0, count).stream().map(each -> each.giving(each.all)).toList())) {
        return Optional.of(givenUp(givers.subList(0, count - 1), givers.get(count - 1)));
      }
    }
    return Optional.empty();
  }

  /** So few units of the last one as do, in whole lots unless they are all it has. */
  private Remedy.GivenUp givenUp(List<Giver> before, Giver last) {
    long lot = shortfall.free().terms().lot().units();
    Search search = new Search(Arrivals.ONE_BY_ONE, number -> {
      List<Trials.Step> tried = new ArrayList<>();
      before.forEach(each -> tried.add(each.giving(each.all)));
      tried.add(last.giving(Math.min(last.all, number * lot)));
      return fills(tried);
    });
    long lots = search.smallest(1, (last.all + lot - 1) / lot).orElse(last.all);
    List<LineUnits> lines = new ArrayList<>();
    before.forEach(each -> lines.add(Places.units(each.line, each.all)));
    lines.add(Places.units(last.line, Math.min(last.all, lots * lot)));
    return new Remedy.GivenUp(lines);
  }

  /** A line and all the units that are reserved for it. */
  private record Giver(LineState line, long all) {

    Trials.Step giving(long units) {
      return new Trials.Step(
          List.of(line.sku()), draft -> GivingUp.of(draft, line, units).cancel());
    }
  }

  /** By how little the quotas of the line must be raised, and the fewest units that must arrive then. */
  private Optional<Remedy.CapRaised> capRaised() {
    List<Guard.Limit.Cap> caps = shortfall.caps();
    if (caps.isEmpty()) {
      return Optional.empty();
    }
    Search search = new Search(0, number -> arriving(caps, number).isPresent());
    OptionalLong by = search.smallest(1, most());
    return by.isEmpty()
        ? Optional.empty()
        : arriving(caps, by.getAsLong())
            .map(units -> new Remedy.CapRaised(caps, Quantity.of(by.getAsLong()), units));
  }

  /** Enough for everybody who waits, and for what groups have taken beyond their own quotas. */
  private long most() {
    return line.item().tallies().values().stream()
        .mapToLong(units -> Math.max(0, units))
        .reduce(line.item().waiting(), Places::capped);
  }

  private Optional<List<StockUnits>> arriving(List<Guard.Limit.Cap> caps, long by) {
    Guard guard = trials.rules().policy().guard();
    for (Guard.Limit.Cap cap : caps) {
      guard = guard.raised(cap, Quantity.of(by));
    }
    AllocationPolicy policy = new Under(trials.rules().policy(), guard);
    Rules rules = trials.rules().with(policy);
    try {
      return new Arrivals(trials.by(rules), line).exactly();
    } catch (TooDeep e) {
      return Optional.empty();
    }
  }

  /** A policy under another guard. */
  private record Under(AllocationPolicy policy, Guard guard) implements AllocationPolicy {

    @Override
    public AllocationPlan allocate(Backlog backlog, Shelf shelf) {
      return policy.allocate(backlog, shelf);
    }

    @Override
    public Sequence sequence() {
      return policy.sequence();
    }
  }

  /** What would have to arrive at the best location if that served the line. */
  private Optional<Remedy.Opened> opened() {
    Optional<ChannelId> channel = shortfall.terms().channel();
    Locations locations = trials.rules().locations();
    List<Location> others = new ArrayList<>(locations.all());
    others.set(0, open(locations.at(0), channel));
    Rules rules = trials.rules().at(Locations.of(others));
    return new Arrivals(trials.by(rules), line)
        .fewest()
        .filter(arrival -> arrival.extent() == Extent.EXACT)
        .map(arrival -> new Remedy.Opened(locations.at(0).id(), channel, arrival.units()));
  }

  private static Location open(Location location, Optional<ChannelId> channel) {
    List<ChannelId> channels = new ArrayList<>(location.channels());
    if (!channels.isEmpty()) {
      channel.filter(each -> !channels.contains(each)).ifPresent(channels::add);
    }
    return Location.of(location.id().value()).serving(channels.toArray(ChannelId[]::new));
  }
}
