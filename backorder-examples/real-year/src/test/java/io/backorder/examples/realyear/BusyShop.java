package io.backorder.examples.realyear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sixty days of a made-up shop in four tables: ten orders a day, each of one to ten of forty items, so
 * that many orders want the same.
 */
final class BusyShop {

  private static final int DAYS = 60;
  private static final int ORDERS = 10;
  private static final int LINES = 10;
  private static final int ITEMS = 40;
  private static final int DOZEN = 12;

  private BusyShop() {}

  /** Writes the tables. */
  static Path folder(Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    List<String> orders = new ArrayList<>(List.of("order_no,placed_at,customer,country"));
    List<String> lines = new ArrayList<>(List.of("order_no,sku,quantity,unit_price_gbp"));
    for (int i = 0; i < DAYS * ORDERS; i++) {
      LocalDateTime at = LocalDate.of(2011, 1, 1).plusDays(i / ORDERS).atTime(9 + i % ORDERS, 0);
      orders.add("%d,%s:00,%d,France"
          .formatted(10_000 + i, at.toString().replace('T', ' '), 100 + random.nextInt(50)));
      for (int line = 0; line <= random.nextInt(LINES); line++) {
        lines.add("%d,%d,%d,1.85"
            .formatted(10_000 + i, 20_000 + random.nextInt(ITEMS), 1 + random.nextInt(DOZEN)));
      }
    }
    Files.write(folder.resolve("orders.csv"), orders);
    Files.write(folder.resolve("order_lines.csv"), lines);
    Files.write(
        folder.resolve("stock_adjustments.csv"), List.of("ref,recorded_at,sku,delta,reason"));
    Files.write(folder.resolve("products.csv"), List.of("sku,name,median_price_gbp"));
    return folder;
  }
}
