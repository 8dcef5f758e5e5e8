package io.backorder.examples.realyear;

import io.backorder.picking.TourQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The busiest day, picked several ways.
 *
 * @param day the day
 * @param ways the ways, the plainest first
 */
record WarehouseResult(PickDay day, List<Way> ways) {

  /** Copies the ways. */
  WarehouseResult {
    ways = List.copyOf(ways);
  }

  /**
   * One way to pick a day.
   *
   * @param name what it is called
   * @param lists the tours
   * @param parts the lists from which orders come together, over all orders
   * @param quality how often bins were visited
   */
  record Way(String name, long lists, long parts, TourQuality quality) {}

  /** Returns the figures. */
  FigureTable table() {
    return new FigureTable(
        "The busiest day in the warehouse, " + day.date(),
        header(),
        List.of(
            row("tours", way -> Figures.whole(way.lists())),
            row("bin visits", way -> Figures.whole(way.quality().visits())),
            row("against order by order", way -> ratio(way.quality().ratio())),
            row("against the lower bound", way -> ratio(way.quality().aboveBound())),
            row("visits a tour", way -> ratio((double) way.quality().visits() / way.lists())),
            row("tours an order comes from", way -> ratio((double) way.parts() / day.orders()))));
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("picked"));
    ways.forEach(way -> header.add(way.name()));
    return header;
  }

  private List<String> row(String name, Function<Way, String> figure) {
    List<String> row = new ArrayList<>(List.of(name));
    ways.forEach(way -> row.add(figure.apply(way)));
    return row;
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }

  /** Returns the visits without which the day cannot be picked. */
  long lowerBound() {
    return ways.get(0).quality().lowerBound();
  }

  /** Returns what the figures are about, in a sentence. */
  String words() {
    String what =
        "More order lines left the house than on any other day under the first policy: %s lines"
            + " of %s orders, %s units. A cart takes %d orders. Every item has a bin of its own; bins stand in"
            + " the order of item numbers, in %d zones of as many. A stop at a bin is a visit; nobody can do"
            + " with fewer than %s.";
    return what.formatted(
        Figures.whole(day.units().size()),
        Figures.whole(day.orders()),
        Figures.whole(day.pieces()),
        WarehouseTrial.TOTES,
        WarehouseTrial.ZONES,
        Figures.whole(lowerBound()));
  }
}
