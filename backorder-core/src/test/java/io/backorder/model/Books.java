package io.backorder.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the model remembers: numbers in lists, nothing added up. */
final class Books {

  Instant now;
  long arrivals;
  final Map<String, Long> onHand = new TreeMap<>();
  final List<Sale> sales = new ArrayList<>();
  final List<Cart> carts = new ArrayList<>();
  final List<Supply> supplies = new ArrayList<>();

  Books(Instant now) {
    this.now = now;
  }

  /** Units of a line that joined the queue at one moment, and how the policy ranks them. */
  static final class Claim {
    final long arrival;
    final List<Long> rank;
    long waiting;
    final Map<String, Long> reserved = new TreeMap<>();

    Claim(long arrival, List<Long> rank, long waiting) {
      this.arrival = arrival;
      this.rank = rank;
      this.waiting = waiting;
    }

    Claim copy() {
      Claim copy = new Claim(arrival, rank, waiting);
      copy.reserved.putAll(reserved);
      return copy;
    }

    long reserved() {
      long units = 0;
      for (long each : reserved.values()) {
        units += each;
      }
      return units;
    }
  }

  /** A line of an order; its claims stand in the order in which they joined. */
  static final class Line {
    final Sale sale;
    final Paper.Ask ask;
    final List<Claim> claims = new ArrayList<>();
    long shipped;
    long cancelled;
    long refused;
    long returned;

    Line(Sale sale, Paper.Ask ask) {
      this.sale = sale;
      this.ask = ask;
    }

    String id() {
      return sale.id + "/" + ask.line();
    }

    String sku() {
      return ask.sku();
    }

    boolean isComplete() {
      return sale.terms.rules().delivery() != Paper.Delivery.PARTIAL;
    }

    long waiting() {
      long units = 0;
      for (Claim claim : claims) {
        units += claim.waiting;
      }
      return units;
    }

    long reserved() {
      long units = 0;
      for (Claim claim : claims) {
        units += claim.reserved();
      }
      return units;
    }

    long open() {
      return waiting() + reserved();
    }

    long ordered() {
      return open() + shipped + cancelled + refused;
    }
  }

  /** An order. */
  static final class Sale {
    final String id;
    final Paper.Terms terms;
    final List<Line> lines = new ArrayList<>();

    Sale(String id, Paper.Terms terms) {
      this.id = id;
      this.terms = terms;
    }

    Sale copy() {
      Sale copy = new Sale(id, terms);
      for (Line line : lines) {
        Line twin = new Line(copy, line.ask);
        line.claims.forEach(claim -> twin.claims.add(claim.copy()));
        twin.shipped = line.shipped;
        twin.cancelled = line.cancelled;
        twin.refused = line.refused;
        twin.returned = line.returned;
        copy.lines.add(twin);
      }
      return copy;
    }

    boolean isWhole() {
      return terms.rules().delivery() == Paper.Delivery.COMPLETE_ORDER;
    }

    /** The lines that wait for an item. */
    List<Line> waiting(String sku) {
      return lines.stream()
          .filter(line -> line.sku().equals(sku) && line.waiting() > 0)
          .toList();
    }

    boolean isOpen() {
      return lines.stream().anyMatch(line -> line.open() > 0);
    }

    String status() {
      if (isOpen()) {
        return lines.stream().anyMatch(line -> line.waiting() > 0) ? "OPEN" : "READY";
      }
      return lines.stream().anyMatch(line -> line.shipped > 0) ? "SHIPPED" : "CANCELLED";
    }
  }

  enum CartState {
    OPEN,
    CONFIRMED,
    RELEASED,
    SWEPT
  }

  /** One line of a cart and where its units are held. */
  record Basket(Paper.Ask ask, Map<String, Long> held) {

    long units() {
      long units = 0;
      for (long each : held.values()) {
        units += each;
      }
      return units;
    }
  }

  /** A hold; those placed later stand later in the list. */
  static final class Cart {
    final String id;
    final Instant until;
    final List<Basket> baskets = new ArrayList<>();
    CartState state = CartState.OPEN;

    Cart(String id, Instant until) {
      this.id = id;
      this.until = until;
    }

    Cart copy() {
      Cart copy = new Cart(id, until);
      copy.state = state;
      baskets.forEach(each -> copy.baskets.add(new Basket(each.ask, new TreeMap<>(each.held))));
      return copy;
    }

    /** A hold counts until the instant of its end, not a moment longer. */
    boolean isLive(Instant at) {
      return state == CartState.OPEN && at.isBefore(until);
    }
  }

  /** What a supplier is to bring; those announced later stand later in the list. */
  static final class Supply {
    final String id;
    final String sku;
    long quantity;
    int due;
    long received;
    boolean closed;

    Supply(String id, String sku) {
      this.id = id;
      this.sku = sku;
    }

    Supply copy() {
      Supply copy = new Supply(id, sku);
      copy.quantity = quantity;
      copy.due = due;
      copy.received = received;
      copy.closed = closed;
      return copy;
    }

    long expected() {
      return closed ? 0 : Math.max(0, quantity - received);
    }
  }

  Books copy() {
    Books copy = new Books(now);
    copy.arrivals = arrivals;
    copy.onHand.putAll(onHand);
    sales.forEach(sale -> copy.sales.add(sale.copy()));
    carts.forEach(cart -> copy.carts.add(cart.copy()));
    supplies.forEach(supply -> copy.supplies.add(supply.copy()));
    return copy;
  }
}
