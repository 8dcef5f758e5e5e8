package io.backorder.smoothing;

import static io.backorder.smoothing.SmoothingParameters.requireWeight;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;

/**
 * The method of Teunter, Syntetos and Babai (2011) for demand that comes now and then and may die out: the
 * probability of a demand is smoothed in every period, its size when there is one, and the rate is their
 * product. While nothing is asked for, the rate decays.
 *
 * <p>Probability and size start from the first period and the first demand. Demand must not be negative. A
 * history without any is forecast as zero. It needs 1 period. This type is immutable and thread-safe.
 */
public final class TeunterSyntetosBabai implements Forecaster {

  private static final double USUAL_WEIGHT = 0.1;

  private enum Start {
    FIRST_PERIOD,
    MEAN_PROBABILITY
  }

  private final double sizeWeight;
  private final double probabilityWeight;
  private final Start start;

  private TeunterSyntetosBabai(double sizeWeight, double probabilityWeight, Start start) {
    this.sizeWeight = requireWeight("size", sizeWeight);
    this.probabilityWeight = requireWeight("probability", probabilityWeight);
    this.start = start;
  }

  /**
   * Returns the method.
   *
   * @return the method, with weights of 0.1
   */
  public static TeunterSyntetosBabai tsb() {
    return new TeunterSyntetosBabai(USUAL_WEIGHT, USUAL_WEIGHT, Start.FIRST_PERIOD);
  }

  /**
   * Returns this method with other weights.
   *
   * @param size the weight of the latest size, 0 to 1
   * @param probability the weight of the latest period in the probability, 0 to 1
   * @return the method
   * @throws InvalidValueException if a weight is out of range
   */
  public TeunterSyntetosBabai withWeights(double size, double probability) {
    return new TeunterSyntetosBabai(size, probability, start);
  }

  /**
   * Returns this method with the share of periods with demand as the first probability, and the first
   * demand as the size from the start. It looks at the whole history to start, so that observing a period
   * and fitting anew differ.
   *
   * @return the method
   */
  public TeunterSyntetosBabai withMeanProbabilityStart() {
    return new TeunterSyntetosBabai(sizeWeight, probabilityWeight, Start.MEAN_PROBABILITY);
  }

  @Override
  public ForecastState fit(DemandHistory history) {
    State state = start(history);
    double probability = state.probability;
    double size = state.size;
    double squares = 0;
    for (int period = 1; period < history.periods(); period++) {
      double demand = history.demand(period);
      double error = demand - probability * size;
      squares += error * error;
      probability += probabilityWeight * ((demand > 0 ? 1 : 0) - probability);
      if (demand > 0) {
        size = size == 0 ? demand : size + sizeWeight * (demand - size);
      }
    }
    return new State(this, probability, size, new Errors(squares, history.periods() - 1));
  }

  private State start(DemandHistory history) {
    IntermittentDemand.require(history);
    double first = history.demand(0);
    if (start == Start.FIRST_PERIOD) {
      return new State(this, first > 0 ? 1 : 0, first, Errors.NONE);
    }
    double demands = IntermittentDemand.demands(history);
    return new State(
        this, demands / history.periods(), IntermittentDemand.firstSize(history), Errors.NONE);
  }

  /**
   * Returns what the method would have forecast for the periods of its own history, from the second on,
   * each from its start and the periods before it.
   *
   * @param history the history
   * @return the one-step forecasts, one fewer than the periods
   * @throws InvalidValueException if the history is empty or has negative demand
   */
  public double[] fitted(DemandHistory history) {
    State state = start(history);
    double[] fitted = new double[history.periods() - 1];
    for (int each = 0; each < fitted.length; each++) {
      fitted[each] = state.rate();
      state = state.observe(history.demand(each + 1));
    }
    return fitted;
  }

  @Override
  public String toString() {
    return "TSB %s %s".formatted(sizeWeight, probabilityWeight);
  }

  /** The one-step errors. */
  private record Errors(double squares, int count) {

    static final Errors NONE = new Errors(0, 0);
  }

  /** The probability and the size reached, and the errors on the way. */
  private static final class State implements ForecastState {

    private final TeunterSyntetosBabai method;
    private final double probability;
    private final double size;
    private final Errors errors;

    State(TeunterSyntetosBabai method, double probability, double size, Errors errors) {
      this.method = method;
      this.probability = probability;
      this.size = size;
      this.errors = errors;
    }

    double rate() {
      return probability * size;
    }

    @Override
    public State observe(double demand) {
      IntermittentDemand.requireNotNegative(demand);
      double error = demand - rate();
      double present = demand > 0 ? 1 : 0;
      double moved = size;
      if (demand > 0) {
        moved = size == 0 ? demand : size + method.sizeWeight * (demand - size);
      }
      return new State(
          method,
          probability + method.probabilityWeight * (present - probability),
          moved,
          new Errors(errors.squares() + error * error, errors.count() + 1));
    }

    @Override
    public Forecast forecast(int horizon) {
      return IntermittentDemand.flat(
          horizon,
          rate(),
          errors.count() == 0 ? 0 : errors.squares() / errors.count(),
          IntermittentDemand.sharedError(method.probabilityWeight, 1));
    }

    @Override
    public String toString() {
      return "probability %s, size %s".formatted(probability, size);
    }
  }
}
