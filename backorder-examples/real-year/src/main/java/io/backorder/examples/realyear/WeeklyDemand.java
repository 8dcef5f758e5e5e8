package io.backorder.examples.realyear;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked for of each item in each whole week of a year, as a table for methods that forecast: a head
 * line with the first day of each week, then a line for each item. Weeks before an item's first sale are
 * empty, since nobody knows whether it was on offer.
 */
final class WeeklyDemand {

  private static final int DAYS = 7;

  private final List<String> head = new ArrayList<>(List.of("item"));
  private final Map<Sku, long[]> demand = new TreeMap<>();

  /** Adds the year up. */
  WeeklyDemand(RetailYear year) {
    int weeks = year.days().size() / DAYS;
    for (int week = 0; week < weeks; week++) {
      head.add(year.date(week * DAYS).toString());
    }
    year.demand()
        .forEach((shelf, days) ->
            add(days, demand.computeIfAbsent(shelf.sku(), key -> new long[weeks])));
  }

  private static void add(long[] days, long[] weeks) {
    for (int day = 0; day < weeks.length * DAYS; day++) {
      weeks[day / DAYS] += days[day];
    }
  }

  /** Writes the table into a folder that is there. */
  void write(Path file) throws IOException {
    try (CsvWriter lines = CsvWriter.builder().build(file)) {
      lines.writeRecord(head);
      demand.forEach((sku, weeks) -> lines.writeRecord(line(sku, weeks)));
    }
  }

  private static List<String> line(Sku sku, long[] weeks) {
    List<String> line = new ArrayList<>(List.of(sku.value()));
    boolean isOnOffer = false;
    for (long units : weeks) {
      isOnOffer |= units > 0;
      line.add(isOnOffer ? String.valueOf(units) : "");
    }
    return line;
  }
}
