package io.backorder.model;

import io.backorder.model.Floor.Spot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shares the free units of an item out one by one, or lot by lot: each to the line that has got the
 * fewest, misses the most, or has the largest need for one it has got. Where lines reach different
 * places each unit comes from the best one; else the sourcing rule decides, once it is known how many.
 */
final class Sharing {

  private final Floor floor;
  private final String sku;
  private final long lot;
  private final Map<String, Long> free = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private long usable;

  Sharing(Floor floor, String sku, List<Spot> queue) {
    this.floor = floor;
    this.sku = sku;
    this.lot = floor.shop().item(sku).keeping().lot();
    this.usable = inLots(floor.unbuffered(sku));
    for (Shop.Place place : floor.shop().places()) {
      free.put(
          place.id(), place.trade() == Shop.Trade.ACTIVE ? inLots(floor.free(sku, place.id())) : 0);
    }
    for (Spot spot : queue) {
      parts.computeIfAbsent(spot.line().id(), id -> new Part()).spots.add(spot);
    }
  }

  private long inLots(long units) {
    return units - units % lot;
  }

  /** One line, all its places, and what it is given. */
  private final class Part {
    private final List<Spot> spots = new ArrayList<>();
    private final Map<String, Long> taken = new LinkedHashMap<>();
    private long given;
    private boolean out;

    long waiting() {
      return spots.stream().mapToLong(Spot::waiting).sum();
    }

    long got() {
      return spots.get(0).line().reserved() + spots.get(0).line().shipped + given;
    }

    long step() {
      return spots.get(0).line().isComplete() ? waiting() : lot;
    }

    List<String> reach() {
      String channel = spots.get(0).line().sale.terms.channel();
      return floor.shop().places().stream()
          .filter(place -> place.serves(channel))
          .map(Shop.Place::id)
          .filter(place -> free.getOrDefault(place, 0L) > 0)
          .toList();
    }

    boolean fits() {
      long there = 0;
      for (String place : reach()) {
        there += free.getOrDefault(place, 0L);
      }
      return given + step() <= waiting() && step() <= there && step() <= usable;
    }

    void take() {
      long missing = step();
      given += missing;
      usable -= missing;
      for (String place : reach()) {
        long units = Math.min(missing, free.getOrDefault(place, 0L));
        taken.merge(place, units, Long::sum);
        free.merge(place, -units, Long::sum);
        missing -= units;
      }
    }
  }

  /** Returns who gets how much: places in the order of the queue, and where from. */
  List<Give> gives() {
    for (Part part : parts.values()) {
      part.out = !part.fits();
    }
    boolean alike = parts.values().stream()
            .filter(part -> !part.out)
            .map(Part::reach)
            .collect(Collectors.toSet())
            .size()
        < 2;
    for (Part next = next(); next != null; next = next()) {
      if (next.fits()) {
        next.take();
      } else {
        next.out = true;
      }
    }
    List<Give> gives = new ArrayList<>();
    for (Part part : parts.values()) {
      long left = part.given;
      for (Spot spot : part.spots) {
        long units = Math.min(left, spot.waiting());
        left -= units;
        if (units > 0) {
          gives.add(new Give(spot, units, alike ? Map.of() : finds(part, units)));
        }
      }
    }
    return gives;
  }

  private static Map<String, Long> finds(Part part, long units) {
    Map<String, Long> finds = new LinkedHashMap<>();
    long left = units;
    for (Map.Entry<String, Long> each : part.taken.entrySet()) {
      long here = Math.min(left, each.getValue());
      if (here > 0) {
        finds.put(each.getKey(), here);
        each.setValue(each.getValue() - here);
        left -= here;
      }
    }
    return finds;
  }

  /** Units for a spot, and where they lie; nowhere said where the sourcing rule decides. */
  record Give(Spot spot, long units, Map<String, Long> finds) {}

  @org.jspecify.annotations.Nullable
  private Part next() {
    return parts.values().stream()
        .filter(part -> !part.out)
        .min(order()) // the first of equals, and parts stand in the order of their first places
        .orElse(null);
  }

  private Comparator<Part> order() {
    return switch (floor.shop().policy()) {
      case FAIR_SHARE -> Comparator.comparingLong(Part::got);
      case EQUAL_LOSSES -> Comparator.comparingLong(part -> part.given - part.waiting());
      default -> (one, other) -> quotient(other, one).compareTo(quotient(one, other));
    };
  }

  /** The need of one line times the divisor of the other: the larger one has the larger quotient. */
  private BigInteger quotient(Part one, Part other) {
    BigInteger need = BigInteger.valueOf(one.got() - one.given + one.waiting());
    return need.multiply(BigInteger.valueOf(2 * other.got() + lot));
  }

  @Override
  public String toString() {
    return "sharing of " + sku;
  }
}
