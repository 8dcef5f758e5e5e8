package io.backorder.examples.realyear;

import io.backorder.empirical.Empirical;
import io.backorder.forecast.DemandHistory;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.OrderUpToLevel;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.SmoothingState;
import java.util.Arrays;

/**
 * One way to choose the level to order up to: the demand that the days until the order after this one arrives
 * will not exceed with some probability, by a law that is read off the latest days.
 *
 * @param law how those days are read
 * @param window how many days are looked back on; fewer while there are fewer
 * @param service the probability
 */
record LevelRule(Law law, int window, CycleServiceLevel service) {

  /** How demand is read off past days. */
  enum Law {

    /** The textbook's: normal, days independent and alike. */
    NORMAL("normal") {
      @Override
      double level(Days days, CycleServiceLevel service) {
        LeadTimeDemand demand = days.overCover();
        return new OrderUpToLevel(
                demand.mean() + SafetyStock.of(demand, service).units())
            .units();
      }
    },

    /** In whole units, of which some come in batches; days independent and alike. */
    NEGATIVE_BINOMIAL("negative binomial") {
      @Override
      double level(Days days, CycleServiceLevel service) {
        LeadTimeDemand demand = days.overCover();
        return demand.mean() == 0
            ? 0
            : ReorderPoint.of(demand.toWholeUnits(), service).units();
      }
    },

    /** A level that moves, with as much memory as the window has: the weight of a day is 2 / (window + 1). */
    SMOOTHED("smoothed") {
      @Override
      double level(Days days, CycleServiceLevel service) {
        LeadTimeDemand demand = days.smoothedOverCover();
        return demand.mean() == 0
            ? 0
            : ReorderPoint.of(demand.toWholeUnits(), service).units();
      }
    },

    /** What as many days in a row came to: nothing is assumed of days, and little is known. */
    PAST_SUMS("sums of past days") {
      @Override
      double level(Days days, CycleServiceLevel service) {
        return ReorderPoint.of(Empirical.of(days.sums()), service).units();
      }
    };

    private final String words;

    Law(String words) {
      this.words = words;
    }

    abstract double level(Days days, CycleServiceLevel service);

    /** Returns what it is called. */
    String words() {
      return words;
    }
  }

  /** Returns the level on the evening of a day. */
  long level(Days days) {
    return (long) Math.ceil(law.level(days, service));
  }

  /** The days that are looked back on. */
  static final class Days {

    private final long[] demand;
    private final int first;
    private final int last;
    private final int window;
    private final int cover;

    private Days(long[] demand, int last, int window, int cover) {
      this.demand = demand;
      this.first = Math.max(0, last - window + 1);
      this.last = last;
      this.window = window;
      this.cover = cover;
    }

    /** Returns the days up to an evening, for a level that must last so many days. */
    static Days before(long[] demand, int last, int window, int cover) {
      return new Days(demand, last, window, cover);
    }

    private int count() {
      return last - first + 1;
    }

    LeadTimeDemand overCover() {
      double sum = 0;
      for (int day = first; day <= last; day++) {
        sum += demand[day];
      }
      double mean = sum / count();
      double squares = 0;
      for (int day = first; day <= last; day++) {
        squares += (demand[day] - mean) * (demand[day] - mean);
      }
      double variance = squares / (count() - 1);
      return LeadTimeDemand.of(mean * cover, Math.sqrt(variance * cover));
    }

    /** The forecast error of several days is wider than that of days that are independent. */
    LeadTimeDemand smoothedOverCover() {
      double[] past = new double[last + 1];
      Arrays.setAll(past, day -> demand[day]);
      double alpha = 2.0 / (window + 1);
      SmoothingState state =
          ExponentialSmoothing.simple().withAlpha(alpha).fit(DemandHistory.of(past));
      double deviation = Math.sqrt(state.squaredErrors() / state.errors());
      PeriodDemand day = PeriodDemand.of(Math.max(0, state.level()), deviation);
      return LeadTimeDemand.smoothed(day, cover, alpha);
    }

    /** Returns the demand of each stretch of as many days as are covered. */
    double[] sums() {
      int length = Math.min(cover, last - first + 1);
      double[] sums = new double[last - first + 2 - length];
      double sum = 0;
      for (int day = first; day <= last; day++) {
        sum += demand[day];
        int start = day - length + 1;
        if (start >= first) {
          sums[start - first] = sum;
          sum -= demand[start];
        }
      }
      return sums;
    }
  }
}
