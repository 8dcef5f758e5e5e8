package io.backorder.empirical;

/**
 * How a quantile is read off a sample: the nine rules of Hyndman and Fan (Sample Quantiles in Statistical
 * Packages, The American Statistician 50, 1996), in their order.
 */
public enum QuantileRule {

  /** Type 1: the least observation whose share of the sample at or below it reaches the probability. */
  INVERSE_CDF(0, 0, Between.JUMP),

  /** Type 2: as type 1, but the mean of two neighbours where the share is met exactly. */
  AVERAGED_INVERSE_CDF(0, 0, Between.AVERAGED_JUMP),

  /** Type 3: the observation of the nearest rank, the even one of two that are equally near. */
  NEAREST_EVEN(0, -0.5, Between.EVEN_JUMP),

  /** Type 4: straight lines through the inverse of type 1. */
  LINEAR_CDF(0, 0, Between.LINE),

  /** Type 5, Hazen's: straight lines through the middles of the steps. */
  HAZEN(0, 0.5, Between.LINE),

  /** Type 6, Weibull's: rank {@code (n + 1) p}. */
  WEIBULL(1, 0, Between.LINE),

  /** Type 7: rank {@code (n - 1) p + 1}; the default of R, NumPy and spreadsheets. */
  LINEAR(-1, 1, Between.LINE),

  /** Type 8: rank {@code (n + 1/3) p + 1/3}, about unbiased for the median whatever the distribution. */
  MEDIAN_UNBIASED(1.0 / 3, 1.0 / 3, Between.LINE),

  /** Type 9: rank {@code (n + 1/4) p + 3/8}, about unbiased for a normal distribution. */
  NORMAL_UNBIASED(0.25, 0.375, Between.LINE);

  /** What of a fractional rank counts as rounding. */
  private static final double FUZZ = 4 * Math.ulp(1.0);

  private final double countShift;
  private final double rankShift;
  private final Between between;

  QuantileRule(double countShift, double rankShift, Between between) {
    this.countShift = countShift;
    this.rankShift = rankShift;
    this.between = between;
  }

  /** Returns the quantile of a sorted sample. */
  double of(double[] sorted, double p) {
    double rank = (sorted.length + countShift) * p + rankShift;
    double whole = Math.floor(rank + FUZZ);
    double fraction = rank - whole;
    double weight =
        between.weight(whole, Math.abs(fraction) < FUZZ * Math.max(1, whole) ? 0 : fraction);
    double low = at(sorted, whole);
    return weight == 0 ? low : low + weight * (at(sorted, whole + 1) - low);
  }

  private static double at(double[] sorted, double rank) {
    int index = (int) Math.min(Math.max(rank, 1), sorted.length) - 1;
    return sorted[index];
  }

  /** The weight of the upper of two neighbours. */
  private enum Between {
    JUMP,
    AVERAGED_JUMP,
    EVEN_JUMP,
    LINE;

    private double weight(double whole, double fraction) {
      if (this == LINE) {
        return fraction;
      } else if (fraction > 0) {
        return 1;
      } else if (this == AVERAGED_JUMP) {
        return 0.5;
      }
      return this == EVEN_JUMP && whole % 2 != 0 ? 1 : 0;
    }
  }
}
