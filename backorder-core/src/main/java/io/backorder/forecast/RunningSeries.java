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

    Moments plus(double value) {
      double before = value - mean;
      double moved = mean + before / (count + 1);
      return new Moments(count + 1, moved, squares + before * (value - moved));
    }

    double variance() {
      return count < 2 ? 0 : squares / (count - 1);
    }
  }

  /** One loop over the history without an object per period. */
  static RunningSeries of(DemandHistory history) {
    double first = history.demand(0);
    double last = first;
    double mean = first;
    double squares = 0;
    double stepMean = 0;
    double stepSquares = 0;
    for (int period = 1; period < history.periods(); period++) {
      double demand = history.demand(period);
      double off = demand - mean;
      mean += off / (period + 1);
      squares += off * (demand - mean);
      double step = demand - last;
      double stepOff = step - stepMean;
      stepMean += stepOff / period;
      stepSquares += stepOff * (step - stepMean);
      last = demand;
    }
    return new RunningSeries(
        first,
        last,
        new Moments(history.periods(), mean, squares),
        new Moments(history.periods() - 1, stepMean, stepSquares));
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
