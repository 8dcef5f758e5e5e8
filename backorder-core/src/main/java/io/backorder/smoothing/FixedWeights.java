package io.backorder.smoothing;

import static io.backorder.smoothing.SmoothingParameters.requireWeight;

/** The weights that were given; {@code NaN} stands for one that is to be estimated. */
record FixedWeights(double alpha, double beta, double phi, double gamma) {

  private static final double OPEN = Double.NaN;

  static FixedWeights of(SmoothingModel model) {
    return new FixedWeights(
        OPEN,
        model.hasTrend() ? OPEN : 0,
        model.trend() == SmoothingModel.Trend.DAMPED ? OPEN : 1,
        model.isSeasonal() ? OPEN : 0);
  }

  FixedWeights withAlpha(double given) {
    return new FixedWeights(requireWeight("alpha", given), beta, phi, gamma);
  }

  FixedWeights withBeta(double given) {
    return new FixedWeights(alpha, requireWeight("beta", given), phi, gamma);
  }

  FixedWeights withPhi(double given) {
    return new FixedWeights(alpha, beta, new SmoothingParameters(0, 0, given, 0).phi(), gamma);
  }

  FixedWeights withGamma(double given) {
    return new FixedWeights(alpha, beta, phi, requireWeight("gamma", given));
  }

  /** How many are to be estimated. */
  int open() {
    return open(alpha) + open(beta) + open(phi) + open(gamma);
  }

  private static int open(double weight) {
    return Double.isNaN(weight) ? 1 : 0;
  }

  /** The weights with candidates, in order, for those that are open. */
  SmoothingParameters filled(double... candidates) {
    if (open() == 0) {
      return new SmoothingParameters(alpha, beta, phi, gamma);
    }
    double[] all = new double[4];
    fill(all, candidates);
    return new SmoothingParameters(all[0], all[1], all[2], all[3]);
  }

  /** Puts the weights, with candidates, in order, for those that are open, into an array of four. */
  void fill(double[] all, double[] candidates) {
    all[0] = alpha;
    all[1] = beta;
    all[2] = phi;
    all[3] = gamma;
    int next = 0;
    for (int each = 0; each < all.length; each++) {
      if (Double.isNaN(all[each])) {
        all[each] = candidates[next++];
      }
    }
  }

  /** The figures at the places of the open weights, in order. */
  double[] ofOpen(double alphas, double betas, double phis, double gammas) {
    double[] all = {alpha, beta, phi, gamma};
    double[] given = {alphas, betas, phis, gammas};
    double[] picked = new double[open()];
    int next = 0;
    for (int each = 0; each < all.length; each++) {
      if (Double.isNaN(all[each])) {
        picked[next++] = given[each];
      }
    }
    return picked;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "alpha", alpha);
    append(text, "beta", beta == 0 ? OPEN : beta);
    append(text, "phi", phi == 1 ? OPEN : phi);
    append(text, "gamma", gamma == 0 ? OPEN : gamma);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, double weight) {
    if (!Double.isNaN(weight)) {
      text.append(' ').append(name).append(' ').append(weight);
    }
  }
}
