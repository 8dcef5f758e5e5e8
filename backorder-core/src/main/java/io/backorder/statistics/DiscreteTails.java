package io.backorder.statistics;

import java.util.function.DoubleUnaryOperator;

/** What discrete distributions on 0, 1, 2, ... share: how a step answers between and at whole numbers. */
final class DiscreteTails {

  /** The largest whole number of which every smaller one is a double. */
  static final double MOST = 0x1p53;

  /** How much of a probability, of the smaller of it and its complement, rounding may decide. */
  private static final double SLACK = 1e-12;

  private DiscreteTails() {}

  /** Returns the whole number at or below x. */
  static double floor(double x) {
    return Math.floor(Numbers.finite("x", x));
  }

  static double whole(long k) {
    double whole = (double) k;
    if (Math.abs(whole) > MOST) {
      throw Numbers.refused("k", "be at most 2^53 in size", k);
    }
    return whole;
  }

  /** Tells whether a cumulative probability has reached p, given both of its tails. */
  static boolean reaches(double p, double cdf, double survival) {
    double slack = SLACK * Math.min(p, 1 - p);
    return p <= 0.5 ? cdf >= p - slack : survival <= 1 - p + slack;
  }

  static boolean reachesUpper(double q, double survival) {
    return survival <= q * (1 + SLACK);
  }

  static boolean reachesLoss(double loss, double reached) {
    return reached <= loss * (1 + SLACK);
  }

  /** Returns the least whole number whose cumulative probability reaches p, from a guess at it. */
  static double quantile(DiscreteDistribution law, double p, DoubleUnaryOperator guess) {
    if (Numbers.probability("p", p) == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double start = atMost(law.mean() / (1 - p), guess.applyAsDouble(StandardNormal.quantile(p)));
    return Search.least(k -> reaches(p, law.cdf(k), law.survival(k)), 0, start);
  }

  /** Holds a guess to Markov's bound, {@code P(X > k) <= mean / k}; very skewed laws make wild guesses. */
  private static double atMost(double bound, double guess) {
    return Math.min(Math.ceil(bound), guess);
  }

  /** Returns the least whole number above which no more than q remains, from a guess at it. */
  static double upperQuantile(DiscreteDistribution law, double q, DoubleUnaryOperator guess) {
    if (Numbers.probability("q", q) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double start = atMost(law.mean() / q, guess.applyAsDouble(-StandardNormal.quantile(q)));
    return Search.least(k -> reachesUpper(q, law.survival(k)), 0, start);
  }

  /** Returns the least whole number at which no more than the given loss remains. */
  static double inverseLoss(DiscreteDistribution law, double loss) {
    Numbers.above("loss", loss, 0);
    double mean = law.mean();
    if (loss >= mean) {
      return Math.ceil(mean - loss);
    }
    return Search.least(k -> reachesLoss(loss, law.loss(k)), 0, mean);
  }
}
