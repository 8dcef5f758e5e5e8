package io.backorder.examples.realyear;

/** What a year of sales came to. */
final class YearResult {

  long lines;
  long orders;
  long units;
  long unitsFromShelf;
  long linesFromShelf;
  long ordersFromShelf;
  long backorderedLines;
  long backorderedUnits;
  long deliveredLate;
  long unitDaysWaited;
  int longestWait;
  long stillOpen;
  double stockDays;
  int days;

  double unitFill() {
    return 100.0 * unitsFromShelf / units;
  }

  double lineFill() {
    return 100.0 * linesFromShelf / lines;
  }

  double orderFill() {
    return 100.0 * ordersFromShelf / orders;
  }

  double meanWait() {
    return (double) unitDaysWaited / deliveredLate;
  }

  double meanStock() {
    return stockDays / days;
  }

  @Override
  public String toString() {
    return ("%,d lines, unit fill %.2f %%, line fill %.2f %%, order fill %.2f %%, backordered %,d lines"
            + " / %,d units, mean wait %.2f d, longest %d d, still open %,d units, mean stock %,.0f")
        .formatted(
            lines,
            unitFill(),
            lineFill(),
            orderFill(),
            backorderedLines,
            backorderedUnits,
            meanWait(),
            longestWait,
            stillOpen,
            meanStock());
  }
}
