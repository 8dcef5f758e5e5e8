package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Sourcing;
import io.backorder.promise.Inbound;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseRules;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.Locations;
import io.backorder.storefront.BackorderTerms;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

/**
 * What decisions go by: the locations, the terms of the items, who is served and from where, and the
 * limits.
 *
 * <p>This type is immutable; it is as thread-safe as the host's functions in it.
 *
 * @param locations the locations, in rank order
 * @param terms the terms of each item, and what the shop agrees to
 * @param allocation who is served, and from where
 * @param limits the most that is taken
 */
public record Rules(Locations locations, Terms terms, Allocation allocation, Limits limits) {

  /** Rejects missing parts. */
  public Rules {
    requireNonNull(locations, "locations");
    requireNonNull(terms, "terms");
    requireNonNull(allocation, "allocation");
    requireNonNull(limits, "limits");
  }

  /**
   * On which terms each item is sold. How many units may wait is said by both, and the stricter binds.
   *
   * @param items gives the terms of an item
   * @param backorders gives what the shop agrees to when it is backordered
   */
  public record Terms(Function<Sku, ItemTerms> items, Function<Sku, BackorderTerms> backorders) {

    /** Rejects missing parts. */
    public Terms {
      requireNonNull(items, "items");
      requireNonNull(backorders, "backorders");
    }
  }

  /**
   * Who is served, from where, and what is promised to the others.
   *
   * @param policy who gets scarce units
   * @param sourcing from which locations units are taken
   * @param promising how supplies become days
   */
  public record Allocation(AllocationPolicy policy, Sourcing sourcing, Promising promising) {

    /** Rejects missing parts. */
    public Allocation {
      requireNonNull(policy, "policy");
      requireNonNull(sourcing, "sourcing");
      requireNonNull(promising, "promising");
    }
  }

  /**
   * How supplies become days that can be promised.
   *
   * @param rules the rules
   * @param records gives what is known of a supplier; nothing where a supply names none
   */
  public record Promising(PromiseRules rules, Function<SupplierId, SupplierScorecard> records) {

    /** Rejects missing parts. */
    public Promising {
      requireNonNull(rules, "rules");
      requireNonNull(records, "records");
    }

    /** What is still to come of a supply, and for which days. */
    Inbound inbound(SupplyStatus supply, Instant now) {
      SupplierScorecard record =
          supply.supply().supplier().map(records).orElseGet(SupplierScorecard::empty);
      return rules
          .inbound(supply.supply(), supply.expected(), record, now)
          .announcedAs(supply.announcement());
    }

    /** The promise of kits, which are there when the last of their parts is. */
    static Promise kits(long kits, List<Promise> parts) {
      return Promise.ofAll(Quantity.of(kits), parts);
    }

    /** The moment before which a supply was due that time has caught up with. */
    Instant reached(Instant now) {
      Instant handled = rules.calendar().at(rules.calendar().handledOn(now), LocalTime.MIN);
      return handled.isAfter(now) ? handled : now;
    }

    /** The day of now. */
    LocalDate today(Instant now) {
      return rules.calendar().day(now);
    }

    /** The first day for which a unit can be promised: a working day, never before the item's release. */
    LocalDate firstDay(ItemTerms terms, Instant now) {
      LocalDate day = rules.shelfDay(now);
      return terms
          .release()
          .filter(day::isBefore)
          .map(rules.calendar()::onOrAfter)
          .orElse(day);
    }
  }

  /** These rules under another policy. */
  Rules with(AllocationPolicy policy) {
    return new Rules(
        locations,
        terms,
        new Allocation(policy, allocation.sourcing, allocation.promising),
        limits);
  }

  /** These rules at other locations, of the same names in the same ranks. */
  Rules at(Locations others) {
    return new Rules(others, terms, allocation, limits);
  }

  Promising promising() {
    return allocation.promising;
  }

  AllocationPolicy policy() {
    return allocation.policy;
  }

  Sourcing sourcing() {
    return allocation.sourcing;
  }

  /**
   * Returns the terms of an item as they bind.
   *
   * @param sku the item
   * @return its terms; no more units may wait than the shop has agreed to
   */
  public ItemTerms termsOf(Sku sku) {
    ItemTerms its =
        requireNonNull(terms.items.apply(requireNonNull(sku, "sku")), () -> "terms of " + sku);
    BackorderAllowance stricter = its.backorders().and(agreedOn(sku).allowance());
    return stricter == its.backorders() ? its : its.withBackorders(stricter);
  }

  /**
   * Returns what the shop agrees to when an item is backordered, as it binds.
   *
   * @param sku the item
   * @return the terms, with as many units that may wait as the terms of the item permit too
   */
  public BackorderTerms backorderTermsOf(Sku sku) {
    return agreedOn(requireNonNull(sku, "sku")).withAllowance(termsOf(sku).backorders());
  }

  /** What the shop agrees to, without regard to the terms of the item. */
  BackorderTerms agreedOn(Sku sku) {
    return requireNonNull(terms.backorders.apply(sku), () -> "backorder terms of " + sku);
  }
}
