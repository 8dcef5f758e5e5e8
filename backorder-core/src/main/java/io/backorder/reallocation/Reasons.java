package io.backorder.reallocation;

import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.ConfirmationStrategy.Bound;
import io.backorder.reallocation.Network.Group;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why lines of one item are short. What others have is added up once for each group of lines. */
final class Reasons {

  private final ItemFlow flow;
  private final List<Part> parts;
  private final Map<Part, Map<LocationId, Quantity>> placed;
  private final Map<Group, Others> others = new HashMap<>();

  Reasons(ItemFlow flow, List<Part> parts, Map<Part, Map<LocationId, Quantity>> placed) {
    this.flow = flow;
    this.parts = parts;
    this.placed = placed;
  }

  /** Who has units where a group is served, and how many: the first few by name. */
  private record Others(List<OrderLineId> lines, long units) {

    List<OrderLineId> but(OrderLineId own) {
      return lines.stream()
          .filter(line -> !line.equals(own))
          .limit(ShortReason.Outranked.MOST)
          .toList();
    }
  }

  /** Returns the first reason that is true of a line, or nothing if it is not short. */
  Optional<ShortReason> of(Part part, Claimant claimant) {
    return part.granted() >= part.request()
        ? Optional.empty()
        : Optional.of(ofShort(part, claimant));
  }

  private ShortReason ofShort(Part part, Claimant claimant) {
    return switch (claimant.standing()) {
      case FROZEN -> new ShortReason.Frozen();
      case PART_OF_KIT -> new ShortReason.PartOfKit();
      case BEYOND -> new ShortReason.ReachesBeyond();
      case FREE, SPARED -> ofRules(part, claimant);
    };
  }

  private ShortReason ofRules(Part part, Claimant claimant) {
    Bound ceiling = claimant.strategy().ceiling();
    if (part.granted() >= ceiling.units(part.confirmed(), part.request())) {
      return new ShortReason.CeilingReached(claimant.strategy());
    } else if (part.lostToBudget() > 0) {
      return new ShortReason.OverBudget(Quantity.of(part.lostToBudget()));
    } else if (part.rationed() > 0) {
      return new ShortReason.Rationed(Quantity.of(part.rationed()));
    }
    return ofOrder(part);
  }

  private ShortReason ofOrder(Part part) {
    OrderLineId lacking = part.lacking();
    return lacking == null || lacking.equals(part.line().id())
        ? ofUnits(part)
        : new ShortReason.WaitsForOrder(lacking);
  }

  private ShortReason ofUnits(Part part) {
    if (part.left() > 0) {
      return tooFew(part);
    }
    Group group = flow.groupOf(part.line().terms());
    Others have = others.computeIfAbsent(group, this::others);
    long elsewhere = have.units - units(part, group);
    if (elsewhere > 0) {
      return new ShortReason.Outranked(have.but(part.line().id()), Quantity.of(elsewhere));
    }
    long free = Math.min(flow.lyingFree(group), flow.supply().buffer());
    return free > 0 ? new ShortReason.Withheld(Quantity.of(free)) : new ShortReason.NoStock();
  }

  private ShortReason.TooFew tooFew(Part part) {
    long left = part.left();
    long step = part.nextStep(flow.lot());
    // enough units are too few in whole lots where a lot was changed since they were ordered
    long inLots = left < step ? left : left - left % flow.lot();
    return new ShortReason.TooFew(Quantity.of(inLots), Quantity.of(step));
  }

  private Others others(Group group) {
    List<OrderLineId> lines = new ArrayList<>();
    long sum = 0;
    for (Part part : parts) {
      long units = units(part, group);
      sum += units;
      if (units > 0 && lines.size() <= ShortReason.Outranked.MOST) {
        lines.add(part.line().id());
      }
    }
    return new Others(lines, sum);
  }

  private long units(Part part, Group group) {
    Map<LocationId, Quantity> its = placed.getOrDefault(part, Map.of());
    long units = 0;
    for (Map.Entry<LocationId, Quantity> each : its.entrySet()) {
      units += group.draws(flow.rankOf(each.getKey())) ? each.getValue().units() : 0;
    }
    return units;
  }
}
