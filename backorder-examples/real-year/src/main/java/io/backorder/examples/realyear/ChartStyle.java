package io.backorder.examples.realyear;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** How the report's charts look. */
final class ChartStyle {

  private static final int WIDTH = 620;
  private static final int HEIGHT = 360;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color GRID = new Color(0xd5d9df);
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  /** Differ in brightness, too. */
  private static final List<Color> SERIES = List.of(
      new Color(0x1f5fa8),
      new Color(0xe69f45),
      new Color(0x3a9188),
      new Color(0x8a3f86),
      new Color(0x70757d));

  /** The oldest first. */
  private static final List<Color> AGES =
      List.of(new Color(0xa3172b), new Color(0xe8903f), new Color(0x4a90c9), new Color(0xa6cbe8));

  private ChartStyle() {}

  /** Returns areas over time, of which each later one hides a part of those before. */
  static JFreeChart areas(String title, String unit, XYDataset data) {
    XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
    renderer.setLegendArea(new Rectangle2D.Double(-5, -5, 10, 10));
    return overTime(title, unit, data, color(renderer, AGES));
  }

  /** Returns lines over time. */
  static JFreeChart lines(String title, String unit, XYDataset data) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setAutoPopulateSeriesStroke(false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultStroke(new BasicStroke(2f));
    return overTime(title, unit, data, color(renderer, SERIES));
  }

  private static XYItemRenderer color(XYItemRenderer renderer, List<Color> colors) {
    for (int i = 0; i < colors.size(); i++) {
      renderer.setSeriesPaint(i, colors.get(i));
    }
    return renderer;
  }

  private static JFreeChart overTime(
      String title, String unit, XYDataset data, XYItemRenderer renderer) {
    DateAxis time = new DateAxis("date");
    time.setDateFormatOverride(new SimpleDateFormat("MMM yyyy", Locale.ENGLISH));
    time.setLowerMargin(0);
    time.setUpperMargin(0);
    time.setLabelFont(LABEL);
    time.setTickLabelFont(TICK);
    XYPlot plot = new XYPlot(data, time, numbers(unit), renderer);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    return chart(title, plot);
  }

  private static NumberAxis numbers(String unit) {
    NumberAxis axis = new NumberAxis(unit);
    axis.setNumberFormatOverride(new DecimalFormat("#,##0.##", SYMBOLS));
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(TICK);
    return axis;
  }

  /** Returns bars beside each other, with their figures to a tenth. */
  static JFreeChart bars(String title, Axes axes, CategoryDataset data) {
    BarRenderer renderer = bars("#,##0.0");
    return chart(title, plot(data, axes, renderer));
  }

  /** Returns bars below each other, with their figures as whole numbers. */
  static JFreeChart rows(String title, Axes axes, CategoryDataset data) {
    BarRenderer renderer = bars("#,##0");
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    CategoryPlot plot = plot(data, axes, renderer);
    plot.getDomainAxis().setMaximumCategoryLabelLines(1);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.42f);
    plot.getRangeAxis().setUpperMargin(0.25); // a figure takes more room beside its bar than above
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    return chart(title, plot);
  }

  private static BarRenderer bars(String figures) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setMaximumBarWidth(0.12);
    renderer.setItemMargin(0.05);
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", new DecimalFormat(figures, SYMBOLS)));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(TICK);
    for (int i = 0; i < SERIES.size(); i++) {
      renderer.setSeriesPaint(i, SERIES.get(i));
    }
    return renderer;
  }

  private static CategoryPlot plot(CategoryDataset data, Axes axes, BarRenderer renderer) {
    CategoryAxis names = new CategoryAxis(axes.names);
    names.setLabelFont(LABEL);
    names.setTickLabelFont(TICK);
    names.setMaximumCategoryLabelLines(2);
    names.setMaximumCategoryLabelWidthRatio(0.9f);
    NumberAxis figures = numbers(axes.figures);
    figures.setUpperMargin(0.14); // room for the figures
    CategoryPlot plot = new CategoryPlot(data, names, figures, renderer);
    plot.setRangeGridlinePaint(GRID);
    return plot;
  }

  /**
   * What the axes of bars are called.
   *
   * @param names the axis of the names
   * @param figures the axis of the figures, with their unit
   */
  record Axes(String names, String figures) {}

  private static JFreeChart chart(String title, Plot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 4, 4, 36)); // room for the half of the last date
    JFreeChart chart = new JFreeChart(title, TITLE, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    // a browser's font is narrower or wider than Java's, which shows least on the left
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getLegend().setItemFont(LABEL);
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  /** Returns a chart as an SVG element whose inner names begin with a prefix of its own. */
  static String svg(JFreeChart chart, String prefix) {
    TextUtils.setUseDrawRotatedStringWorkaround(false); // it draws outlines where text is wanted
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    graphics.setDefsKeyPrefix(prefix);
    graphics.setGeomDoubleConverter(ChartStyle::tenths);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return graphics.getSVGElement(
        prefix,
        false,
        new ViewBox(0, 0, WIDTH, HEIGHT),
        PreserveAspectRatio.XMID_YMID,
        MeetOrSlice.MEET);
  }

  private static String tenths(double coordinate) {
    double rounded = Math.rint(coordinate * 10) / 10;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }
}
