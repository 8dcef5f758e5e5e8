package io.backorder.examples.realyear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Seventy days of a made-up shop in both layouts: two lamps are sold every day at ten; on day 60
 * customer 17850 orders a hundred and gives 99 of them up an hour later, and 5 more on the next day; on
 * day 62 the shop loses a thousand lamps that it never had, and on day 63 it finds five.
 */
final class SmallShop {

  static final int DAYS = 70;
  private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);

  private SmallShop() {}

  /** Writes the four tables. */
  static Path folder(Path folder) throws IOException {
    List<String> orders = new ArrayList<>(List.of("order_no,placed_at,customer,country"));
    List<String> lines = new ArrayList<>(List.of("order_no,sku,quantity,unit_price_gbp"));
    for (int day = 0; day < DAYS; day++) {
      orders.add("%d,%s,13047,United Kingdom".formatted(1000 + day, moment(day, 10)));
      lines.add("%d,22632,2,1.85".formatted(1000 + day));
    }
    orders.add("2000,%s,17850,France".formatted(moment(60, 11)));
    orders.add("C2001,%s,17850,France".formatted(moment(60, 12)));
    orders.add("C2002,%s,17850,France".formatted(moment(61, 12)));
    lines.addAll(List.of("2000,22632,100,1.85", "C2001,22632,-99,1.85", "C2002,22632,-5,1.85"));
    List<String> corrections = List.of(
        "ref,recorded_at,sku,delta,reason",
        "3000,%s,22632,-1000,\"wet, <rusty>\"".formatted(moment(62, 11)),
        "3001,%s,22632,5,".formatted(moment(63, 11)));
    List<String> products = List.of("sku,name,median_price_gbp", "22632,LAMP <RED>,1.85");
    Files.write(folder.resolve("orders.csv"), orders);
    Files.write(folder.resolve("order_lines.csv"), lines);
    Files.write(folder.resolve("stock_adjustments.csv"), corrections);
    Files.write(folder.resolve("products.csv"), products);
    return folder;
  }

  /** Writes the one table. */
  static Path file(Path file) throws IOException {
    List<String> rows = new ArrayList<>(List.of(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"));
    for (int day = 0; day < DAYS; day++) {
      rows.add(row(String.valueOf(1000 + day), 2, moment(day, 10)));
    }
    rows.add("2000,POST,POSTAGE,1,1/1/2011 9:00,18,17850.0,France");
    rows.add("2000,22632,LAMP <RED>,100,3/2/2011 11:00,1.85,17850.0,France");
    rows.add("C2001,22632,LAMP <RED>,-99,3/2/2011 12:00,1.85,17850,France");
    rows.add("C2002,22632,LAMP <RED>,-5,3/3/2011 12:00,1.85,17850,France");
    rows.add("3000,22632,\"wet, <rusty>\",-1000,2011-03-04 11:00,0,,United Kingdom");
    rows.add("3001,22632,,5,2011-03-05 11:00:00,0.0,,United Kingdom");
    return Files.write(file, rows);
  }

  private static String row(String order, int units, String moment) {
    return "%s,22632,LAMP <RED>,%d,%s,1.85,13047,United Kingdom".formatted(order, units, moment);
  }

  private static String moment(int day, int hour) {
    LocalDateTime at = FIRST.plusDays(day).atTime(hour, 0);
    return at.toLocalDate() + " " + at.toLocalTime() + ":00";
  }
}
