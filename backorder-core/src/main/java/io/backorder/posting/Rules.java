package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Sourcing;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Sku;
import io.backorder.store.Locations;
import java.util.function.Function;

/**
 * What decisions go by: the locations, the terms of the items, who is served and from where, and the
 * limits.
 *
 * <p>This type is immutable; it is as thread-safe as the host's functions in it.
 *
 * @param locations the locations, in rank order
 * @param terms the terms of each item
 * @param allocation who is served, and from where
 * @param limits the most that is taken
 */
public record Rules(
    Locations locations, Function<Sku, ItemTerms> terms, Allocation allocation, Limits limits) {

  /** Rejects missing parts. */
  public Rules {
    requireNonNull(locations, "locations");
    requireNonNull(terms, "terms");
    requireNonNull(allocation, "allocation");
    requireNonNull(limits, "limits");
  }

  /**
   * Who is served, and from where.
   *
   * @param policy who gets scarce units
   * @param sourcing from which locations units are taken
   */
  public record Allocation(AllocationPolicy policy, Sourcing sourcing) {

    /** Rejects missing parts. */
    public Allocation {
      requireNonNull(policy, "policy");
      requireNonNull(sourcing, "sourcing");
    }
  }

  /** These rules under another policy. */
  Rules with(AllocationPolicy policy) {
    return new Rules(locations, terms, new Allocation(policy, allocation.sourcing), limits);
  }

  /** These rules at other locations, of the same names in the same ranks. */
  Rules at(Locations others) {
    return new Rules(others, terms, allocation, limits);
  }

  AllocationPolicy policy() {
    return allocation.policy;
  }

  Sourcing sourcing() {
    return allocation.sourcing;
  }

  ItemTerms termsOf(Sku sku) {
    return requireNonNull(terms.apply(sku), () -> "terms of " + sku);
  }
}
