package io.backorder.reallocation;

import io.backorder.allocation.Guard;
import io.backorder.demand.OrderTerms;
import io.backorder.reallocation.ConfirmationStrategy.Bound;
import io.backorder.reallocation.Network.Group;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The units of one item while a run shares them out: how many lines can have together, wherever these
 * may then lie. Each line in turn gets the most that leaves those before it what they have (the greedy
 * rule on a polymatroid: Edmonds 1970).
 */
final class ItemFlow {

  private final ReallocationSnapshot.Item item;
  private final Map<Optional<ChannelId>, Group> groups = new HashMap<>();
  private final Network network;
  private final List<Part> owners = new ArrayList<>();
  private final long[] own;
  private final long[] shared;
  private long freeBeyondBuffer;

  ItemFlow(ReallocationSnapshot.Item item) {
    this.item = item;
    int count = item.supply().locations().size();
    this.network = new Network(count);
    this.own = new long[count];
    this.shared = new long[count];
  }

  ReallocationSnapshot.Item item() {
    return item;
  }

  ReallocationSnapshot.Supply supply() {
    return item.supply();
  }

  long lot() {
    return item.supply().lot();
  }

  /** Those who are served from the same locations. */
  Group groupOf(OrderTerms terms) {
    Group known = groups.get(terms.channel());
    if (known == null) {
      List<Location> locations = supply().locations();
      int[] ranks = IntStream.range(0, locations.size())
          .filter(rank -> locations.get(rank).serves(terms.channel()))
          .toArray();
      known = network.group(ranks);
      groups.put(terms.channel(), known);
    }
    return known;
  }

  int rankOf(LocationId id) {
    List<Location> locations = supply().locations();
    for (int rank = 0; rank < locations.size(); rank++) {
      if (locations.get(rank).id().equals(id)) {
        return rank;
      }
    }
    throw new IllegalStateException("location must be one of the item's: " + id);
  }

  /** Begins anew, with what lines have. */
  void clear() {
    owners.clear();
    Arrays.fill(own, 0);
    Arrays.fill(shared, 0);
  }

  /** Counts what a line has, before anybody is served. */
  void enter(Part part) {
    part.clear();
    long mine = 0;
    for (LocationId id : part.confirmedAt().keySet()) {
      mine += enter(part, rankOf(id), part.confirmedAt(id));
    }
    part.own(mine);
    if (mine > 0) {
      owners.add(part);
    }
  }

  /** Those who have units of their own; where there are not enough of them, the first have theirs. */
  List<Part> owners() {
    return owners;
  }

  /** Counts what a line has at one location, and returns how much of it is its own. */
  private long enter(Part part, int rank, long units) {
    if (isOwn(part, rank, groupOf(part.line().terms()))) {
      long there = Math.min(units, supply().units(rank) - own[rank]);
      own[rank] += there;
      return there;
    }
    shared[rank] += units;
    return 0;
  }

  /** Whether what a line has at a location is its own: others cannot use it, or must not. */
  boolean isOwn(Part part, int rank, Group group) {
    boolean usableByOthers = part.isGivingUp() && supply().locations().get(rank).isActive();
    return part.isInPlace() || (!group.draws(rank) && !usableByOthers);
  }

  /** Opens the locations, once every line has been entered. */
  void open() {
    long[] units = new long[own.length];
    long free = 0;
    long freeLots = 0;
    long most = 0;
    for (int rank = 0; rank < units.length; rank++) {
      long there = supply().units(rank) - own[rank];
      long over = supply().locations().get(rank).isActive() ? Math.max(0, there - shared[rank]) : 0;
      units[rank] = Math.min(there, shared[rank]) + over - over % lot();
      free += over;
      freeLots += over - over % lot();
      most += Math.min(there, shared[rank]);
    }
    freeBeyondBuffer = Math.max(0, free - supply().buffer());
    network.fill(units, most + Math.min(freeLots, freeBeyondBuffer - freeBeyondBuffer % lot()));
  }

  /** The free units that the buffer leaves, before the run. */
  long freeBeyondBuffer() {
    return freeBeyondBuffer;
  }

  /** The units that nobody has at locations that serve a group, before the run. */
  long lyingFree(Group group) {
    long units = 0;
    for (int rank : group.ranks()) {
      units += Math.max(0, supply().units(rank) - own[rank] - shared[rank]);
    }
    return units;
  }

  /** Has a line leave to others what it does not keep, at locations that do not serve it any more. */
  boolean giveUp(Part part) {
    boolean gives = part.hasOwnLeft()
        && !part.isGivingUp()
        && part.confirmedAt().keySet().stream()
            .anyMatch(id -> supply().locations().get(rankOf(id)).isActive());
    if (gives) {
      part.giveUp();
    }
    return gives;
  }

  /** Raises a line toward a bound, as far as units reach and it can take them. */
  void raise(Part part, Bound bound) {
    long before = part.granted();
    long target = Math.min(part.most(), bound.units(part.confirmed(), part.request()));
    if (target > before) {
      long reach = before + take(part, target - before);
      part.grant(reach);
      long could = part.admissible(reach, lot());
      lower(part, allowed(part, could));
      part.rationed(could - part.granted());
      if (reach < target || could < reach) {
        part.reached(reach);
      }
    }
  }

  /** What the guard lets a line have of what it could have; what it has had is its own. */
  private long allowed(Part part, long units) {
    Guard guard = supply().guard();
    long gain = units - part.confirmed();
    if (gain <= 0 || guard == Guard.none()) {
      return units;
    }
    Quantity most = guard.allowed(part.waiting(item.sku()), Quantity.of(gain));
    return most.units() >= gain ? units : part.admissible(part.confirmed() + most.units(), lot());
  }

  /** Raises a line to a bound, or leaves it as it is. */
  boolean raiseWhole(Part part, Bound bound) {
    long before = part.granted();
    long target = bound.units(part.confirmed(), part.request());
    if (target > part.most()) {
      return false;
    }
    part.grant(before + take(part, Math.max(0, target - before)));
    long could = part.admissible(part.granted(), lot());
    long allowed = allowed(part, could);
    if (allowed >= target) {
      return true;
    } else if (could >= target) {
      part.rationed(could - allowed);
    } else {
      part.reached(part.granted());
    }
    lower(part, before);
    return false;
  }

  private long take(Part part, long units) {
    long mine = part.takeOwn(units);
    return mine + network.draw(groupOf(part.line().terms()), units - mine);
  }

  /** Lowers a line. */
  void lower(Part part, long to) {
    long units = part.granted() - to;
    if (units > 0) {
      long drawn = Math.min(units, part.granted() - part.ownTaken());
      network.giveBack(groupOf(part.line().terms()), drawn);
      part.giveOwnBack(units - drawn);
    }
    part.grant(to);
  }
}
