package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.explanation.Extent;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.ShortageReason.Held;
import io.backorder.explanation.ShortageReason.NothingFree;
import io.backorder.explanation.ShortageReason.Outranked;
import io.backorder.explanation.ShortageReason.ReservedForOthers;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The locations of an item that serve a line, and who else has units or waits for units there. */
record Places(ItemState item, Locations locations, Optional<ChannelId> channel) {

  /** The most lines or holds that are named. */
  static final int NAMED = 10;

  /** The most claims that are read ahead of a line. */
  static final int AHEAD = 100;

  /** The ranks of the active locations that serve the line. */
  List<Integer> ranks() {
    return IntStream.range(0, locations.count())
        .filter(rank -> locations.serves(rank, channel))
        .boxed()
        .toList();
  }

  NothingFree nothingFree() {
    long onHand = ranks().stream().mapToLong(rank -> item.at(rank).onHand()).sum();
    return new NothingFree(Quantity.of(onHand), Quantity.of(reserved()));
  }

  private long reserved() {
    return ranks().stream().mapToLong(rank -> item.at(rank).reserved()).sum();
  }

  /** The holds whose time is not over. */
  Optional<Held> held(Instant now) {
    List<ItemState.HeldUnits> live = item.held().stream()
        .filter(each -> now.isBefore(each.cart().until()))
        .filter(each -> locations.serves(locations.rankOf(each.location()), channel))
        .sorted(Comparator.comparing(each -> each.cart().until()))
        .toList();
    if (live.isEmpty()) {
      return Optional.empty();
    }
    long units = live.stream().mapToLong(ItemState.HeldUnits::units).sum();
    Instant until = live.get(live.size() - 1).cart().until();
    List<HoldId> holds =
        live.stream().map(each -> each.cart().hold()).distinct().limit(NAMED).toList();
    return Optional.of(new Held(Quantity.of(units), until, holds));
  }

  /** The claims of other lines with units reserved here, last in line first, as far as is looked. */
  List<ClaimState> holders(LineState line) {
    List<ClaimState> found = new ArrayList<>();
    for (int rank : ranks()) {
      Iterator<ClaimState> holders = item.at(rank).holdersFromTheEnd();
      for (int i = 0; i < NAMED && holders.hasNext(); i++) {
        ClaimState claim = holders.next();
        if (claim.line() != line && !found.contains(claim)) {
          found.add(claim);
        }
      }
    }
    found.sort((one, other) -> one.standsBefore(other) ? 1 : one == other ? 0 : -1);
    return found;
  }

  Optional<ReservedForOthers> reservedForOthers(LineState line) {
    long others = reserved();
    for (int rank : ranks()) {
      others -= line.reservedAt(locations.at(rank).id());
    }
    if (others == 0) {
      return Optional.empty();
    }
    ClaimState own = first(line);
    Map<LineState, Long> units = new LinkedHashMap<>();
    long behind = 0;
    for (ClaimState claim : holders(line)) {
      long here = reservedHere(claim);
      units.merge(claim.line(), here, Long::sum);
      behind += own.standsBefore(claim) ? here : 0;
    }
    return Optional.of(
        new ReservedForOthers(named(units), Quantity.of(others), Quantity.of(behind)));
  }

  private long reservedHere(ClaimState claim) {
    long units = 0;
    for (int rank : ranks()) {
      LocationId location = locations.at(rank).id();
      units += claim.reservedAt(location);
    }
    return units;
  }

  private static List<LineUnits> named(Map<LineState, Long> units) {
    return units.entrySet().stream()
        .limit(NAMED)
        .map(each -> units(each.getKey(), each.getValue()))
        .toList();
  }

  static LineUnits units(LineState line, long units) {
    return new LineUnits(line.id(), line.sku(), Quantity.of(units));
  }

  private static ClaimState first(LineState line) {
    return WholeOrders.place(List.of(line));
  }

  /** Who stands before a line and could use a unit here. */
  Optional<Outranked> outranked(LineState line, Instant now) {
    Ahead ahead = ahead(List.of(line), now);
    Map<LineState, Long> units = new LinkedHashMap<>();
    for (QueuedLine each : ahead.lines) {
      units.merge(each.claim().line(), each.waiting().units(), Places::capped);
    }
    return units.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outranked(named(units), Quantity.of(ahead.units()), ahead.extent));
  }

  /** Who stands before the last units of lines and could use a unit here, as far as is read. */
  Ahead ahead(List<LineState> lines, Instant now) {
    ClaimState last = last(lines, now);
    List<QueuedLine> found = new ArrayList<>();
    Iterator<WaitingLine> ahead = new ItemBacklog(item, now, new Before(lines, last)).iterator();
    while (ahead.hasNext() && found.size() < AHEAD) {
      found.add((QueuedLine) ahead.next());
    }
    return new Ahead(found, ahead.hasNext() ? Extent.AT_LEAST : Extent.EXACT);
  }

  /** Where the last units of lines stand; what is delivered complete stands at its best place. */
  private static ClaimState last(List<LineState> lines, Instant now) {
    DeliveryRule delivery = lines.get(0).order().terms().at(now).delivery();
    return delivery == DeliveryRule.PARTIAL
        ? lines.stream()
            .flatMap(line -> line.claims().stream())
            .filter(claim -> claim.queued() > 0)
            .reduce((one, other) -> one.standsBefore(other) ? other : one)
            .orElseThrow()
        : WholeOrders.place(lines);
  }

  /** Lines that stand before others. */
  record Ahead(List<QueuedLine> lines, Extent extent) {

    long units() {
      return lines.stream().mapToLong(each -> each.waiting().units()).reduce(0, Places::capped);
    }
  }

  /** The sum of two numbers of units, or the largest number where they are more. */
  static long capped(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Reads those who stand before a claim, of the channels with which the line shares a location. */
  private final class Before implements ItemBacklog.Reader {

    private final List<LineState> lines;
    private final ClaimState last;

    Before(List<LineState> lines, ClaimState last) {
      this.lines = lines;
      this.last = last;
    }

    @Override
    public boolean reads(Optional<ChannelId> theirs) {
      return ranks().stream().anyMatch(rank -> locations.serves(rank, theirs));
    }

    @Override
    public boolean reads(ClaimState claim) {
      return !lines.contains(claim.line());
    }

    @Override
    public boolean endsAt(ClaimState claim) {
      return !claim.standsBefore(last);
    }
  }
}
