package io.backorder.examples.realyear;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The sales of a year, day by day. Day 0 is the day of the first order.
 *
 * @param first the date of day 0
 * @param days the orders of each day, in the order in which they were placed; empty on days without
 */
record RetailYear(LocalDate first, List<List<Sale>> days) {

  /**
   * One order.
   *
   * @param order its number
   * @param lines its lines, each with a quantity of at least 1
   */
  record Sale(OrderId order, List<OrderLine> lines) {}

  /** Reads the sales of the Online Retail data set; cancellations and lines below 1 are left out. */
  static RetailYear readSales(Path folder) throws IOException {
    Map<String, LocalDate> placed = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv = open(folder.resolve("orders.csv.gz"))) {
      for (NamedCsvRecord row : csv) {
        String date = row.getField("placed_at").substring(0, 10);
        placed.put(row.getField("order_no"), LocalDate.parse(date));
      }
    }
    Map<String, List<OrderLine>> orders = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv = open(folder.resolve("order_lines.csv.gz"))) {
      for (NamedCsvRecord row : csv) {
        String order = row.getField("order_no");
        long units = Long.parseLong(row.getField("quantity"));
        if (units > 0 && !order.startsWith("C")) {
          List<OrderLine> lines = orders.computeIfAbsent(order, key -> new ArrayList<>());
          String number = String.valueOf(lines.size() + 1);
          lines.add(OrderLine.of(number, Sku.of(row.getField("sku")), Quantity.of(units)));
        }
      }
    }
    return byDay(placed, orders);
  }

  private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
    Reader reader = new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(reader);
  }

  private static RetailYear byDay(
      Map<String, LocalDate> placed, Map<String, List<OrderLine>> orders) {
    LocalDate first = placed.values().stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = placed.values().stream().max(LocalDate::compareTo).orElseThrow();
    List<List<Sale>> days = new ArrayList<>();
    for (long day = 0; day <= ChronoUnit.DAYS.between(first, last); day++) {
      days.add(new ArrayList<>());
    }
    orders.forEach((number, lines) -> {
      LocalDate date = placed.getOrDefault(number, first);
      int day = Math.toIntExact(ChronoUnit.DAYS.between(first, date));
      days.get(day).add(new Sale(OrderId.of(number), List.copyOf(lines)));
    });
    return new RetailYear(first, days);
  }

  /** Returns the units ordered of each item on each day. */
  Map<Sku, long[]> demand() {
    Map<Sku, long[]> demand = new HashMap<>();
    for (int day = 0; day < days.size(); day++) {
      for (Sale sale : days.get(day)) {
        for (OrderLine line : sale.lines()) {
          demand.computeIfAbsent(line.sku(), key -> new long[days.size()])[day] +=
              line.quantity().units();
        }
      }
    }
    return demand;
  }
}
