package io.backorder.examples.realyear;

import io.backorder.empirical.Empirical;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.OrderUpToLevel;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;

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

  /**
   * The days that are looked back on.
   *
   * @param demand the demand of all days
   * @param first the first day looked at
   * @param last the last day looked at
   * @param cover the days that stock must last: lead time and review
   */
  record Days(long[] demand, int first, int last, int cover) {

    /** Returns the days before an evening. */
    static Days before(long[] demand, int last, int window, int cover) {
      return new Days(demand, Math.max(0, last - window + 1), last, cover);
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

    /** Returns the demand of each stretch of as many days as are covered. */
    double[] sums() {
      double[] sums = new double[Math.max(1, count() - cover + 1)];
      for (int start = 0; start < sums.length; start++) {
        for (int day = first + start; day <= Math.min(last, first + start + cover - 1); day++) {
          sums[start] += demand[day];
        }
      }
      return sums;
    }
  }
}
