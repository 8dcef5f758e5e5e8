package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The days of waiting lines, found by handing out unit by unit what supplies will bring. */
final class NaivePromises {

  private final Map<OrderLineId, Optional<LocalDate>> days = new HashMap<>();
  private final Map<OrderId, List<OrderLineId>> complete = new HashMap<>();

  private NaivePromises() {}

  static Map<OrderLineId, Optional<LocalDate>> of(
      Inventory inventory, List<Sku> skus, Instant now) {
    NaivePromises promises = new NaivePromises();
    for (Sku sku : skus) {
      promises.handOut(units(inventory, sku, now), inventory.waiting(sku, Integer.MAX_VALUE));
    }
    promises.complete.values().forEach(promises::agree);
    return promises.days;
  }

  /** One day for each unit that is to come, earliest first; what is overdue is to come no more. */
  private static List<LocalDate> units(Inventory inventory, Sku sku, Instant now) {
    List<LocalDate> units = new ArrayList<>();
    for (SupplyStatus supply : inventory.supplies(sku)) {
      if (!supply.supply().due().isBefore(now)) {
        for (long unit = 0; unit < supply.expected().units(); unit++) {
          units.add(supply.supply().dueDay());
        }
      }
    }
    units.sort(Comparator.naturalOrder());
    return units;
  }

  private void handOut(List<LocalDate> units, List<WaitingLine> queue) {
    for (WaitingLine line : queue) {
      int need = (int) line.waiting().units();
      boolean whole = line.terms().delivery() != DeliveryRule.PARTIAL;
      Optional<LocalDate> day =
          units.size() < need ? Optional.empty() : Optional.of(units.get(need - 1));
      if (!whole) {
        units.subList(0, Math.min(need, units.size())).clear();
      } else if (day.isPresent()) {
        int last = units.lastIndexOf(day.orElseThrow());
        units.subList(last + 1 - need, last + 1).clear();
      }
      days.merge(line.id(), day, NaivePromises::later);
      if (line.terms().delivery() == DeliveryRule.COMPLETE_ORDER) {
        complete.computeIfAbsent(line.id().order(), key -> new ArrayList<>()).add(line.id());
      }
    }
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return one.orElseThrow().isAfter(other.orElseThrow()) ? one : other;
  }

  private void agree(List<OrderLineId> lines) {
    Optional<LocalDate> latest = lines.stream()
        .map(line -> Objects.requireNonNull(days.get(line)))
        .reduce(NaivePromises::later)
        .orElseThrow();
    lines.forEach(line -> days.put(line, latest));
  }
}
