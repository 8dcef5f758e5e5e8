package io.backorder.model;

import io.backorder.model.Books.Basket;
import io.backorder.model.Books.Cart;
import io.backorder.model.Books.CartState;
import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Receives, counts, adjusts, moves and holds: the documents about the shelf. */
record StockClerk(Shop shop, Books books, Floor floor, Diary diary) {

  void receive(Paper.Receive paper) {
    Set<String> skus = new LinkedHashSet<>();
    for (Paper.Units units : paper.lines()) {
      floor.requireKnown(units.location());
      if (!paper.supply().isEmpty()) {
        new SupplyClerk(books, floor, diary).arrive(paper.supply(), units);
      }
      String shelf = Floor.at(units.sku(), units.location());
      books.onHand.merge(shelf, units.quantity(), Floor::exactSum);
      floor.requirePosition(units.sku());
      diary.tell("ReceivedStock", shelf, units.quantity());
      skus.add(units.sku());
    }
    new Allocation(floor, diary).allocate(skus);
  }

  /** A shelf that stands twice in one count is a line twice. */
  void count(Paper.Count paper) {
    Set<String> skus = new LinkedHashSet<>();
    Set<String> shelves = new LinkedHashSet<>();
    for (Paper.Units units : paper.lines()) {
      if (!shelves.add(Floor.at(units.sku(), units.location()))) {
        diary.faults.add("DUPLICATE_LINE");
      }
    }
    Set<String> given = new LinkedHashSet<>();
    for (Paper.Units units : paper.lines()) {
      floor.requireKnown(units.location());
      long delta = units.quantity() - floor.onHand(units.sku(), units.location());
      skus.add(units.sku());
      if (delta != 0) {
        given.addAll(correct(units.sku(), units.location(), delta));
      }
    }
    skus.addAll(given);
    new Allocation(floor, diary).allocate(skus);
  }

  void adjust(Paper.Adjust paper) {
    Paper.Units delta = paper.delta();
    floor.requireKnown(delta.location());
    Set<String> skus = new LinkedHashSet<>(Set.of(delta.sku()));
    skus.addAll(correct(delta.sku(), delta.location(), delta.quantity()));
    new Allocation(floor, diary).allocate(skus);
  }

  /** Takes free units first, then held ones, then reserved ones; returns what items became free. */
  private Set<String> correct(String sku, String location, long delta) {
    long onHand = floor.onHand(sku, location);
    if (onHand + delta < 0 && delta < 0) {
      throw new Refused("INSUFFICIENT_STOCK");
    }
    diary.tell("Adjusted", Floor.at(sku, location), delta);
    long missing = Math.max(0, -delta - floor.free(sku, location));
    books.onHand.put(Floor.at(sku, location), Floor.exactSum(onHand, delta));
    floor.requirePosition(sku);
    return missing > 0 ? takeReserved(sku, location, takeHeld(sku, location, missing)) : Set.of();
  }

  /** The youngest hold loses first. */
  private long takeHeld(String sku, String location, long units) {
    long missing = units;
    List<Cart> youngestFirst = new ArrayList<>(books.carts);
    Collections.reverse(youngestFirst);
    for (Cart cart : youngestFirst) {
      List<Basket> lastFirst = new ArrayList<>(cart.baskets);
      Collections.reverse(lastFirst);
      for (Basket basket : lastFirst) {
        boolean there = cart.isLive(books.now) && basket.ask().sku().equals(sku);
        long held = there ? basket.held().getOrDefault(location, 0L) : 0;
        long taken = Math.min(inLots(sku, missing), held);
        if (taken > 0) {
          basket.held().put(location, held - taken);
          diary.tell("HoldReduced", cart.id, taken, Floor.at(sku, location));
          missing -= taken;
        }
      }
    }
    return missing;
  }

  /** What is reserved in whole lots is lost in whole lots: a part of one could never be filled. */
  private long inLots(String sku, long missing) {
    long lot = shop.item(sku).keeping().lot();
    long part = Math.max(0, missing) % lot;
    return part == 0 || missing > Long.MAX_VALUE - lot ? missing : missing - part + lot;
  }

  private record Owner(Line line, Claim claim) {}

  /** The last in line, in the order of the policy, loses first. */
  private Set<String> takeReserved(String sku, String location, long units) {
    List<Owner> owners = new ArrayList<>();
    for (Line line : floor.lines(sku)) {
      line.claims.forEach(claim -> owners.add(new Owner(line, claim)));
    }
    owners.sort(Comparator.comparing(Owner::claim, Floor.BY_PLACE).reversed());
    long missing = units;
    Set<Line> losers = new LinkedHashSet<>();
    for (Owner owner : owners) {
      long reserved = owner.claim().reserved.getOrDefault(location, 0L);
      long taken = Math.min(inLots(sku, missing), reserved);
      if (taken > 0) {
        lose(owner.line(), owner.claim(), location, taken);
        losers.add(owner.line());
        missing -= taken;
      }
    }
    Set<Line> broken = new LinkedHashSet<>();
    for (Line loser : losers) {
      if (loser.sale.isWhole()) {
        broken.addAll(loser.sale.lines);
      } else if (loser.isComplete()) {
        broken.add(loser);
      }
    }
    Set<String> given = new LinkedHashSet<>();
    broken.stream().filter(this::loseAll).forEach(line -> given.add(line.sku()));
    floor.waiting(sku); // must be a number also before other places cover the loss: it is an entry
    given.forEach(floor::waiting);
    return given;
  }

