package io.backorder.examples.benchmarks;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Orders of many lines: a shop's real ones, or some that are made up with the shape of the real ones.
 *
 * <p>Real orders are the sales of the Online Retail data set, each item of an order once. The shape is
 * theirs: the number of items by its twentieths, and demand that falls with the rank of an item to the
 * power of 0.6.
 */
final class Baskets {

  /** How many items an order of the Online Retail data set has, from the least to the most by 5 %. */
  private static final int[] ITEMS = {
    1, 1, 2, 3, 5, 6, 8, 10, 12, 13, 15, 17, 19, 22, 25, 29, 34, 41, 52, 75, 200
  };

  private static final int SKUS = 3_800;
  private static final double EXPONENT = 0.6;
  private static final int DOZEN = 12;

  private Baskets() {}

  /** An order: how many units of which items, in the order in which they were put in. */
  record Basket(String number, Map<String, Integer> units) {

    PlaceOrder document() {
      List<OrderLine> lines = new ArrayList<>(units.size());
      units.forEach((sku, quantity) -> lines.add(
          OrderLine.of(Integer.toString(lines.size() + 1), Sku.of(sku), Quantity.of(quantity))));
      return PlaceOrder.of(OrderId.of(number), lines);
    }
  }

  /** Returns orders: the first of a folder with the real ones, or made-up ones if there is none. */
  static List<Basket> of(String folder, int count) throws IOException {
    if (folder.isEmpty()) {
      return generated(count);
    }
    Path orders =
        Path.of(folder).resolve("orders"); // the folder itself, or one of a larger collection
    return real(Files.isDirectory(orders) ? orders : Path.of(folder), count);
  }

  static List<Basket> generated(int count) {
    Generator generator = new Generator(5000);
    Generator.Zipf demand = Generator.Zipf.of(SKUS, EXPONENT);
    List<Basket> baskets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int items = items(generator.unit());
      Map<String, Integer> units = new LinkedHashMap<>();
      while (units.size() < items) {
        units.putIfAbsent("S" + demand.draw(generator), 1 + generator.below(DOZEN));
      }
      baskets.add(new Basket(generator.text(), units));
    }
    return baskets;
  }

  private static int items(double unit) {
    double place = unit * (ITEMS.length - 1);
    int below = (int) place;
    double share = place - below;
    return (int) Math.round(ITEMS[below] + share * (ITEMS[below + 1] - ITEMS[below]));
  }

  private static List<Basket> real(Path folder, int count) throws IOException {
    Map<String, Map<String, Integer>> orders = new LinkedHashMap<>();
    Path file = folder.resolve("order_lines.csv.gz");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine(); // order_no,sku,quantity,unit_price_gbp
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",", -1);
        int quantity = Integer.parseInt(fields[2]);
        if (quantity > 0) {
          orders
              .computeIfAbsent(fields[0], key -> new LinkedHashMap<>())
              .merge(fields[1], quantity, Integer::sum);
        }
      }
    }
    List<Basket> baskets = new ArrayList<>();
    orders.forEach((number, units) -> {
      if (baskets.size() < count) {
        baskets.add(new Basket(number, units));
      }
    });
    return baskets;
  }

  /** Returns the units ordered of each item. */
  static Map<String, Long> demand(List<Basket> baskets) {
    Map<String, Long> demand = new TreeMap<>();
    for (Basket basket : baskets) {
      basket.units.forEach((sku, units) -> demand.merge(sku, (long) units, Long::sum));
    }
    return demand;
  }
}
