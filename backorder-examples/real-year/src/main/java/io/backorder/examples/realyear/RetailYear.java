package io.backorder.examples.realyear;

import io.backorder.demand.OrderLine;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.stock.Location;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happened in a shop, day by day. The first {@link OrderUpToRule#WINDOW} days are looked at to
 * choose the opening stock; the days after them are replayed.
 *
 * @param about where the year comes from
 * @param locations the locations, best first
 * @param first the date of day 0
 * @param days the events of each day in the order in which they happened; empty on days without
 */
record RetailYear(
    About about, List<Location> locations, LocalDate first, List<List<RetailEvent>> days) {

  /**
   * Where a year comes from.
   *
   * @param title its name
   * @param source who made it, with the licence
   * @param names what items are called, where that is known
   * @param remarks what a reader of the figures should know, one sentence each
   */
  record About(String title, String source, Map<Sku, String> names, List<String> remarks) {}

  /** Rejects a year that ends before there is anything to replay. */
  RetailYear {
    if (days.size() <= OrderUpToRule.WINDOW) {
      throw new BadDataException("days of data must be more than the %d of the opening stock: %d"
          .formatted(OrderUpToRule.WINDOW, days.size()));
    }
  }

  /** Returns the date of a day. */
  LocalDate date(int day) {
    return first.plusDays(day);
  }

  /** Returns the first replayed day. */
  LocalDate opens() {
    return date(OrderUpToRule.WINDOW);
  }

  /** Returns the last replayed day. */
  LocalDate closes() {
    return date(days.size() - 1);
  }

  /** Returns how many days are replayed. */
  int replayedDays() {
    return days.size() - OrderUpToRule.WINDOW;
  }

  /** Returns this year without cancellations, returns and corrections. */
  RetailYear salesOnly() {
    List<List<RetailEvent>> sales = days.stream()
        .map(day -> day.stream().filter(Sale.class::isInstance).toList())
        .toList();
    return new RetailYear(about, locations, first, sales);
  }

  /** Returns the items that appear in it. */
  Set<Sku> items() {
    Set<Sku> items = new TreeSet<>();
    for (List<RetailEvent> day : days) {
      day.forEach(event -> items.addAll(event.items()));
    }
    return items;
  }

  /** Returns the units ordered from each shelf on each day; what was given back later is in. */
  Map<Shelf, long[]> demand() {
    Map<Shelf, long[]> demand = new TreeMap<>();
    for (int day = 0; day < days.size(); day++) {
      for (RetailEvent event : days.get(day)) {
        if (event instanceof Sale sale) {
          count(sale, day, demand);
        }
      }
    }
    return demand;
  }

  private void count(Sale sale, int day, Map<Shelf, long[]> demand) {
    for (OrderLine line : sale.order().lines()) {
      Shelf shelf = new Shelf(line.sku(), sale.home());
      demand.computeIfAbsent(shelf, key -> new long[days.size()])[day] +=
          line.quantity().units();
    }
  }
}