  private void lose(Line line, Claim claim, String location, long units) {
    claim.reserved.merge(location, -units, Long::sum);
    claim.reserved.remove(location, 0L);
    claim.waiting = Floor.exactSum(claim.waiting, units);
    diary.tell("LostReservation", line.id(), units, Floor.at(line.sku(), location));
  }

  /** What is delivered complete keeps nothing once a unit is lost, but what is not tracked. */
  private boolean loseAll(Line line) {
    boolean any = false;
    for (Claim claim : line.claims) {
      for (Map.Entry<String, Long> each : new TreeMap<>(claim.reserved).entrySet()) {
        if (!each.getKey().equals(Floor.NOWHERE)) {
          lose(line, claim, each.getKey(), each.getValue());
          any = true;
        }
      }
    }
    return any;
  }

  /** Units of a hold that is over go to who waits before they can be moved. */
  void transfer(Paper.Transfer paper) {
    Paper.Units units = paper.units();
    floor.requireKnown(units.location());
    floor.requireKnown(paper.to());
    new Allocation(floor, diary).allocate(Set.of(units.sku()));
    if (units.quantity() > floor.free(units.sku(), units.location())) {
      throw new Refused("INSUFFICIENT_STOCK");
    }
    books.onHand.merge(Floor.at(units.sku(), units.location()), -units.quantity(), Long::sum);
    books.onHand.merge(Floor.at(units.sku(), paper.to()), units.quantity(), Long::sum);
    diary.tell("Transferred", units.sku(), units.location(), paper.to(), units.quantity());
    new Allocation(floor, diary).allocate(Set.of(units.sku()));
  }

  /** A hold never makes anybody wait. */
  void hold(Paper.Hold paper) {
    OrderClerk orders = new OrderClerk(shop, books, floor, diary);
    orders.requireLots(paper.lines());
    orders.addUp(paper.lines(), diary.faults);
    Set<String> skus = new LinkedHashSet<>();
    paper.lines().forEach(line -> skus.add(line.sku()));
    orders.serveBefore(skus);
    Cart cart = new Cart(paper.hold(), books.now.plusSeconds(paper.seconds()));
    books.carts.add(cart);
    for (Paper.Ask ask : paper.lines()) {
      Basket basket = new Basket(ask, new TreeMap<>());
      cart.baskets.add(basket);
      if (!shop.item(ask.sku()).isTracked()) {
        continue;
      }
      if (ask.quantity() > floor.reachable(ask.sku(), "")) {
        diary.faults.add("INSUFFICIENT_STOCK");
      }
      for (Floor.Source source : floor.sources(ask.sku(), "", ask.quantity())) {
        basket.held().put(source.location(), source.units());
      }
    }
    diary.tell("HoldPlaced", cart.id);
  }

  void release(Paper.Release paper) {
    Cart cart = floor.cart(paper.hold());
    if (cart.state == CartState.CONFIRMED || cart.state == CartState.RELEASED) {
      throw new Refused("ALREADY_CLOSED");
    }
    if (!cart.isLive(books.now)) {
      throw new Refused("HOLD_EXPIRED");
    }
    cart.state = CartState.RELEASED;
    diary.tell("HoldReleased", cart.id);
    allocate(cart);
  }

  private void allocate(Cart cart) {
    Set<String> skus = new LinkedHashSet<>();
    cart.baskets.forEach(basket -> skus.add(basket.ask().sku()));
    new Allocation(floor, diary).allocate(skus);
  }

  /** The hold that ended first is told first, and of two at once that of the smaller number. */
  void expire() {
    Set<String> skus = new LinkedHashSet<>();
    List<Cart> byEnd = new ArrayList<>(books.carts);
    byEnd.sort(Comparator.comparing((Cart cart) -> cart.until).thenComparing(cart -> cart.id));
    for (Cart cart : byEnd) {
      if (cart.state == CartState.OPEN && !cart.isLive(books.now)) {
        cart.state = CartState.SWEPT;
        diary.tell("HoldExpired", cart.id);
        cart.baskets.forEach(basket -> skus.add(basket.ask().sku()));
      }
    }
    new Allocation(floor, diary).allocate(skus);
  }
}
