package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.smoothing.ExponentialSmoothing.Setting;
import io.backorder.smoothing.Recursion.Components;
import io.backorder.smoothing.SmoothingStart.Kind;
import io.backorder.statistics.Numbers;

/** Level, trend and seasons before the first smoothed period. {@link SmoothingStart} describes each. */
final class SmoothingStarts {

  static final double[] NO_SEASONS = {};

  private SmoothingStarts() {}

  /** Refuses a history that is too short to start from, or not positive where it must be. */
  static void require(Setting setting, DemandHistory history) {
    SmoothingModel model = setting.model();
    history.requirePeriods(setting.start().kind() == Kind.GIVEN ? 1 : model.periodsToStart());
    if (model.isMultiplicative()) {
      for (int period = 0; period < history.periods(); period++) {
        requirePositive(history.demand(period));
      }
    }
  }

  static void requirePositive(double demand) {
    if (!(demand > 0)) {
      throw Numbers.refused("demand", "be positive for multiplicative seasons", demand);
    }
  }

  static int firstSmoothed(Setting setting) {
    return setting.start().kind() == Kind.DECOMPOSITION ? setting.model().period() : 0;
  }

  static Components of(Setting setting, DemandHistory history, SmoothingParameters weights) {
    SmoothingStart start = setting.start();
    return switch (start.kind()) {
      case GIVEN -> new Components(start.level(), start.trend(), start.seasons());
      case FIRST_VALUES -> firstValues(setting.model(), history);
      case DECOMPOSITION -> decomposition(setting.model(), history);
      case ESTIMATED -> estimated(setting, history, weights);
    };
  }

  private static Components firstValues(SmoothingModel model, DemandHistory history) {
    if (model.isSeasonal()) {
      return firstSeason(model, history);
    }
    double level = history.demand(0);
    return new Components(level, model.hasTrend() ? history.demand(1) - level : 0, NO_SEASONS);
  }

  private static Components firstSeason(SmoothingModel model, DemandHistory history) {
    int period = model.period();
    double level = history.first(period).mean();
    double second = history.first(2 * period).last(period).mean();
    double[] seasons = history.first(period).toArray();
    for (int each = 0; each < period; each++) {
      seasons[each] = model.isMultiplicative() ? seasons[each] / level : seasons[each] - level;
    }
    return new Components(level, model.hasTrend() ? (second - level) / period : 0, seasons);
  }

  private static Components decomposition(SmoothingModel model, DemandHistory history) {
    int period = model.period();
    int margin = period / 2;
    double[] average = new double[2 * period - 2 * margin];
    for (int each = 0; each < average.length; each++) {
      average[each] = centred(history, margin + each, period);
    }
    double[] seasons = new double[period];
    for (int season = 0; season < period; season++) {
      seasons[season] = deviation(model, history, average, season);
    }
    double mean = mean(seasons);
    for (int season = 0; season < period; season++) {
      seasons[season] = model.isMultiplicative() ? seasons[season] / mean : seasons[season] - mean;
    }
    double slope = model.hasTrend() ? slope(average) : 0;
    return new Components(mean(average) - slope * (average.length + 1) / 2, slope, seasons);
  }

  /** The moving average of one season around a period; the ends of an even season count half. */
  private static double centred(DemandHistory history, int middle, int period) {
    int margin = period / 2;
    double sum = 0;
    for (int each = middle - margin; each <= middle + margin; each++) {
      boolean half = period % 2 == 0 && Math.abs(each - middle) == margin;
      sum += half ? history.demand(each) / 2 : history.demand(each);
    }
    return sum / period;
  }

  /** The mean deviation of one season's periods from the moving average, where there is one. */
  private static double deviation(
      SmoothingModel model, DemandHistory history, double[] average, int season) {
    int margin = model.period() / 2;
    double sum = 0;
    int count = 0;
    for (int each = season; each < 2 * model.period(); each += model.period()) {
      if (each >= margin && each < margin + average.length) {
        double demand = history.demand(each);
        double around = average[each - margin];
        sum += model.isMultiplicative() ? demand / around : demand - around;
        count++;
      }
    }
    return sum / count;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum / values.length;
  }

  /** The slope of the least-squares line through values one apart. */
  private static double slope(double[] values) {
    double middle = (values.length - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int each = 0; each < values.length; each++) {
      products += (each - middle) * values[each];
      squares += (each - middle) * (each - middle);
    }
    return squares == 0 ? 0 : products / squares;
  }

  /**
   * The errors of an additive model are linear in its start: each is the error from the first values, plus
   * the response to a unit of level, of trend and of each season. So least squares give the start at once.
   */
  private static Components estimated(
      Setting setting, DemandHistory history, SmoothingParameters weights) {
    Components first = firstValues(setting.model(), history);
    Recursion errors = new Recursion(setting, weights, first);
    Recursion[] responses = responses(setting, weights, first.seasons().length);
    LeastSquares squares = new LeastSquares(responses.length);
    double[] response = new double[responses.length];
    for (int period = 0; period < history.periods(); period++) {
      for (int each = 0; each < responses.length; each++) {
        response[each] = responses[each].step(0);
      }
      squares.add(response, errors.step(history.demand(period)));
    }
    return moved(setting.model(), first, squares.solution());
  }

  /** What a unit of level does, then one of trend if there is one, then one of each season. */
  private static Recursion[] responses(
      Setting setting, SmoothingParameters weights, int seasonCount) {
    int trends = setting.model().hasTrend() ? 1 : 0;
    Recursion[] responses = new Recursion[1 + trends + seasonCount];
    for (int each = 0; each < responses.length; each++) {
      double[] seasons = new double[seasonCount];
      if (each > trends) {
        seasons[each - trends - 1] = 1;
      }
      Components unit =
          new Components(each == 0 ? 1 : 0, trends == 1 && each == 1 ? 1 : 0, seasons);
      responses[each] = new Recursion(setting, weights, unit);
    }
    return responses;
  }

  private static Components moved(SmoothingModel model, Components first, double[] shift) {
    int trends = model.hasTrend() ? 1 : 0;
    double[] seasons = first.seasons();
    for (int each = 0; each < seasons.length; each++) {
      seasons[each] += shift[1 + trends + each];
    }
    return new Components(
        first.level() + shift[0], first.trend() + (trends == 1 ? shift[1] : 0), seasons);
  }
}
