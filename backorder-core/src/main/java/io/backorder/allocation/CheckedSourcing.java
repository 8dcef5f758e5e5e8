package io.backorder.allocation;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a sourcing rule to the contract of {@link Sourcing}. */
record CheckedSourcing(Sourcing rule, Quantity lot) implements Sourcing {

  @Override
  public List<StockUnits> source(Quantity wanted, List<StockUnits> candidates) {
    List<StockUnits> sources = rule.source(wanted, candidates);
    if (rule instanceof StandardSourcing) {
      return sources;
    }
    Map<LocationId, Long> left = new HashMap<>();
    candidates.forEach(each -> left.put(each.location(), each.quantity().units()));
    long missing = wanted.units();
    for (StockUnits source : sources) {
      long there = left.getOrDefault(source.location(), 0L);
      long units = source.quantity().units();
      if (units < 1 || units > there || units % lot.units() != 0) {
        throw broken(source + " must be 1 to " + there + " units in lots of " + lot, units, there);
      }
      left.put(source.location(), there - units);
      missing -= units;
    }
    if (missing != 0) {
      throw broken(
          "sources must add up to %s units: %d".formatted(wanted, wanted.units() - missing),
          wanted.units() - missing,
          wanted.units());
    }
    return sources;
  }

  private PolicyViolationException broken(String problem, long asked, long allowed) {
    return new PolicyViolationException(
        ErrorCode.POLICY_VIOLATION,
        "sourcing %s: %s".formatted(rule, problem),
        Facts.of("asked", asked).and("allowed", allowed));
  }
}
