package io.backorder.model;

import io.backorder.model.Books.Basket;
import io.backorder.model.Books.Cart;
import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import io.backorder.model.Books.Supply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the books: who has what, what is free, who is next. Everything is counted anew. */
record Floor(Shop shop, Books books) {

  /** Where untracked units are reserved; the text says at no location, and not how that is written. */
  static final String NOWHERE = "(nowhere)";

  static String at(String sku, String location) {
    return sku + "@" + location;
  }

  /** Returns every item that was ever mentioned. */
  Set<String> skus() {
    Set<String> skus = new TreeSet<>();
    shop.items().forEach(item -> skus.add(item.sku()));
    books.onHand.keySet().forEach(shelf -> skus.add(shelf.substring(0, shelf.lastIndexOf('@'))));
    books.sales.forEach(sale -> sale.lines.forEach(line -> skus.add(line.sku())));
    books.supplies.forEach(supply -> skus.add(supply.sku));
    return skus;
  }

  long onHand(String sku, String location) {
    return books.onHand.getOrDefault(at(sku, location), 0L);
  }

  long onHand(String sku) {
    long units = 0;
    for (Shop.Place place : shop.places()) {
      units = exactSum(units, onHand(sku, place.id()));
    }
    return units;
  }

  /** What announced supplies will still bring of an item. */
  long inbound(String sku) {
    long units = 0;
    for (Supply supply : books.supplies) {
      units = supply.sku.equals(sku) ? exactSum(units, supply.expected()) : units;
    }
    return units;
  }

  /** What lies here and what is to come fit into one number, since the position is one. */
  void requirePosition(String sku) {
    exactSum(onHand(sku), inbound(sku));
  }

  Supply supply(String id) {
    return books.supplies.stream()
        .filter(supply -> supply.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("UNKNOWN_SUPPLY"));
  }

  /** Rule: a figure that leaves the range of 64 bits is {@code QUANTITY_OVERFLOW}. */
  static long exactSum(long one, long other) {
    try {
      return Math.addExact(one, other);
    } catch (ArithmeticException e) {
      throw new Refused("QUANTITY_OVERFLOW");
    }
  }

  long reserved(String sku, String location) {
    long units = 0;
    for (Line line : lines(sku)) {
      for (Claim claim : line.claims) {
        units += claim.reserved.getOrDefault(location, 0L);
      }
    }
    return units;
  }

  List<Line> lines(String sku) {
    List<Line> found = new ArrayList<>();
    for (Sale sale : books.sales) {
      for (Line line : sale.lines) {
        if (line.sku().equals(sku)) {
          found.add(line);
        }
      }
    }
    return found;
  }

  long held(String sku, String location) {
    long units = 0;
    for (Cart cart : books.carts) {
      for (Basket basket : cart.baskets) {
        if (cart.isLive(books.now) && basket.ask().sku().equals(sku)) {
          units += basket.held().getOrDefault(location, 0L);
        }
      }
    }
    return units;
  }

  long free(String sku, String location) {
    return onHand(sku, location) - reserved(sku, location) - held(sku, location);
  }

  long waiting(String sku) {
    long units = 0;
    for (Line line : lines(sku)) {
      units = exactSum(units, line.waiting());
    }
    return units;
  }

  private long wholeLots(String sku, long units) {
    return units - units % shop.item(sku).keeping().lot();
  }

  /** What the holds and the buffer leave at the active locations. */
  long unbuffered(String sku) {
    long units = 0;
    for (Shop.Place place : shop.places()) {
      if (place.trade() == Shop.Trade.ACTIVE) {
        units += free(sku, place.id());
      }
    }
    return Math.max(0, units - shop.item(sku).keeping().buffer());
  }

  /** What an order of a channel could take from the shelf, in whole lots at each location. */
  long reachable(String sku, String channel) {
    long units = 0;
    for (Shop.Place place : shop.places()) {
      if (place.serves(channel)) {
        units += wholeLots(sku, free(sku, place.id()));
      }
    }
    return Math.min(units, wholeLots(sku, unbuffered(sku)));
  }

  /**
   * Claims of one line that are served together, those that joined first before the others: the text
   * leaves open which of them a unit belongs to.
   */
  record Spot(Line line, List<Claim> claims) {

    long waiting() {
      long units = 0;
      for (Claim claim : claims) {
        units += claim.waiting;
      }
      return units;
    }
  }

  static final Comparator<Claim> BY_PLACE = Comparator.comparing(
          (Claim claim) -> claim.rank, Floor::compare)
      .thenComparing(claim -> claim.arrival);

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = Long.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** A raised line stands at each of its places; one that is delivered complete, at its first. */
  List<Spot> queue(String sku) {
    List<Spot> spots = new ArrayList<>();
    for (Line line : lines(sku)) {
      List<Claim> waiting = new ArrayList<>();
      for (Claim claim : line.claims) {
        if (claim.waiting > 0) {
          waiting.add(claim);
        }
      }
      if (line.isComplete() && !waiting.isEmpty()) {
        spots.add(new Spot(line, waiting));
      } else {
        waiting.forEach(claim -> spots.add(new Spot(line, List.of(claim))));
      }
    }
    spots.sort(Comparator.comparing(spot -> Collections.min(spot.claims(), BY_PLACE), BY_PLACE));
    return spots;
  }

  /** What a spot may be given now: everything or nothing where the line or the policy says so. */
  long admissible(Spot spot) {
    long wanted = spot.waiting();
    long units =
        Math.min(wanted, reachable(spot.line().sku(), spot.line().sale.terms.channel()));
    units = wholeLots(spot.line().sku(), units);
    boolean whole = spot.line().isComplete() || shop.policy() == Shop.Policy.COMPLETE_LINES;
    return whole && units < wanted ? 0 : units;
  }

  /** Units at a place. */
  record Source(String location, long units) {}

  List<Source> sources(String sku, String channel, long wanted) {
    List<Source> candidates = new ArrayList<>();
    for (Shop.Place place : shop.places()) {
      long units = place.serves(channel) ? wholeLots(sku, free(sku, place.id())) : 0;
      if (units > 0) {
        candidates.add(new Source(place.id(), units));
      }
    }
    if (shop.sourcing() == Shop.Sourcing.FEWEST_PARCELS) {
      for (Source candidate : candidates) {
        if (candidate.units >= wanted) {
          return List.of(new Source(candidate.location, wanted));
        }
      }
    }
    if (shop.sourcing() != Shop.Sourcing.RANK) {
      candidates.sort(Comparator.comparing(Source::units).reversed()); // stable: ties go by rank
    }
    return inTurn(candidates, wanted);
  }

  private static List<Source> inTurn(List<Source> candidates, long wanted) {
    List<Source> sources = new ArrayList<>();
    long missing = wanted;
    for (Source candidate : candidates) {
      long units = Math.min(missing, candidate.units);
      if (units > 0) {
        sources.add(new Source(candidate.location, units));
        missing -= units;
      }
    }
    return sources;
  }

  Sale sale(String id) {
    return books.sales.stream()
        .filter(sale -> sale.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("UNKNOWN_ORDER"));
  }

  Line line(String order, String number) {
    return sale(order).lines.stream()
        .filter(line -> line.ask.line().equals(number))
        .findFirst()
        .orElseThrow(() -> new Refused("UNKNOWN_LINE"));
  }

  Cart cart(String id) {
    return books.carts.stream()
        .filter(cart -> cart.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("UNKNOWN_HOLD"));
  }

  void requireKnown(String location) {
    if (!shop.has(location)) {
      throw new Refused("UNKNOWN_LOCATION");
    }
  }
}
