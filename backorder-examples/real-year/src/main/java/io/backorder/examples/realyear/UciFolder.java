package io.backorder.examples.realyear;

import io.backorder.demand.OrderId;
import io.backorder.examples.realyear.OnlineRetail.Document;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Online Retail data set as four tables: orders, order lines, stock corrections, products. Each is
 * a CSV file, compressed or not.
 *
 * @param folder where they lie
 */
record UciFolder(Path folder) implements YearSource {

  private static final String ORDERS = "orders.csv";
  private static final String LINES = "order_lines.csv";
  private static final String CORRECTIONS = "stock_adjustments.csv";
  private static final String PRODUCTS = "products.csv";
  private static final List<DateTimeFormatter> MOMENTS =
      List.of(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));

  /** Tells whether a folder has the table of orders. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(ORDERS))
        || Files.isRegularFile(folder.resolve(ORDERS + ".gz"));
  }

  @Override
  public RetailYear read() throws IOException {
    OnlineRetail retail = new OnlineRetail();
    Map<String, Document> documents = new HashMap<>();
    table(ORDERS).forEach(row -> documents.put(row.name("order_no"), document(row)));
    table(LINES).forEach(row -> line(row, documents, retail));
    table(CORRECTIONS)
        .forEach(row -> retail.correction(
            row.moment(MOMENTS, "recorded_at"), sku(row), row.whole("delta"), row.text("reason")));
    table(PRODUCTS).forEach(row -> retail.name(sku(row), row.text("name")));
    return retail.year(folder.toString());
  }

  @Override
  public PriceList prices(RetailYear year) throws IOException {
    PriceList.OnlineRetailPrices prices = new PriceList.OnlineRetailPrices();
    table(LINES)
        .forEach(row -> prices.line(
            row.identifier(OrderId::of, "order_no"),
            row.whole("quantity"),
            row.price("unit_price_gbp")));
    return prices.list();
  }

  private CsvTable table(String name) {
    Path packed = folder.resolve(name + ".gz");
    Path file = Files.isRegularFile(packed) ? packed : folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new BadDataException("file must be there: %s or %s.gz".formatted(file, file));
    }
    return new CsvTable(file);
  }

  private static Document document(CsvTable.Row row) {
    return new Document(
        row.moment(MOMENTS, "placed_at"),
        row.identifier(OrderId::of, "order_no"),
        row.text("customer"));
  }

  private static void line(CsvTable.Row row, Map<String, Document> documents, OnlineRetail retail) {
    Document document = documents.get(row.name("order_no"));
    if (document == null) {
      throw row.bad("order_no must be one of " + ORDERS, row.text("order_no"));
    }
    retail.line(document, sku(row), row.whole("quantity"));
  }

  private static Sku sku(CsvTable.Row row) {
    return row.identifier(Sku::of, "sku");
  }
}
