package io.backorder.examples.realyear;

import io.backorder.demand.CustomerId;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.stock.Location;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts events into days, and gives every sale the priority of its customer's {@link CustomerClass} at
 * that moment. Nothing that happens later is looked at.
 */
final class YearBuilder {

  private final List<RetailEvent> events = new ArrayList<>();

  void add(RetailEvent event) {
    events.add(event);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  LocalDate firstDate() {
    return events.stream().map(YearBuilder::date).min(LocalDate::compareTo).orElseThrow();
  }

  LocalDate lastDate() {
    return events.stream().map(YearBuilder::date).max(LocalDate::compareTo).orElseThrow();
  }

  private static LocalDate date(RetailEvent event) {
    return event.at().toLocalDate();
  }

  /** Returns the year of the events from one date to another; those outside are left out. */
  RetailYear build(RetailYear.About about, List<Location> locations, LocalDate from, LocalDate to) {
    // the sort is stable, so events of one moment keep the order in which they were added
    events.sort(Comparator.comparing(RetailEvent::at));
    List<List<RetailEvent>> days = new ArrayList<>();
    for (long day = 0; day <= ChronoUnit.DAYS.between(from, to); day++) {
      days.add(new ArrayList<>());
    }
    Map<CustomerId, Integer> orders = new HashMap<>();
    for (RetailEvent event : events) {
      long day = ChronoUnit.DAYS.between(from, date(event));
      RetailEvent known = event instanceof Sale sale ? prioritized(sale, orders) : event;
      if (day >= 0 && day < days.size()) {
        days.get(Math.toIntExact(day)).add(known);
      }
    }
    return new RetailYear(about, locations, from, days);
  }

  private static Sale prioritized(Sale sale, Map<CustomerId, Integer> orders) {
    int earlier = sale.order()
        .terms()
        .customer()
        .map(customer -> orders.merge(customer, 1, Integer::sum) - 1)
        .orElse(0);
    return sale.prioritized(CustomerClass.of(earlier).priority());
  }
}
