package io.backorder.rationing;

import static io.backorder.statistics.Numbers.notNegative;
import static io.backorder.statistics.Numbers.refused;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Units divided among locations so that all of them can sell equally long.
 *
 * <p>With stock {@code s} and daily use {@code u} at each location, and {@code S} units to divide, the
 * common cover is the number {@code c} of days for which {@code sum max(0, u * c - s) = S}; each location
 * gets {@code max(0, u * c - s)}. One that has cover for longer gets nothing and is left out, as is one
 * that uses nothing. (Fair share allocation, Bowersox, Closs and Cooper.)
 *
 * @param days the common cover, in days
 * @param shares the units of each location, real numbers, in the order of the locations
 */
public record DaysOfCover(double days, List<Double> shares) {

  /** Copies the shares. */
  public DaysOfCover {
    shares = List.copyOf(shares);
  }

  /**
   * What a location has and uses.
   *
   * @param stock the units there, zero or more
   * @param dailyUse the units used on one day, zero or more
   */
  public record Place(double stock, double dailyUse) {

    /** Rejects what is negative or not finite. */
    public Place {
      notNegative("stock", stock);
      notNegative("daily use", dailyUse);
    }

    private double cover() {
      return stock / dailyUse;
    }
  }

  /**
   * Divides units, in real numbers.
   *
   * @param supply the units to divide, zero or more
   * @param places the locations, at least one of which uses something
   * @return the cover and the shares; without supply, the shortest cover and no shares
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if the supply is
   *     negative or not finite, or no location uses anything
   */
  public static DaysOfCover of(double supply, List<Place> places) {
    notNegative("supply", supply);
    List<Place> shortestFirst = places.stream()
        .filter(place -> place.dailyUse > 0)
        .sorted(Comparator.comparingDouble(Place::cover))
        .toList();
    if (shortestFirst.isEmpty()) {
      throw refused("daily use", "be above zero somewhere", places);
    }
    double units = supply;
    double use = 0;
    double cover = 0;
    for (Place place : shortestFirst) {
      if (use > 0 && (units / use) <= place.cover()) {
        break;
      }
      units += place.stock;
      use += place.dailyUse;
      cover = units / use;
    }
    double days = cover;
    return new DaysOfCover(
        days,
        places.stream()
            .map(place -> Math.max(0, place.dailyUse * days - place.stock))
            .toList());
  }

  /**
   * Divides whole units: each next one goes to the location with the shortest cover, of equals to the
   * earlier one. One unit more never costs a location a unit.
   *
   * @param supply the units to divide, zero or more, below 2^53
   * @param places the locations, at least one of which uses something
   * @return the units of each location, in the order of the locations; they add up to the supply
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if the supply is
   *     out of range, or no location uses anything
   */
  public static List<Long> wholeUnits(long supply, List<Place> places) {
    if (supply < 0 || supply >= 1L << 53) {
      throw refused("supply", "be 0 to 2^53 - 1", supply);
    }
    // where the cover is that of one unit less for each location, nobody has too many; the rest is
    // few
    DaysOfCover start = of(Math.max(0, supply - 2.0 * places.size()), places);
    long[] units =
        start.shares.stream().mapToLong(share -> (long) share.doubleValue()).toArray();
    PriorityQueue<Integer> next = new PriorityQueue<>(
        Comparator.comparingDouble((Integer i) -> coverWith(places.get(i), units[i]))
            .thenComparingInt(i -> i));
    IntStream.range(0, units.length).filter(i -> places.get(i).dailyUse > 0).forEach(next::add);
    for (long left = supply - Arrays.stream(units).sum(); left > 0; left--) {
      int shortest = next.remove();
      units[shortest]++;
      next.add(shortest);
    }
    return Arrays.stream(units).boxed().toList();
  }

  private static double coverWith(Place place, long more) {
    return (place.stock + more) / place.dailyUse;
  }
}
