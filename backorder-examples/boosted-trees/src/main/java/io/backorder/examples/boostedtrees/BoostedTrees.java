package io.backorder.examples.boostedtrees;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.HorizonForecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import smile.regression.GradientTreeBoost;

/**
 * A forecaster that one set of trees, learnt from all items together, stands behind. An item's own history says
 * where it is now; what follows from there was learnt from everybody.
 *
 * <p>Periods further ahead are forecast from the forecasts before them. Errors are taken to be independent, with
 * the standard deviation, as a part of the item's mean demand, that the trees leave on what they have learnt
 * from: that is somewhat too narrow. An item that has no demand yet is forecast as zero.
 *
 * <p>Trees are grown on Huber's loss, which counts a large error by its size and not by its square: with least
 * squares, single large orders led them astray on a shop's weekly demand, where both were tried.
 *
 * <p>The trees are not changed once they are grown: this type is immutable and thread-safe, and looks at nothing
 * but the history that it is given, and at what it was grown from.
 */
public final class BoostedTrees implements HorizonForecaster {

  private static final long SEED = 19;

  private final GradientTreeBoost trees;
  private final double spread;

  private BoostedTrees(GradientTreeBoost trees, double spread) {
    this.trees = trees;
    this.spread = spread;
  }

  /**
   * How trees are grown.
   *
   * @param trees how many
   * @param leaves the most leaves of a tree
   * @param shrinkage by how much each tree counts, in (0, 1]
   * @param sample the part of the examples that each tree sees, in (0, 1]
   */
  public record Growth(int trees, int leaves, double shrinkage, double sample) {

    /** Common values of the literature, fitted to nothing. */
    public static final Growth USUAL = new Growth(120, 8, 0.06, 0.5);

    /** Rejects figures out of range. */
    public Growth {
      Numbers.atLeast("trees", trees, 1);
      Numbers.atLeast("leaves", leaves, 2);
      share("shrinkage", shrinkage);
      share("sample", sample);
    }

    private static void share(String name, double value) {
      if (!(value > 0 && value <= 1)) { // also rejects NaN
        throw Numbers.refused(name, "be in (0, 1]", value);
      }
    }
  }

  /**
   * Grows trees from the histories of many items.
   *
   * @param histories the histories, up to the moment of learning and not beyond
   * @param growth how they are grown
   * @return the forecaster
   * @throws InvalidValueException if the histories together teach fewer than ten periods
   */
  public static Forecaster grownFrom(Collection<DemandHistory> histories, Growth growth) {
    Examples examples = new Examples();
    histories.forEach(examples::learn);
    Numbers.atLeast("examples", examples.targets.size(), 10);
    return Forecaster.refitting(examples.grow(growth));
  }

  /** Features before a period, and the demand of it, divided by the mean before. */
  private static final class Examples {

    private final List<double[]> features = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    void learn(DemandHistory history) {
      for (int period = Features.NEEDED; period < history.periods(); period++) {
        DemandHistory before = history.first(period);
        if (before.mean() > 0) {
          Features known = Features.of(before);
          features.add(known.values());
          targets.add(history.demand(period) / known.scale());
        }
      }
    }

    BoostedTrees grow(Growth growth) {
      double[][] x = features.toArray(double[][]::new);
      double[] y = targets.stream().mapToDouble(Double::doubleValue).toArray();
      smile.math.Math.setSeed(SEED); // the library draws samples from a generator of the thread
      GradientTreeBoost trees = new GradientTreeBoost(
          x,
          y,
          GradientTreeBoost.Loss.Huber,
          growth.trees(),
          growth.leaves(),
          growth.shrinkage(),
          growth.sample());
      double squares = 0;
      for (int each = 0; each < y.length; each++) {
        double error = y[each] - trees.predict(x[each]);
        squares += error * error;
      }
      return new BoostedTrees(trees, Math.sqrt(squares / y.length));
    }
  }

  @Override
  public Forecast forecast(DemandHistory history, int horizon) {
    Numbers.atLeast("horizon", horizon, 1);
    DemandHistory known = history.requirePeriods(Features.NEEDED).withReturnsAsZero();
    double[] mean = new double[horizon];
    double[] deviation = new double[horizon];
    double scale = known.mean();
    if (scale > 0) {
      Arrays.fill(deviation, spread * scale);
      for (int step = 0; step < horizon; step++) {
        Features features = Features.of(known);
        mean[step] = Math.max(0, trees.predict(features.values()) * features.scale());
        known = known.plus(mean[step]);
      }
    }
    return Forecast.ofIndependentErrors(mean, deviation);
  }

  @Override
  public String toString() {
    return trees.size() + " boosted trees";
  }
}
