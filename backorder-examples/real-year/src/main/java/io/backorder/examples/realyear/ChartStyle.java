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
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.TableXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** How the report's charts look. */
final class ChartStyle {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
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

  private static final List<Color> AGES =
      List.of(new Color(0xa6cbe8), new Color(0x4a90c9), new Color(0xe8903f), new Color(0xa3172b));

  private ChartStyle() {}

  /** Returns areas over time, one upon the other. */
  static JFreeChart areas(String title, String unit, TableXYDataset data) {
    StackedXYAreaRenderer2 renderer = new StackedXYAreaRenderer2();
    renderer.setOutline(false);
    return overTime(title, unit, data, color(renderer, AGES));
  }

  /** Returns lines over time. */
  static JFreeChart lines(String title, String unit, XYDataset data) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setAutoPopulateSeriesStroke(false);
    renderer.setDefaultStroke(new BasicStroke(2f));
    return overTime(title, unit, data, color(renderer, SERIES));
  }

  private static XYItemRenderer color(XYItemRenderer renderer, List<Color> colors) {
    for (int i = 0; i < colors.size(); i++) {
      renderer.setSeriesPaint(i, colors.get(i));
      renderer.setSeriesShape(i, new Rectangle2D.Double(-5, -5, 10, 10));
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

  /** Returns bars beside each other, with their figures. */
  static JFreeChart bars(String title, String unit, CategoryDataset data) {
    return bars(title, unit, data, PlotOrientation.VERTICAL);
  }

  /** Returns bars below each other, with their figures. */
  static JFreeChart rows(String title, String unit, CategoryDataset data) {
    return bars(title, unit, data, PlotOrientation.HORIZONTAL);
  }

  private static JFreeChart bars(
      String title, String unit, CategoryDataset data, PlotOrientation orientation) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setMaximumBarWidth(0.12);
    renderer.setItemMargin(0.05);
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", new DecimalFormat("#,##0.#", SYMBOLS)));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(TICK);
    for (int i = 0; i < SERIES.size(); i++) {
      renderer.setSeriesPaint(i, SERIES.get(i));
    }
    CategoryAxis names = new CategoryAxis();
    names.setTickLabelFont(TICK);
    names.setMaximumCategoryLabelWidthRatio(0.5f);
    names.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    NumberAxis axis = numbers(unit);
    axis.setUpperMargin(0.14); // room for the figures
    CategoryPlot plot = new CategoryPlot(data, names, axis, renderer);
    plot.setOrientation(orientation);
    plot.setRangeGridlinePaint(GRID);
    return chart(title, plot);
  }

  private static JFreeChart chart(String title, Plot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(title, TITLE, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setItemFont(LABEL);
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  /** Returns a chart as an SVG element whose inner names begin with a prefix of its own. */
  static String svg(JFreeChart chart, String prefix) {
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    graphics.setDefsKeyPrefix(prefix);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return graphics.getSVGElement(
        prefix,
        false,
        new ViewBox(0, 0, WIDTH, HEIGHT),
        PreserveAspectRatio.XMID_YMID,
        MeetOrSlice.MEET);
  }
}
