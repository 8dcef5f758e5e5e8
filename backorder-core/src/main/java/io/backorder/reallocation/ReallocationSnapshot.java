package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.Guard;
import io.backorder.allocation.Sourcing;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One or several items at a moment, with everybody who has units of them or waits for some: what a run
 * works on.
 *
 * <p>Items are kept by name and lines by place, so that the order in which they are given does not
 * matter. This type is immutable.
 *
 * @param at the moment
 * @param items the items, at least one, each once
 */
public record ReallocationSnapshot(Instant at, List<Item> items) {

  /** Sorts the items; rejects none, and an item or a line that stands twice. */
  public ReallocationSnapshot {
    requireNonNull(at, "at");
    if (requireNonNull(items, "items").isEmpty()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "items of a snapshot must be at least 1: 0",
          Facts.of("asked", 0).and("allowed", 1));
    }
    items = items.stream().sorted(Comparator.comparing(Item::sku)).toList();
    requireOnce(items);
  }

  private static void requireOnce(List<Item> items) {
    Set<OrderLineId> lines = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Sku sku = items.get(i).sku;
      if (i > 0 && sku.equals(items.get(i - 1).sku)) {
        throw twice("item", sku);
      }
      for (OpenLine line : items.get(i).lines) {
        if (!lines.add(line.id())) {
          throw twice("line", line.id());
        }
      }
    }
  }

  private static InvalidValueException twice(String name, Object value) {
    return new InvalidValueException(
        ErrorCode.DUPLICATE_LINE,
        "%s must stand once in a snapshot: %s".formatted(name, value),
        Facts.of(name, value));
  }

  /**
   * Returns the day of the moment.
   *
   * @return the day in UTC
   */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /**
   * Returns the versions of the items.
   *
   * @return the number of each item's ledger records at the moment, by item
   */
  public Map<Sku, Long> versions() {
    Map<Sku, Long> versions = new TreeMap<>();
    items.forEach(item -> versions.put(item.sku, item.version));
    return versions;
  }

  /**
   * An item: its units, and its open lines.
   *
   * @param sku the item
   * @param version its version, zero or more
   * @param supply its units
   * @param lines the lines that have units of it or wait for some
   */
  public record Item(Sku sku, long version, Supply supply, List<OpenLine> lines) {

    private static final Comparator<OpenLine> BY_PLACE = Comparator.comparing(OpenLine::place);

    /** Sorts the lines by place; rejects a negative version. */
    public Item {
      requireNonNull(sku, "sku");
      requireNonNull(supply, "supply");
      if (version < 0) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "version of %s must not be negative: %d".formatted(sku, version),
            Facts.of("sku", sku).and("asked", version));
      }
      List<OpenLine> sorted = new ArrayList<>(requireNonNull(lines, "lines"));
      sorted.sort(BY_PLACE);
      lines = List.copyOf(sorted);
    }
  }

  /**
   * The units of one item that a run may share out, and by what rules.
   *
   * <p>At each location these are the units on hand that no cart holds: those that lines have, and those
   * that are free. This type is immutable, and thread-safe if the host's functions in it are.
   */
  public static final class Supply {

    private final List<Location> locations;
    private final long[] units;
    private final Terms terms;
    private final Host host;

    private Supply(List<Location> locations, long[] units, Terms terms, Host host) {
      this.locations = locations;
      this.units = units;
      this.terms = terms;
      this.host = host;
    }

    private record Terms(long buffer, long lot) {}

    /** What the host decides: where units are taken, and what keeps them back. */
    private record Host(Sourcing sourcing, Guard guard, Map<Tally, Long> taken) {}

    /**
     * Returns a supply without buffer, sold singly, taken from the best ranked location first.
     *
     * @param byRank the locations, best first, at least one
     * @param units the units at each location that lines have or that are free; where more is confirmed
     *     than is there, fewer than lines have
     * @return the supply
     * @throws InvalidValueException with {@code INVALID_QUANTITY} if a number is negative, or there are
     *     not as many as locations
     */
    public static Supply of(List<Location> byRank, long... units) {
      List<Location> locations = List.copyOf(requireNonNull(byRank, "byRank"));
      requireNonNull(units, "units");
      requireOneEach(locations.size(), units.length);
      for (long each : units) {
        if (each < 0) {
          throw refused("units at a location", each, 0);
        }
      }
      return new Supply(
          locations,
          units.clone(),
          new Terms(0, 1),
          new Host(Sourcing.rank(), Guard.none(), Map.of()));
    }

    private static void requireOneEach(int locations, int numbers) {
      if (locations == 0 || locations != numbers) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "locations must be as many as numbers of units, at least 1: %d and %d"
                .formatted(locations, numbers),
            Facts.of("asked", locations).and("allowed", numbers));
      }
    }

    private static InvalidValueException refused(String name, long asked, long allowed) {
      return new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "%s must be %d or more: %d".formatted(name, allowed, asked),
          Facts.of("asked", asked).and("allowed", allowed));
    }

    /**
     * Withholds units as buffer. Free units up to the buffer stay free; what lines have was never part of
     * it.
     *
     * @param buffer the units, over all locations together
     * @return the supply
     */
    public Supply withholding(Quantity buffer) {
      return new Supply(
          locations, units, new Terms(requireNonNull(buffer, "buffer").units(), terms.lot), host);
    }

    /**
     * Has units confirmed in whole lots at each location.
     *
     * @param lot the units of a lot, at least 1
     * @return the supply
     */
    public Supply inLotsOf(Quantity lot) {
      if (requireNonNull(lot, "lot").isZero()) {
        throw refused("lot", 0, 1);
      }
      return new Supply(locations, units, new Terms(terms.buffer, lot.units()), host);
    }

    /**
     * Has locations chosen by another rule.
     *
     * @param sourcing from which locations gained units are taken
     * @return the supply
     */
    public Supply sourcedBy(Sourcing sourcing) {
      requireNonNull(sourcing, "sourcing");
      return new Supply(locations, units, terms, new Host(sourcing, host.guard, host.taken));
    }

    /**
     * Has gains held to a guard, as an allocation is.
     *
     * @param guard what keeps units back
     * @param taken the units that count against each group by now
     * @return the supply
     */
    public Supply guardedBy(Guard guard, Map<Tally, Long> taken) {
      requireNonNull(guard, "guard");
      return new Supply(
          locations,
          units,
          terms,
          new Host(host.sourcing, guard, Map.copyOf(requireNonNull(taken, "taken"))));
    }

    /**
     * Returns the locations.
     *
     * @return the locations, best ranked first
     */
    public List<Location> locations() {
      return locations;
    }

    /**
     * Returns the units at one location that lines have or that are free.
     *
     * @param rank the location's rank, from 0
     * @return the units
     */
    public long units(int rank) {
      return units[rank];
    }

    long buffer() {
      return terms.buffer;
    }

    long lot() {
      return terms.lot;
    }

    Sourcing sourcing() {
      return host.sourcing;
    }

    Guard guard() {
      return host.guard;
    }

    Map<Tally, Long> taken() {
      return host.taken;
    }

    @Override
    public String toString() {
      long sum = 0;
      for (long each : units) {
        sum += each;
      }
      return "%d units at %d locations".formatted(sum, units.length);
    }
  }
}
