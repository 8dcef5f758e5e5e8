package io.backorder.picking;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.backorder.demand.OrderId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The pick lists of one wave.
 *
 * <p>Every unit given is on exactly one list, each list within the limits and of one location. Lists are
 * numbered behind the wave's name, {@code W7-1}, {@code W7-2} and so on; the same units give the same lists
 * in whatever order they are given. What an order takes from one bin is divided only if it does not fit on
 * a tour. This type is immutable and thread-safe.
 */
public final class PickPlan {

  private final List<PickList> lists;

  private PickPlan(List<PickList> lists) {
    this.lists = lists;
  }

  /**
   * Returns lists of one order each; one that exceeds the limits, or lies at several locations, has
   * several.
   *
   * @param wave the wave's name, at most 50 characters
   * @param units the units to pick, an order line once a location
   * @param bins where they lie
   * @param limits what fits on one tour
   * @return the plan
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if an order line is given twice for a
   *     location, with {@code LIMIT_EXCEEDED} if a unit fits on no tour
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LOCATION} if an item has no
   *     bin
   */
  public static PickPlan byOrder(
      String wave, List<ReservedUnits> units, BinPlan bins, PickLimits limits) {
    List<Basket> tours = new ArrayList<>();
    for (List<ReservedUnits> ofLocation : byLocation(units).values()) {
      tours.addAll(baskets(ofLocation, bins, limits));
    }
    return numbered(wave, tours, bins);
  }

  /**
   * Returns lists of several orders each, put together so that few bins are visited.
   *
   * @param wave the wave's name, at most 50 characters
   * @param units the units to pick, an order line once a location
   * @param bins where they lie
   * @param limits what fits on one tour
   * @return the plan
   * @throws InvalidValueException as {@link #byOrder}
   */
  public static PickPlan batched(
      String wave, List<ReservedUnits> units, BinPlan bins, PickLimits limits) {
    List<Basket> tours = new ArrayList<>();
    for (List<ReservedUnits> ofLocation : byLocation(units).values()) {
      tours.addAll(Batching.of(baskets(ofLocation, bins, limits), limits));
    }
    return numbered(wave, tours, bins);
  }

  /**
   * Returns lists of one zone each, with several orders, put together so that few bins are visited. What an
   * order has in several zones meets again at {@link #consolidation}.
   *
   * @param wave the wave's name, at most 50 characters
   * @param units the units to pick, an order line once a location
   * @param bins where they lie
   * @param limits what fits on one tour
   * @return the plan
   * @throws InvalidValueException as {@link #byOrder}
   */
  public static PickPlan zoned(
      String wave, List<ReservedUnits> units, BinPlan bins, PickLimits limits) {
    List<Basket> tours = new ArrayList<>();
    for (List<ReservedUnits> ofLocation : byLocation(units).values()) {
      Map<String, List<ReservedUnits>> zones =
          grouped(ofLocation, each -> bins.bin(each.shelf()).zone());
      for (List<ReservedUnits> ofZone : zones.values()) {
        tours.addAll(Batching.of(baskets(ofZone, bins, limits), limits));
      }
    }
    return numbered(wave, tours, bins);
  }

  private static Map<LocationId, List<ReservedUnits>> byLocation(List<ReservedUnits> units) {
    Set<Slot> seen = new HashSet<>();
    for (ReservedUnits each : units) {
      if (!seen.add(Slot.of(each))) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "lines to pick must be given once a location: %s at %s"
                .formatted(each.line(), each.units().location()),
            Facts.of("order", each.line().order())
                .and("line", each.line().line())
                .and("location", each.units().location()));
      }
    }
    return grouped(units, each -> each.units().location());
  }

  private static <K> Map<K, List<ReservedUnits>> grouped(
      List<ReservedUnits> units, Function<ReservedUnits, K> key) {
    return units.stream().collect(groupingBy(key, TreeMap::new, toCollection(ArrayList::new)));
  }

  private static List<Basket> baskets(List<ReservedUnits> units, BinPlan bins, PickLimits limits) {
    requireNonNull(limits, "limits");
    List<Basket> baskets = new ArrayList<>();
    grouped(units, each -> each.line().order())
        .values()
        .forEach(order -> baskets.addAll(Packing.of(order, bins, limits)));
    return baskets;
  }

  private static PickPlan numbered(String wave, List<Basket> tours, BinPlan bins) {
    Identifiers.require("wave", wave);
    List<PickList> lists = new ArrayList<>();
    for (Basket tour : tours) {
      List<PickLine> lines = tour.byLine().stream()
          .sorted(alongTheWay(bins))
          .map(each -> PickLine.of(bins.bin(each.shelf()), each))
          .toList();
      lists.add(
          new PickList(wave + "-" + (lists.size() + 1), lines.get(0).bin().location(), lines));
    }
    return new PickPlan(List.copyOf(lists));
  }

  private static Comparator<ReservedUnits> alongTheWay(BinPlan bins) {
    return Comparator.comparingInt(
            (ReservedUnits each) -> bins.rank(bins.face(each.shelf()).bin()))
        .thenComparing(ReservedUnits.BY_LINE);
  }

  /**
   * Returns the lists.
   *
   * @return the lists, by number
   */
  public List<PickList> lists() {
    return lists;
  }

  /**
   * Returns how often a picker stops at a bin.
   *
   * @return the bins of each list, over all lists
   */
  public long visits() {
    return lists.stream().mapToLong(list -> list.bins().size()).sum();
  }

  /**
   * Returns from which lists the parts of each order come. How far they have come by now is told by {@link
   * PickFloor#bench}.
   *
   * @return the orders, by number
   */
  public List<Consolidation> consolidation() {
    Map<OrderId, Set<String>> parts = new TreeMap<>();
    for (PickList list : lists) {
      list.orders()
          .forEach(order ->
              parts.computeIfAbsent(order, key -> new LinkedHashSet<>()).add(list.id()));
    }
    return parts.entrySet().stream()
        .map(each -> new Consolidation(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  /**
   * An order, and where its parts come from.
   *
   * @param order the order
   * @param lists the numbers of the lists, in the order of the plan
   */
  public record Consolidation(OrderId order, List<String> lists) {

    /** Copies the numbers. */
    public Consolidation {
      requireNonNull(order, "order");
      lists = List.copyOf(lists);
    }
  }
}
