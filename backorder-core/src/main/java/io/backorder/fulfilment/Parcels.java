package io.backorder.fulfilment;

import io.backorder.fulfilment.ShipmentPart.Goods;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fills parcels first-fit decreasing: the heaviest units first, each into the first parcel with room. It
 * needs at most 11/9 of the fewest parcels possible, and 6/9 of one more (Dosa, 2007).
 *
 * <p>Units of the same weight go in together, and parcels of the same room are kept as one entry, so that
 * a million units cost no more than one.
 */
final class Parcels {

  private final long capacity;
  private List<Same> parcels = new ArrayList<>();

  private Parcels(long capacity) {
    this.capacity = capacity;
  }

  /** Parcels in a row with the same room. */
  private record Same(long room, long count) {}

  /** Returns how many parcels the goods fill. */
  static long of(List<Goods> goods, long capacity) {
    Parcels parcels = new Parcels(capacity);
    goods.stream().sorted(Comparator.comparingLong(Goods::grams).reversed()).forEach(parcels::add);
    return parcels.parcels.stream().mapToLong(Same::count).reduce(0, Math::addExact);
  }

  private void add(Goods goods) {
    long grams = goods.grams();
    if (grams > capacity) {
      throw new InvalidValueException(
          ErrorCode.LIMIT_EXCEEDED,
          "grams of a unit must be at most the %d of a parcel: %d".formatted(capacity, grams),
          Facts.of("asked", grams).and("allowed", capacity));
    }
    List<Same> filled = new ArrayList<>();
    long left = goods.units().units();
    for (Same each : parcels) {
      left -= fill(each, grams, left, filled);
    }
    if (left > 0) {
      long each = fitting(capacity, grams);
      long needed = 1 + (left - 1) / each;
      fill(new Same(capacity, needed), grams, left, filled);
    }
    parcels = filled;
  }

  /** Fills parcels of the same room, and returns how many units went in. */
  private static long fill(Same same, long grams, long units, List<Same> filled) {
    long each = fitting(same.room, grams);
    long full = each == 0 ? 0 : Math.min(same.count, units / each);
    long rest = each == 0 || full == same.count ? 0 : units - full * each;
    put(filled, same.room - each * grams, full);
    put(filled, same.room - rest * grams, rest == 0 ? 0 : 1);
    put(filled, same.room, same.count - full - (rest == 0 ? 0 : 1));
    return full * each + rest;
  }

  private static void put(List<Same> filled, long room, long count) {
    if (count > 0) {
      filled.add(new Same(room, count));
    }
  }

  /** How many units fit; of what weighs nothing, all. */
  private static long fitting(long room, long grams) {
    return grams == 0 ? Long.MAX_VALUE : room / grams;
  }
}
