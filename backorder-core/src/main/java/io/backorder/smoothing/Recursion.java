package io.backorder.smoothing;

/**
 * The level, trend and seasons, moved on from period to period. This is the mutable inside of a fit and
 * never leaves it.
 *
 * <p>With {@code e} the one-step error, an additive model moves by {@code l = l + phi b + alpha e}, {@code
 * b = phi b + alpha beta e}, {@code s = s + g e}, where {@code g} is gamma, or {@code gamma (1 - alpha)}
 * when a season is compared with the new level. A multiplicative model divides by the season instead.
 */
final class Recursion {

  private final SmoothingModel model;
  private final SeasonalUpdate update;
  private final double[] seasons;
  private double alpha;
  private double beta;
  private double phi;
  private double gamma;
  private double level;
  private double trend;
  private int season;

  Recursion(ExponentialSmoothing.Setting setting, SmoothingParameters weights, Components start) {
    this.model = setting.model();
    this.update = setting.update();
    this.alpha = weights.alpha();
    this.beta = weights.beta();
    this.phi = weights.phi();
    this.gamma = weights.gamma();
    this.level = start.level();
    this.trend = start.trend();
    this.seasons = start.seasons();
  }

  /** Begins anew from the same kind of start, with weights in the order of {@link SmoothingParameters}. */
  void restart(double[] weights, Components start) {
    alpha = weights[0];
    beta = weights[1];
    phi = weights[2];
    gamma = weights[3];
    level = start.level;
    trend = start.trend;
    System.arraycopy(start.seasons, 0, seasons, 0, seasons.length);
    season = 0;
  }

  /** Level, trend and the season indices, that of the next period first. It is immutable. */
  static final class Components {

    private final double level;
    private final double trend;
    private final double[] seasons;

    Components(double level, double trend, double... seasons) {
      this.level = level;
      this.trend = trend;
      this.seasons = seasons;
    }

    double level() {
      return level;
    }

    double trend() {
      return trend;
    }

    /** A new array, but for that without seasons. */
    double[] seasons() {
      return seasons.length == 0 ? seasons : seasons.clone();
    }
  }

  /** The forecast of the next period. */
  double expected() {
    double base = level + phi * trend;
    return switch (model.seasons()) {
      case NONE -> base;
      case ADDITIVE -> base + seasons[season];
      case MULTIPLICATIVE -> base * seasons[season];
    };
  }

  /** Takes in a period and returns the one-step error. */
  double step(double demand) {
    double base = level + phi * trend;
    double index = model.isSeasonal() ? seasons[season] : 0;
    double error = model.isMultiplicative() ? demand - base * index : demand - base - index;
    double surprise = model.isMultiplicative() ? demand / index - base : error;
    level = base + alpha * surprise;
    trend = phi * trend + alpha * beta * surprise;
    if (model.isSeasonal()) {
      double against = update == SeasonalUpdate.NEW_LEVEL ? level : base;
      double found = model.isMultiplicative() ? demand / against : demand - against;
      seasons[season] = index + gamma * (found - index);
      season = season + 1 == seasons.length ? 0 : season + 1;
    }
    return error;
  }

  /** Where this stands. */
  Components components() {
    double[] ordered = new double[seasons.length];
    for (int each = 0; each < seasons.length; each++) {
      ordered[each] = seasons[(season + each) % seasons.length];
    }
    return new Components(level, trend, ordered);
  }
}
