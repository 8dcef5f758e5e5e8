package io.backorder.examples.realyear;

import io.backorder.examples.realyear.ChartStyle.Axes;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;

/** The charts of a year. */
final class Charts {

  private static final int WORST = 10;
  private static final List<String> AGES =
      List.of("under 1 week", "1 to 2 weeks", "2 to 3 weeks", "3 weeks and more");

  private final RetailYear year;
  private final List<YearResult> results;

  Charts(RetailYear year, List<YearResult> results) {
    this.year = year;
    this.results = List.copyOf(results);
  }

  /** Returns why no chart can be drawn on this machine, or empty if charts can be drawn. */
  static Optional<String> obstacle() {
    try {
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
          .createGraphics()
          .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
          .stringWidth("x");
      return Optional.empty();
    } catch (InternalError | LinkageError | RuntimeException e) {
      // what Java throws where there is no font, or no library to read fonts, depends on its
      // version
      return Optional.of(reason(e));
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** Returns the charts as SVG elements, the most important first. */
  List<String> svgs() {
    List<JFreeChart> charts = new ArrayList<>();
    charts.add(fills());
    charts.add(waits());
    results.forEach(result -> charts.add(ages(result)));
    charts.add(stock());
    charts.add(worst());
    List<String> svgs = new ArrayList<>();
    charts.forEach(chart -> svgs.add(ChartStyle.svg(chart, "chart" + (svgs.size() + 1))));
    return svgs;
  }

  /** Returns the bin visits of each way to pick a day, and the fewest that can be, as an SVG element. */
  static String warehouse(WarehouseResult warehouse) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (WarehouseResult.Way way : warehouse.ways()) {
      data.addValue((double) way.quality().visits(), "visits to bins", way.name());
    }
    data.addValue((double) warehouse.lowerBound(), "visits to bins", "lower bound");
    Axes axes = new Axes("picked", "visits to bins");
    String title = "Visits to bins on the busiest day, " + warehouse.day().date();
    return ChartStyle.svg(ChartStyle.rows(title, axes, data), "warehouse");
  }

  private JFreeChart fills() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (YearResult result : results) {
      data.addValue(result.total().unitFill(), result.policy(), "units");
      data.addValue(result.total().lineFill(), result.policy(), "lines");
      data.addValue(result.total().orderFill(), result.policy(), "orders");
    }
    return ChartStyle.bars(
        "Filled from the shelf at once", new Axes("what is counted", "share filled, %"), data);
  }

  private JFreeChart waits() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (YearResult result : results) {
      data.addValue(result.total().meanWait(), result.policy(), "all");
      for (CustomerClass customers : CustomerClass.values()) {
        Service service = result.service().of(customers.priority());
        data.addValue(service.meanWait(), result.policy(), customers.words());
      }
    }
    return ChartStyle.bars(
        "Mean wait of a late unit, by customer", new Axes("customer", "wait, days"), data);
  }

  /**
   * The oldest units lie on top: the first area is that of all units, and the next one, of those that
   * are a week younger, is painted over it.
   */
  private static JFreeChart ages(YearResult result) {
    TimeSeriesCollection data = new TimeSeriesCollection();
    for (int week = AGES.size() - 1; week >= 0; week--) {
      TimeSeries upTo = new TimeSeries(AGES.get(week));
      for (YearResult.Evening evening : result.evenings()) {
        upTo.add(day(evening.date()), (double) evening.waitingUpTo(week), false);
      }
      data.addSeries(upTo);
    }
    return ChartStyle.areas(
        "Backorders by age, " + result.policy().words(), "units waiting in the evening", data);
  }

  private JFreeChart stock() {
    YearResult first = results.get(0);
    TimeSeries onHand = new TimeSeries("on hand");
    TimeSeries waiting = new TimeSeries("waiting");
    for (YearResult.Evening evening : first.evenings()) {
      onHand.add(day(evening.date()), (double) evening.onHand(), false);
      waiting.add(day(evening.date()), (double) evening.waiting(), false);
    }
    TimeSeriesCollection data = new TimeSeriesCollection(onHand);
    data.addSeries(waiting);
    return ChartStyle.lines(
        "Stock and backorders, " + first.policy().words(), "units in the evening", data);
  }

  private static Day day(LocalDate date) {
    return new Day(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
  }

  private JFreeChart worst() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    YearResult first = results.get(0);
    for (Shortfall item : first.service().worst(WORST)) {
      String name = year.about().names().getOrDefault(item.sku(), item.sku().value());
      data.addValue((double) item.units(), first.policy(), name);
    }
    return ChartStyle.rows("The ten worst items", new Axes("item", "units that had to wait"), data);
  }
}
