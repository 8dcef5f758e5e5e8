package io.backorder.forecast;

/**
 * First, last, and the running moments of a series and of its steps, after Welford, so that nothing
 * cancels out. This type is immutable.
 */
final class RunningSeries {

  private final double first;
  private final double last;
  private final Moments level;
  private final Moments step;

  private RunningSeries(double first, double last, Moments level, Moments step) {
    this.first = first;
    this.last = last;
    this.level = level;
    this.step = step;
  }

  /** Running count, mean and sum of squared deviations from it. */
  private record Moments(int count, double mean, double squares) {

    static final Moments NONE = new Moments(0, 0, 0);

    Moments plus(double value) {
      double before = value - mean;
      double moved = mean + before / (count + 1);
      return new Moments(count + 1, moved, squares + before * (value - moved));
    }

    double variance() {
      return count < 2 ? 0 : squares / (count - 1);
    }
  }

  static RunningSeries of(DemandHistory history) {
    double first = history.demand(0);
    RunningSeries series = new RunningSeries(first, first, Moments.NONE.plus(first), Moments.NONE);
    for (int period = 1; period < history.periods(); period++) {
      series = series.plus(history.demand(period));
    }
    return series;
  }

  RunningSeries plus(double demand) {
    return new RunningSeries(first, demand, level.plus(demand), step.plus(demand - last));
  }

  int periods() {
    return level.count();
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  double mean() {
    return level.mean();
  }

  /** The sample variance of the demand. */
  double levelVariance() {
    return level.variance();
  }

  /** The sample variance of the steps from one period to the next. */
  double stepVariance() {
    return step.variance();
  }

  /** The mean of the squared steps, 0 where there is none. */
  double meanSquaredStep() {
    return step.count() == 0 ? 0 : step.squares() / step.count() + step.mean() * step.mean();
  }
}
