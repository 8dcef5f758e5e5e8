package io.backorder.examples.realyear;

import io.backorder.examples.realyear.MoneyResult.Course;
import io.backorder.revenue.RevenueAccount;
import java.time.LocalDate;
import java.util.Map;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;

/** The chart of a year's money. */
final class MoneyCharts {

  private MoneyCharts() {}

  /** Returns the curves of what was deferred, as an SVG element. */
  static String deferred(MoneyResult money) {
    TimeSeriesCollection data = new TimeSeriesCollection();
    for (Course course : money.courses()) {
      TimeSeries curve = new TimeSeries(course.terms());
      for (Map.Entry<LocalDate, RevenueAccount> evening : course.evenings().entrySet()) {
        LocalDate day = evening.getKey();
        curve.add(
            new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            evening.getValue().deferred().amount(),
            false);
      }
      data.addSeries(curve);
    }
    String currency = money.courses().get(0).closing().deferred().currency().getCurrencyCode();
    return ChartStyle.svg(
        ChartStyle.lines(
            "Deferred revenue, by when customers pay", currency + " in the evening", data),
        "money");
  }
}
