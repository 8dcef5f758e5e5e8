package io.backorder.examples.realyear;

import io.backorder.assortment.AbcAnalysis;
import io.backorder.assortment.AbcClass;
import io.backorder.assortment.DemandClass;
import io.backorder.assortment.DemandPattern;
import io.backorder.forecast.DemandHistory;
import io.backorder.stock.Sku;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What kind of item each shelf holds, by how demand comes and by how much of it there is, as far as the days
 * that may be looked at tell.
 */
final class ItemKinds {

  private final Map<Shelf, Kind> kinds = new HashMap<>();

  /**
   * A kind of item.
   *
   * @param pattern how demand comes
   * @param volume whether it makes much of the units
   */
  record Kind(DemandClass pattern, AbcClass volume) {}

  /** Returns the kinds, from the first days alone. */
  static ItemKinds of(Map<Shelf, long[]> demand, int days) {
    Map<Sku, Double> volumes = new TreeMap<>();
    Map<Sku, Shelf> shelves = new HashMap<>();
    demand.forEach((shelf, units) -> {
      Sku key = Sku.of("shelf " + shelves.size());
      shelves.put(key, shelf);
      volumes.put(key, (double) Arrays.stream(units, 0, days).sum());
    });
    ItemKinds kinds = new ItemKinds();
    if (volumes.values().stream().mapToDouble(Double::doubleValue).sum() > 0) {
      for (AbcAnalysis.Item item : AbcAnalysis.of(volumes).items()) {
        Shelf shelf = shelves.get(item.sku());
        if (shelf != null && item.value() > 0) {
          kinds.kinds.put(
              shelf,
              new Kind(pattern(demand.getOrDefault(shelf, new long[days]), days), item.abcClass()));
        }
      }
    }
    return kinds;
  }

  private static DemandClass pattern(long[] units, int days) {
    double[] seen = Arrays.stream(units, 0, days).asDoubleStream().toArray();
    return DemandPattern.of(DemandHistory.of(seen)).demandClass();
  }

  /** Returns the kind of a shelf; one that has sold nothing yet is lumpy and of class C. */
  Kind of(Shelf shelf) {
    return kinds.getOrDefault(shelf, new Kind(DemandClass.LUMPY, AbcClass.C));
  }
}
