package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * A scale under a shelf that counts units by their weight.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sensor the host's own name of the scale
 * @param shelf the one item that lies on it, and where
 * @param calibration what a unit weighs, and how exactly that is known
 */
public record ShelfScale(String sensor, Shelf shelf, Calibration calibration) {

  /** Three standard deviations: of a normal weight, 27 readings in 10,000 are further off. */
  private static final double DEVIATIONS = 3;

  /** What adding and multiplying weights may lose, in last digits of the largest of them. */
  private static final double ROUNDING = 4;

  /** 2 to the 53rd: beyond it a double skips whole numbers. */
  private static final double MOST = 0x1p53;

  /** Rejects missing parts and a name that breaks the rule for identifiers. */
  public ShelfScale {
    Identifiers.require("sensor", sensor);
    requireNonNull(shelf, "shelf");
    requireNonNull(calibration, "calibration");
  }

  /**
   * What a unit weighs, in grams.
   *
   * @param unit the mean weight of a unit, above zero
   * @param deviation the standard deviation of the weight of a unit, zero or more
   * @param tare the weight of the empty shelf, zero or more
   * @param error the most by which the scale itself may be off, zero or more and below half a unit
   */
  public record Calibration(double unit, double deviation, double tare, double error) {

    /** Rejects weights that are negative or not finite, and a scale too coarse to count by. */
    public Calibration {
      Numbers.positive("unit", unit);
      Numbers.notNegative("deviation", deviation);
      Numbers.notNegative("tare", tare);
      Numbers.notNegative("error", error);
      if (!(error < unit / 2)) {
        throw Numbers.refused("error", "be below half a unit of %s g".formatted(unit), error);
      }
    }

    /** How far the weight of so many units may be off: the deviations of units add as squares. */
    private double tolerance(double units) {
      return error + DEVIATIONS * deviation * Math.sqrt(units);
    }
  }

  /**
   * Returns what a weight means. With net weight {@code W} (gross less tare), mean unit weight {@code w},
   * deviation {@code s} and the scale's error {@code e}, the number of units is {@code n = W / w} to the
   * nearest whole. It is taken for seen if the weight is within {@code e + 3 s sqrt(n)} of {@code n w},
   * and if that tolerance is below {@code w / 2}: otherwise n cannot be told from n + 1.
   *
   * @param gross the weight that the scale shows, in grams
   * @param at when
   * @return what was seen, or empty if the weight is no number of units that can be told
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the weight is negative or not finite
   */
  public Optional<StockObservation> read(double gross, Instant at) {
    double net = Numbers.notNegative("gross", gross) - calibration.tare;
    double units = Math.max(0, Math.rint(net / calibration.unit));
    double tolerance = calibration.tolerance(units);
    double off = Math.abs(net - units * calibration.unit) - ROUNDING * Math.ulp(gross);
    boolean clear = tolerance < calibration.unit / 2 && off <= tolerance;
    return clear
        ? Optional.of(new StockObservation(sensor, shelf, Quantity.of((long) units), at))
        : Optional.empty();
  }

  /**
   * Returns the most units that this scale can tell from one more: the largest {@code n} with {@code e + 3
   * s sqrt(n)} below {@code w / 2}, which is about {@code ((w / 2 - e) / 3 s)} squared.
   *
   * @return the units, or empty if all units weigh the same, so that there is no such bound
   */
  public Optional<Quantity> mostCountable() {
    if (calibration.deviation == 0) {
      return Optional.empty();
    }
    double root = (calibration.unit / 2 - calibration.error) / (DEVIATIONS * calibration.deviation);
    double most = Math.floor(Math.min(root * root, MOST));
    // at the bound itself the tolerance is half a unit, which is not below it
    while (most > 0 && calibration.tolerance(most) >= calibration.unit / 2) {
      most--;
    }
    return Optional.of(Quantity.of((long) most));
  }
}
