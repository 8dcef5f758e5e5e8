package io.backorder.examples.realyear;

import io.backorder.posting.LineOutcome;
import java.util.List;

/**
 * How well some orders were served. A unit, line or order is filled if it was reserved whole at the
 * moment of the order; a wait is the days from the order to the shipment, and only units that were not
 * shipped on the day of the order have one.
 */
final class Service {

  private long orders;
  private long lines;
  private long units;
  private long filledOrders;
  private long filledLines;
  private long filledUnits;
  private long shippedLate;
  private long unitDaysWaited;
  private int longestWait;
  private long stillOpen;

  /** Counts an order. */
  void ordered(List<LineOutcome> outcomes) {
    boolean whole = true;
    for (LineOutcome line : outcomes) {
      long waiting = line.backordered().units();
      lines++;
      units += line.reserved().units() + waiting;
      filledUnits += line.reserved().units();
      filledLines += waiting == 0 ? 1 : 0;
      whole &= waiting == 0;
    }
    orders++;
    filledOrders += whole ? 1 : 0;
  }

  /** Counts units that left the house. */
  void shipped(long quantity, int waited) {
    if (waited > 0) {
      shippedLate += quantity;
      unitDaysWaited += quantity * waited;
      longestWait = Math.max(longestWait, waited);
    }
  }

  /** Counts units that wait at the end of the year. */
  void open(long quantity) {
    stillOpen += quantity;
  }

  long orders() {
    return orders;
  }

  long lines() {
    return lines;
  }

  long units() {
    return units;
  }

  /** Returns the share of units filled, in percent; not a number if nothing was ordered. */
  double unitFill() {
    return 100.0 * filledUnits / units;
  }

  /** Returns the share of lines filled, in percent; not a number if nothing was ordered. */
  double lineFill() {
    return 100.0 * filledLines / lines;
  }

  /** Returns the share of orders filled, in percent; not a number if nothing was ordered. */
  double orderFill() {
    return 100.0 * filledOrders / orders;
  }

  long backorderedLines() {
    return lines - filledLines;
  }

  long backorderedUnits() {
    return units - filledUnits;
  }

  /** Returns the mean wait of a unit that was shipped late, in days; not a number if none was. */
  double meanWait() {
    return (double) unitDaysWaited / shippedLate;
  }

  int longestWait() {
    return longestWait;
  }

  long stillOpen() {
    return stillOpen;
  }
}
