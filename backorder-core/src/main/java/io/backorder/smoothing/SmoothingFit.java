package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.smoothing.ExponentialSmoothing.Setting;
import io.backorder.smoothing.Recursion.Components;
import java.util.function.ToDoubleFunction;

/** A history with the weights and the start that smooth it. */
final class SmoothingFit {

  /** The bounds of an estimated damping: below, the trend is gone at once; above, it never goes. */
  private static final double LEAST_PHI = 0.8;

  private static final double MOST_PHI = 0.995;

  private final Setting setting;
  private final DemandHistory history;
  private final int from;
  private final SmoothingParameters parameters;
  private final Components start;

  private SmoothingFit(Setting setting, DemandHistory history) {
    this.setting = setting;
    this.history = history;
    this.from = SmoothingStarts.firstSmoothed(setting);
    this.parameters = estimate();
    this.start = SmoothingStarts.of(setting, history, parameters);
  }

  static SmoothingFit of(Setting setting, DemandHistory history) {
    SmoothingStarts.require(setting, history);
    return new SmoothingFit(setting, history);
  }

  SmoothingParameters parameters() {
    return parameters;
  }

  Components start() {
    return start;
  }

  /** The first period that is smoothed. */
  int from() {
    return from;
  }

  private SmoothingParameters estimate() {
    FixedWeights fixed = setting.weights();
    if (fixed.open() == 0) {
      return fixed.filled();
    }
    boolean levelAlone = setting.model().equals(SmoothingModel.LEVEL);
    if (levelAlone && setting.start().kind() == SmoothingStart.Kind.FIRST_VALUES) {
      return fixed.filled(LevelSearch.weight(SeriesReader.periods(history), 0, 1));
    }
    return fixed.filled(new SimplexSearch(
            squares(fixed), fixed.ofOpen(0, 0, LEAST_PHI, 0), fixed.ofOpen(1, 1, MOST_PHI, 1))
        .minimum());
  }

  private ToDoubleFunction<double[]> squares(FixedWeights fixed) {
    return setting.start().kind() == SmoothingStart.Kind.ESTIMATED
        ? squaresFromEstimatedStart(fixed)
        : squaresFromOneStart(fixed);
  }

  /** The start is the same whatever the weights, and a trial makes no object. */
  private ToDoubleFunction<double[]> squaresFromOneStart(FixedWeights fixed) {
    double[] weights = new double[4];
    SmoothingParameters any = fixed.filled(fixed.ofOpen(0, 0, 1, 0));
    Components components = SmoothingStarts.of(setting, history, any);
    Recursion recursion = new Recursion(setting, any, components);
    return candidate -> {
      fixed.fill(weights, candidate);
      recursion.restart(weights, components);
      return orInfinite(squares(recursion));
    };
  }

  private ToDoubleFunction<double[]> squaresFromEstimatedStart(FixedWeights fixed) {
    return candidate -> {
      SmoothingParameters weights = fixed.filled(candidate);
      Components components = SmoothingStarts.of(setting, history, weights);
      return orInfinite(squares(new Recursion(setting, weights, components)));
    };
  }

  private static double orInfinite(double squares) {
    return Double.isNaN(squares) ? Double.POSITIVE_INFINITY : squares;
  }

  /** Smooths the history and returns the sum of the squared errors. */
  private double squares(Recursion recursion) {
    double squares = 0;
    for (int period = from; period < history.periods(); period++) {
      double error = recursion.step(history.demand(period));
      squares += error * error;
    }
    return squares;
  }

  SmoothingState state() {
    int errors = history.periods() - from;
    int estimated = setting.weights().open()
        + (setting.start().kind() == SmoothingStart.Kind.ESTIMATED
            ? setting.model().startFigures()
            : 0);
    return setting.model().equals(SmoothingModel.LEVEL)
        ? levelState(errors, estimated)
        : componentState(errors, estimated);
  }

  /** The loop of simple smoothing alone, for speed: the level waits for one product and one sum. */
  private SmoothingState levelState(int errors, int estimated) {
    double weight = parameters.alpha();
    double keep = 1 - weight;
    double level = start.level();
    double squares = 0;
    for (int period = 0; period < history.periods(); period++) {
      double demand = history.demand(period);
      double error = demand - level;
      squares += error * error;
      level = weight * demand + keep * level;
    }
    return new SmoothingState(
        new SmoothingState.Method(setting, parameters, estimated),
        new Components(level, 0, SmoothingStarts.NO_SEASONS),
        squares,
        errors);
  }

  private SmoothingState componentState(int errors, int estimated) {
    Recursion recursion = new Recursion(setting, parameters, start);
    double squares = squares(recursion);
    return new SmoothingState(
        new SmoothingState.Method(setting, parameters, estimated),
        recursion.components(),
        squares,
        errors);
  }
}
