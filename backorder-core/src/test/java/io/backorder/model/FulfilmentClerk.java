package io.backorder.model;

import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ships, cancels, changes and takes back: the documents about an order that is there. */
record FulfilmentClerk(Shop shop, Books books, Floor floor, Diary diary) {

  /** Nothing of a closed order can be shipped, cancelled or changed; it may lack the line as well. */
  private Sale openSale(String order, String... lines) {
    Sale sale = floor.sale(order);
    if (!sale.isOpen()) {
      diary.faults.add("ALREADY_CLOSED");
      for (String line : lines) {
        floor.line(order, line);
      }
      throw new Refused(diary.faults);
    }
    return sale;
  }

  void ship(Paper.ShipAll paper) {
    Sale sale = openSale(paper.order());
    boolean nothing = true;
    for (Line line : sale.lines) {
      long reserved = line.reserved();
      if (reserved > 0) {
        send(line, reserved, "");
        nothing = false;
      }
    }
    if (nothing) {
      throw new Refused("NOTHING_TO_SHIP");
    }
    allocate(sale);
  }

  void ship(Paper.Ship paper) {
    String[] lines = paper.lines().stream().map(Paper.Pick::line).toArray(String[]::new);
    Sale sale = openSale(paper.order(), lines);
    for (Paper.Pick pick : paper.lines()) {
      try {
        Line line = floor.line(sale.id, pick.line());
        if (!pick.location().isEmpty()) {
          floor.requireKnown(pick.location());
        }
        send(line, pick.quantity(), pick.location());
      } catch (Refused e) {
        diary.faults.addAll(e.codes());
      }
    }
    allocate(sale);
  }

  /** Takes the units that joined first, and of these those at the best location. */
  private void send(Line line, long units, String only) {
    long missing = units;
    for (String location : placesOf(only)) {
      for (Claim claim : line.claims) {
        long taken = Math.min(missing, claim.reserved.getOrDefault(location, 0L));
        if (taken > 0) {
          take(claim, location, taken);
          line.shipped += taken;
          if (!location.equals(Floor.NOWHERE)) {
            books.onHand.merge(Floor.at(line.sku(), location), -taken, Long::sum);
          }
          diary.tell("Shipped", line.id(), taken, Floor.at(line.sku(), location));
          missing -= taken;
        }
      }
    }
    if (missing > 0) {
      throw new Refused("NOT_RESERVED");
    }
  }

  private List<String> placesOf(String only) {
    if (!only.isEmpty()) {
      return List.of(only);
    }
    List<String> places = new ArrayList<>();
    places.add(Floor.NOWHERE);
    shop.places().forEach(place -> places.add(place.id()));
    return places;
  }

  private static void take(Claim claim, String location, long units) {
    claim.reserved.merge(location, -units, Long::sum);
    claim.reserved.remove(location, 0L);
  }

  void cancel(Paper.CancelAll paper) {
    Sale sale = openSale(paper.order());
    for (Line line : sale.lines) {
      if (line.open() > 0) {
        cancel(line, line.open());
      }
    }
    allocate(sale);
  }

  void cancel(Paper.CancelLine paper) {
    openSale(paper.order(), paper.line());
    Line line = floor.line(paper.order(), paper.line());
    if (line.open() == 0) {
      throw new Refused("ALREADY_CLOSED");
    }
    cancel(line, line.open());
    allocate(line.sale);
  }

  void cancel(Paper.CancelUnits paper) {
    openSale(paper.order(), paper.line());
    Line line = floor.line(paper.order(), paper.line());
    boolean inLots = paper.quantity() % shop.item(line.sku()).keeping().lot() == 0;
    boolean all = paper.quantity() == line.open();
    if (paper.quantity() > line.open() || !(inLots || all)) {
      throw new Refused("INVALID_QUANTITY");
    }
    cancel(line, paper.quantity());
    allocate(line.sale);
  }

  private void cancel(Line line, long units) {
    giveUp(line, units);
    line.cancelled += units;
    diary.tell("Cancelled", line.id(), units);
  }

  /**
   * Waiting units go before reserved ones, and of each kind those that joined last. Of one claim's,
   * those at the worst location go first, which the text leaves open.
   */
  private void giveUp(Line line, long units) {
    List<Claim> lastFirst = new ArrayList<>(line.claims);
    Collections.reverse(lastFirst);
    long left = units;
    for (Claim claim : lastFirst) {
      long dropped = Math.min(left, claim.waiting);
      claim.waiting -= dropped;
      left -= dropped;
    }
    List<String> worstFirst = new ArrayList<>(placesOf(""));
    Collections.reverse(worstFirst);
    for (Claim claim : lastFirst) {
      for (String location : worstFirst) {
        long freed = Math.min(left, claim.reserved.getOrDefault(location, 0L));
        if (freed > 0) {
          take(claim, location, freed);
          diary.tell("Released", line.id(), freed, Floor.at(line.sku(), location));
          left -= freed;
        }
      }
    }
  }

  /**
   * A document about an order touches all items of the order, also where it does nothing itself: so
   * units of holds that are over go to who waits. The text can be read either way, and a return is
   * about its own item alone.
   */
  private void allocate(Sale sale) {
    Set<String> skus = new LinkedHashSet<>();
    sale.lines.forEach(line -> skus.add(line.sku()));
    new Allocation(floor, diary).allocate(skus);
  }

  void change(Paper.Change paper) {
    openSale(paper.order(), paper.line());
    Line line = floor.line(paper.order(), paper.line());
    long gone = line.shipped + line.cancelled + line.refused;
    if (paper.quantity() < gone
        || paper.quantity() % shop.item(line.sku()).keeping().lot() != 0) {
      throw new Refused("INVALID_QUANTITY");
    }
    long before = line.ordered();
    if (paper.quantity() > before) {
      diary.tell("Changed", line.id(), before, paper.quantity());
      new OrderClerk(shop, books, floor, diary).raise(line, paper.quantity() - before);
    } else if (paper.quantity() < before) {
      giveUp(line, before - paper.quantity());
      diary.tell("Changed", line.id(), before, paper.quantity());
    }
    allocate(line.sale);
  }

  /** What was shipped stays as it is; what came back is counted beside it. */
  void takeBack(Paper.Return paper) {
    Line line = floor.line(paper.order(), paper.line());
    String location = paper.units().location();
    floor.requireKnown(location);
    long units = paper.units().quantity();
    if (units > line.shipped - line.returned) {
      throw new Refused("NOT_SHIPPED");
    }
    line.returned += units;
    diary.tell("Returned", line.id(), units, Floor.at(line.sku(), location));
    if (paper.fate() == Paper.Fate.RESTOCKED && shop.item(line.sku()).isTracked()) {
      books.onHand.merge(Floor.at(line.sku(), location), units, Floor::exactSum);
    }
    new Allocation(floor, diary).allocate(Set.of(line.sku()));
  }
}
