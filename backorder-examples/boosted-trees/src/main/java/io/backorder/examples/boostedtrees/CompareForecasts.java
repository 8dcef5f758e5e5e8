package io.backorder.examples.boostedtrees;

import io.backorder.accuracy.Backtest;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smile.util.MulticoreExecutor;

/** Prints how boosted trees and the built-in methods forecast the series of a file. */
public final class CompareForecasts {

  private static final int HORIZON = 4;

  private static final int ORIGINS = 9;

  private static final int GROW_EVERY = 3;

  private CompareForecasts() {}

  /**
   * Runs and, if the file is bad, ends the program with a status other than zero.
   *
   * @param args the file: a head line, then a line for each item, its name and the demand of each period,
   *     empty before it was on offer
   */
  public static void main(String[] args) {
    int status = run(System.out, args);
    MulticoreExecutor.shutdown();
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs and returns the status: 0 done, 1 failed, 2 misused. */
  static int run(PrintStream out, String... args) {
    if (args.length != 1) {
      out.println("boosted-trees: argument must be one CSV file of demand series");
      return 2;
    }
    try {
      compare(out, SeriesFile.read(Path.of(args[0])).values());
      return 0;
    } catch (IOException | InvalidValueException e) {
      out.println("boosted-trees: cannot compare on " + args[0] + ": " + e.getMessage());
      return 1;
    }
  }

  private static void compare(PrintStream out, Collection<DemandHistory> series) {
    Comparison comparison = new Comparison(Backtest.rolling(HORIZON, ORIGINS), GROW_EVERY);
    List<DemandHistory> compared = series.stream()
        .filter(each -> each.periods() >= Features.NEEDED + HORIZON + ORIGINS - 1)
        .toList();
    out.printf(
        "%d series, 1 to %d periods ahead from each of %d origins; %d series are too short%n",
        compared.size(), HORIZON, ORIGINS, series.size() - compared.size());
    out.println(Comparison.head());
    methods().forEach((name, method) -> out.println(comparison.ofEach(name, method, compared)));
    out.println(comparison.ofTrees("boosted trees", BoostedTrees.Growth.USUAL, compared));
  }

  private static Map<String, Forecaster> methods() {
    Map<String, Forecaster> methods = new LinkedHashMap<>();
    methods.put("naive", Forecaster.naive());
    methods.put("mean", Forecaster.mean());
    methods.put("moving average of 8", Forecaster.movingAverage(8));
    methods.put("SES, weight 0.1", ExponentialSmoothing.simple().withAlpha(0.1));
    methods.put("SES, weight estimated", ExponentialSmoothing.simple());
    methods.put("SBA", Croston.sba());
    methods.put("IMAPA", TemporalAggregation.imapa());
    methods.put("TSB", TeunterSyntetosBabai.tsb());
    return methods;
  }
}
