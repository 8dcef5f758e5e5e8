package io.backorder.examples.realyear;

import io.backorder.examples.realyear.YearResult.Closing;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures of one year under some policies, as tables with a column for each policy. */
final class Figures {

  private static final int WORST = 10;

  private final RetailYear year;
  private final List<YearResult> results;

  Figures(RetailYear year, List<YearResult> results) {
    this.year = year;
    this.results = List.copyOf(results);
  }

  /** Returns all tables, the most important first. */
  List<FigureTable> all() {
    return List.of(comparison(), waits(), worst(), units(), reversals());
  }

  /** Returns how well orders were served. */
  FigureTable comparison() {
    return table(
        "Service and stock",
        List.of(
            row("orders", result -> whole(result.total().orders())),
            row("order lines", result -> whole(result.total().lines())),
            row("units ordered", result -> whole(result.total().units())),
            row("unit fill", result -> percent(result.total().unitFill())),
            row("line fill", result -> percent(result.total().lineFill())),
            row("order fill", result -> percent(result.total().orderFill())),
            row("backordered lines", result -> whole(result.total().backorderedLines())),
            row("backordered units", result -> whole(result.total().backorderedUnits())),
            row("mean wait of a late unit", result -> days(result.total().meanWait())),
            row("longest wait", result -> result.total().longestWait() + " d"),
            row("units still open", result -> whole(result.total().stillOpen())),
            row("mean stock, units", result -> whole(Math.round(result.meanStock())))));
  }

  /** Returns who waited how long. */
  FigureTable waits() {
    List<List<String>> rows = new ArrayList<>();
    for (CustomerClass customers : CustomerClass.values()) {
      Function<YearResult, Service> of = result -> result.service().of(customers.priority());
      String name = customers.words() + ": ";
      rows.add(row(name + "orders", of.andThen(service -> whole(service.orders()))));
      rows.add(row(name + "unit fill", of.andThen(service -> percent(service.unitFill()))));
      rows.add(row(name + "mean wait", of.andThen(service -> days(service.meanWait()))));
      rows.add(row(name + "longest wait", of.andThen(service -> service.longestWait() + " d")));
    }
    return new FigureTable("Who waits", header(), rows);
  }

  /** Returns the items that were shortest under the first policy. */
  FigureTable worst() {
    List<List<String>> rows = new ArrayList<>();
    for (Shortfall item : results.get(0).service().worst(WORST)) {
      rows.add(
          List.of(item.sku().value(), name(item.sku()), whole(item.lines()), whole(item.units())));
    }
    return new FigureTable(
        "The ten worst items (%s)".formatted(results.get(0).policy().key()),
        List.of("item", "name", "lines short", "units short"),
        rows);
  }

  private String name(Sku sku) {
    return year.about().names().getOrDefault(sku, "");
  }

  /** Returns where the units came from and where they went. */
  FigureTable units() {
    return table(
        "Where the units went",
        List.of(
            row("received", result -> whole(result.closing().units().received())),
            row(
                "+ returned by customers",
                result -> whole(result.closing().units().returned())),
            row("+ found", result -> whole(result.closing().units().found())),
            row("- lost", result -> whole(result.closing().units().lost())),
            row("- shipped", result -> whole(result.closing().units().shipped())),
            row("= on hand at the end", result -> whole(result.closing().units().onHand())),
            row("ordered", result -> whole(result.closing().units().ordered())),
            row("- cancelled", result -> whole(result.closing().units().cancelled())),
            row("- shipped ", result -> whole(result.closing().units().shipped())),
            row("= still open", result -> whole(result.closing().units().waiting()))));
  }

  /** Returns what was given back and corrected, and what of it did not fit. */
  FigureTable reversals() {
    return table(
        "Cancellations, returns and corrections",
        List.of(
            count("lines given back", closing -> closing.returns().lines()),
            count("  units cancelled while open", closing -> closing.returns().cancelled()),
            count(
                "  units returned after shipment", closing -> closing.returns().returned()),
            count(
                "  lines without a replayed sale", closing -> closing.returns().unmatchedLines()),
            count(
                "  their units, put on the shelf", closing -> closing.returns().unmatched()),
            count("stock corrections posted", closing -> closing.corrections().posted()),
            count("  units found", closing -> closing.corrections().found()),
            count("  units lost", closing -> closing.corrections().lost()),
            count(
                "  corrections cut to the shelf",
                closing -> closing.corrections().cut()),
            count(
                "  their units that were not there",
                closing -> closing.corrections().impossible())));
  }

  private FigureTable table(String title, List<List<String>> rows) {
    return new FigureTable(title, header(), rows);
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("policy"));
    results.forEach(result -> header.add(result.policy().key()));
    return header;
  }

  private List<String> count(String name, Function<Closing, Long> figure) {
    return row(name, result -> whole(figure.apply(result.closing())));
  }

  private List<String> row(String name, Function<YearResult, String> figure) {
    List<String> row = new ArrayList<>(List.of(name));
    results.forEach(result -> row.add(figure.apply(result)));
    return row;
  }

  /** Returns a whole number for people. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a share for people; a dash where there is nothing to share. */
  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", share);
  }

  /** Returns a time for people; a dash where nobody waited. */
  static String days(double days) {
    return Double.isNaN(days) ? "-" : String.format(Locale.ROOT, "%.2f d", days);
  }
}
