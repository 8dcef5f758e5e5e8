package io.backorder.counting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far ledger and shelves of one location were apart, over some counts.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param location the location
 * @param counts the number of counts, at least 1
 * @param accurate how many of them were within the tolerance
 * @param units the units that were on hand, found and missing
 */
public record LocationDrift(LocationId location, int counts, int accurate, Units units) {

  /**
   * Rejects no counts, and more accurate ones than counts.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is out of range
   */
  public LocationDrift {
    requireNonNull(location, "location");
    requireNonNull(units, "units");
    Numbers.atLeast("counts", counts, 1);
    Numbers.atLeast("accurate", accurate, 0);
    Numbers.atLeast("counts", counts, accurate);
  }

  /**
   * Units over all counts of a location.
   *
   * @param onHand the units that the ledger had
   * @param found the units that were there and not in the ledger
   * @param missing the units that were in the ledger and not there
   */
  public record Units(Quantity onHand, Quantity found, Quantity missing) {

    private static final Units NONE = new Units(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

    private Units and(CountResult result) {
      return new Units(
          onHand.plus(result.onHand()),
          found.plus(result.counted().minusOrZero(result.onHand())),
          missing.plus(result.onHand().minusOrZero(result.counted())));
    }
  }

  /**
   * Returns the drift of each location.
   *
   * @param results what counts found
   * @param tolerance the units by which a count may be off and is accurate still
   * @return one drift for each location that was counted at, by its name
   */
  public static List<LocationDrift> of(List<CountResult> results, Quantity tolerance) {
    requireNonNull(tolerance, "tolerance");
    return results.stream()
        .collect(groupingBy(result -> result.shelf().location(), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(each -> of(each.getKey(), each.getValue(), tolerance))
        .toList();
  }

  private static LocationDrift of(
      LocationId location, List<CountResult> results, Quantity tolerance) {
    Units units = Units.NONE;
    int accurate = 0;
    for (CountResult result : results) {
      units = units.and(result);
      accurate += Math.abs(result.deviation()) <= tolerance.units() ? 1 : 0;
    }
    return new LocationDrift(location, results.size(), accurate, units);
  }

  /**
   * Returns the units found less those missing.
   *
   * @return the net drift: negative if the location lost units
   */
  public long net() {
    return units.found.units() - units.missing.units();
  }

  /**
   * Returns the share of counts within the tolerance (inventory record accuracy).
   *
   * @return the share, in [0, 1]
   */
  public double recordAccuracy() {
    return (double) accurate / counts;
  }

  /**
   * Returns the share of units that the ledger had wrong: found and missing units, over those on hand.
   *
   * @return the share, zero or more; empty if the ledger had no unit at all
   */
  public OptionalDouble unitDrift() {
    double off = (double) units.found.units() + units.missing.units();
    return units.onHand.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(off / units.onHand.units());
  }
}
