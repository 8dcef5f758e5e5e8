package io.backorder.assortment;

import io.backorder.forecast.DemandShape;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.HorizonDemand;
import io.backorder.statistics.Distribution;

/**
 * The distribution of demand up to an arrival, where it has never been above the units, and the probability
 * that it has been.
 *
 * <p>Demand so far is laid out on cells from zero to the units at that arrival, so that what arrives later
 * changes nothing. Cells are single units where demand is whole and {@value #CELLS} of them are enough; else
 * what falls between two of their edges is shared between these by the tail in their middle. What is lost to a
 * stockout is summed from the upper tails and never found as a difference.
 */
final class SurvivingDemand {

  private static final int CELLS = 1024;

  /** Less than this is not laid out. */
  private static final double NEGLIGIBLE = 1e-20;

  private final DemandShape shape;
  private double[] alive = {1};
  private double width = 1;
  private double died;
  private int last;

  SurvivingDemand(DemandShape shape) {
    this.shape = shape;
  }

  /** Returns the probability of a stockout at an arrival so far or at the end of a period after it. */
  double shortBy(Forecast demand, int period, double units) {
    Distribution added = stretch(demand, period);
    double sum = died;
    for (int cell = 0; cell < alive.length; cell++) {
      sum += alive[cell] == 0 ? 0 : alive[cell] * above(added, units - cell * width);
    }
    return sum;
  }

  private static double above(Distribution demand, double units) {
    return units < 0 ? 1 : demand.survival(units);
  }

  /** Goes on to the end of a period, after which units arrive. */
  void passed(Forecast demand, int period, double units) {
    died = shortBy(demand, period, units);
    Distribution added = stretch(demand, period);
    double most = isWhole() ? Math.floor(units) : units;
    int cells = isWhole() && most <= CELLS ? (int) Math.max(0, most) : most == 0 ? 0 : CELLS;
    double wide = isWhole() && most <= CELLS ? 1 : cells == 0 ? 1 : most / cells;
    alive = units < 0 ? new double[] {0} : convolved(laidOut(cells, wide), added, wide);
    width = wide;
    last = period;
  }

  private boolean isWhole() {
    return shape.isWhole();
  }

  /** The law of the demand since the last arrival. */
  private Distribution stretch(Forecast demand, int period) {
    HorizonDemand until = demand.total(period);
    if (last == 0) {
      return until.law(shape);
    }
    HorizonDemand before = demand.total(last);
    double deviation = until.standardDeviation();
    double grown =
        (deviation - before.standardDeviation()) * (deviation + before.standardDeviation());
    double mean = Math.max(0, until.mean() - before.mean());
    return new HorizonDemand(mean, Math.sqrt(Math.max(0, grown))).law(shape);
  }

  /** Shares what is alive among the edges of wider cells, so that its mean stays. */
  private double[] laidOut(int cells, double wide) {
    double[] masses = new double[cells + 1];
    for (int cell = 0; cell < alive.length; cell++) {
      double place = Math.min(cells, cell * width / wide);
      int below = (int) place;
      double beyond = place - below;
      masses[below] += alive[cell] * (1 - beyond);
      masses[Math.min(cells, below + 1)] += alive[cell] * beyond;
    }
    return masses;
  }

  /** Adds a demand, and drops what leaves the cells. */
  private double[] convolved(double[] before, Distribution added, double wide) {
    int cells = before.length - 1;
    double[] fromBelow = new double[cells + 1];
    double[] both = new double[cells + 1];
    share(added, wide, fromBelow, both);
    double[] after = new double[cells + 1];
    for (int cell = 0; cell <= cells; cell++) {
      for (int more = 0; before[cell] > 0 && cell + more < cells; more++) {
        after[cell + more] += before[cell] * both[more];
      }
      after[cells] += before[cell] * fromBelow[cells - cell];
    }
    return after;
  }

  /** Works out what each edge is given of the cell below it, and of both cells beside it. */
  private void share(Distribution added, double wide, double[] fromBelow, double[] both) {
    double before = 1;
    double above = 1;
    for (int edge = 0; edge < both.length && above > NEGLIGIBLE; edge++) {
      above = added.survival(edge * wide);
      double after = middle(added, (edge + 0.5) * wide);
      fromBelow[edge] = Math.max(0, before - above);
      both[edge] = fromBelow[edge] + Math.max(0, above - after);
      before = after;
    }
  }

  /** Returns the upper tail at a point; that of whole units is a step, and is averaged over one unit. */
  private double middle(Distribution added, double point) {
    if (!isWhole()) {
      return added.survival(point);
    }
    double unit = Math.floor(point - 0.5);
    double beyond = point - 0.5 - unit;
    double above = added.survival(unit);
    return beyond == 0 ? above : above + beyond * (added.survival(unit + 1) - above);
  }
}
