package io.backorder.examples.realyear;

import io.backorder.simulation.SimulationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What was chosen for each shelf, and what it came to on days that nobody had seen.
 *
 * @param chosen the policy of each shelf, by its kind
 * @param entrants the textbook as it is; then policies chosen item by item, and the textbook at their stock;
 *     then policies chosen by kind of item, and the textbook at theirs
 */
record PlanResult(Map<Shelf, LevelRule> chosen, List<Entrant> entrants) {

  /**
   * One of those compared.
   *
   * @param name what it is called
   * @param side how it did
   */
  record Entrant(String name, Side side) {}

  /**
   * All shelves together.
   *
   * @param stock the units on hand in the evening, on average
   * @param fill the part of the units that were served on their day, in per cent
   * @param waiting the days that units waited, all together
   * @param orders the purchases
   */
  record Side(double stock, double fill, double waiting, long orders) {}

  /** Adds shelves up. */
  static final class Tally {

    private double stock;
    private double asked;
    private double met;
    private double waiting;
    private long orders;

    void add(SimulationRun run) {
      stock += run.onHand();
      asked += run.totalDemand();
      met += run.fillRate() * run.totalDemand();
      waiting += run.backorderPeriods();
      orders += run.orders();
    }

    Side side() {
      return new Side(stock, 100 * met / asked, waiting, orders);
    }
  }

  /** Returns the comparison. */
  FigureTable comparison() {
    return new FigureTable(
        "Planning: chosen on the first half, judged on the second",
        header(),
        List.of(
            row("mean stock, units", side -> Figures.whole(Math.round(side.stock()))),
            row("unit fill", side -> Figures.percent(side.fill())),
            row("days that units waited", side -> Figures.whole(Math.round(side.waiting()))),
            row("purchases", side -> Figures.whole(side.orders()))));
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("rule"));
    entrants.forEach(entrant -> header.add(entrant.name()));
    return header;
  }

  private List<String> row(String name, Function<Side, String> figure) {
    List<String> row = new ArrayList<>(List.of(name));
    entrants.forEach(entrant -> row.add(figure.apply(entrant.side())));
    return row;
  }

  /** Returns how many shelves are bought by which law, and over which window. */
  FigureTable choices() {
    int[] windows =
        chosen.values().stream().mapToInt(LevelRule::window).sorted().distinct().toArray();
    List<String> header = new ArrayList<>(List.of("law"));
    for (int window : windows) {
      header.add(window + " days");
    }
    List<List<String>> rows = new ArrayList<>();
    for (LevelRule.Law law : LevelRule.Law.values()) {
      List<String> row = new ArrayList<>(List.of(law.words()));
      for (int window : windows) {
        row.add(Figures.whole(chosen.values().stream()
            .filter(rule -> rule.law() == law && rule.window() == window)
            .count()));
      }
      rows.add(row);
    }
    return new FigureTable("What was chosen by kind of item, in shelves", header, rows);
  }

  /** Returns which did better at equal stock, a sentence for each way to choose. */
  List<String> verdicts() {
    return List.of(
        verdict(entrants.get(1), entrants.get(2)), verdict(entrants.get(3), entrants.get(4)));
  }

  private static String verdict(Entrant plan, Entrant textbook) {
    return String.format(
        Locale.ROOT,
        "At equal stock, policies chosen %s served %.2f %% of the units from the shelf, the textbook rule"
            + " %.2f %%; units waited %s days under the first and %s under the second.",
        plan.name(),
        plan.side().fill(),
        textbook.side().fill(),
        Figures.whole(Math.round(plan.side().waiting())),
        Figures.whole(Math.round(textbook.side().waiting())));
  }
}
