package io.backorder.storefront;

import io.backorder.demand.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** At most one moment for each customer, the earliest first. */
final class Timetable {

  private record Entry(Instant at, CustomerId customer) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int order = at.compareTo(other.at);
      return order == 0 ? customer.compareTo(other.customer) : order;
    }
  }

  private final TreeSet<Entry> entries = new TreeSet<>();
  private final Map<CustomerId, Entry> byCustomer = new HashMap<>();

  /** Sets a customer's moment, or takes it away. */
  void set(CustomerId customer, Optional<Instant> at) {
    Entry old = byCustomer.remove(customer);
    if (old != null) {
      entries.remove(old);
    }
    at.ifPresent(moment -> {
      Entry entry = new Entry(moment, customer);
      entries.add(entry);
      byCustomer.put(customer, entry);
    });
  }

  Optional<Instant> first() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.first().at());
  }

  /** Takes the earliest customer off whose moment has come. */
  Optional<CustomerId> take(Instant now) {
    if (entries.isEmpty() || entries.first().at().isAfter(now)) {
      return Optional.empty();
    }
    CustomerId customer = entries.first().customer();
    set(customer, Optional.empty());
    return Optional.of(customer);
  }
}
