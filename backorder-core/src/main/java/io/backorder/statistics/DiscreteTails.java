package io.backorder.statistics;

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
}
