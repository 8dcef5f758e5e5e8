package io.backorder;

import io.backorder.forecast.DemandHistory;
import io.backorder.smoothing.Seasonality;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where a reference goes its own way. Each method turns the library's figure into the reference's, so that
 * what differs is stated and the rest is compared to the last digit.
 */
final class ReferenceQuirks {

  private ReferenceQuirks() {}

  /** R forecast 8.20 answers 0 for the first period too, but only where nothing was ever asked for. */
  static OptionalDouble firstOfCroston(DemandHistory history) {
    return history.mean() == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  /** tsintermittent 1.10 answers 0 for the sample variation of a single demand, which has none. */
  static Object variationOfOne(OptionalDouble variation) {
    return variation.isPresent() ? variation : CaseValues.AnyOf.of(0.0, variation);
  }

  /**
   * statsmodels 0.13.5 copies the last season one place too early: the forecast exactly one season ahead has
   * that season's index before its last update, while all other steps have the latest.
   *
   * @param found the library's figures
   * @param stale the index of the last period's season before that period
   * @param seasonality how a season acts
   */
  static Map<String, Object> staleSeason(
      Map<String, Object> found, double stale, Seasonality seasonality) {
    double[] forecast = ForecastCases.list(found, "forecast");
    double[] latest = ForecastCases.list(found, "seasonals");
    int period = latest.length;
    if (forecast.length >= period) {
      double fresh = latest[period - 1];
      forecast[period - 1] = seasonality == Seasonality.MULTIPLICATIVE
          ? forecast[period - 1] / fresh * stale
          : forecast[period - 1] - fresh + stale;
    }
    return found;
  }

  /**
   * R forecast 8.20 reports the mean of a model with relative errors, which more than one season ahead is
   * not the forecast path, because season and level share errors. In it the weight of the trend stands
   * where the product of both weights belongs.
   */
  static Map<String, Object> meanOfRelativeErrors(CaseInputs in, Map<String, Object> found) {
    double[] demand = in.numbers("series");
    double[] fitted = ForecastCases.list(found, "fitted");
    double variance = 0;
    for (int each = 0; each < demand.length; each++) {
      double relative = demand[each] / fitted[each] - 1;
      variance += relative * relative / demand.length;
    }
    double alpha = in.number("alpha");
    double beta = in.number("beta");
    double shared = variance * in.number("gamma");
    double[] mean = ForecastCases.list(found, "mean");
    double[] seasons = ForecastCases.list(found, "seasonals");
    // the mean of level times season and of trend times season, next season first
    double[] levels = new double[mean.length + seasons.length];
    double[] trends = new double[levels.length];
    for (int step = 0; step < levels.length; step++) {
      double season = seasons[step % seasons.length];
      levels[step] = ForecastCases.number(found, "level") * season;
      trends[step] = ForecastCases.number(found, "trend") * season;
    }
    for (int step = 0; step < mean.length; step++) {
      mean[step] = levels[step] + trends[step];
      double level = levels[step] + trends[step];
      int again = step + seasons.length;
      for (int later = step + 1; later < again; later++) {
        levels[later] += trends[later];
      }
      levels[again] = level * (1 + shared * alpha);
      trends[again] = trends[step] + shared * beta * level;
    }
    return found;
  }

  /**
   * scipy 1.10 answers 0 for the 80 % quantile of a negative binomial whose variance is above its mean by
   * rounding alone, as in this series of mean 1/3. Poisson's quantile is 1, since {@code exp(-1/3)} is
   * below 0.8.
   */
  static boolean isRoundedQuantile(String series, double level) {
    return series.equals("carparts1310") && level == 0.8;
  }
}
