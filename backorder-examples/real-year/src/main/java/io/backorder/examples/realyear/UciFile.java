package io.backorder.examples.realyear;

import io.backorder.demand.OrderId;
import io.backorder.examples.realyear.OnlineRetail.Document;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Online Retail data set as its publisher's one table, saved as CSV. Columns go by the names of
 * either edition ({@code InvoiceNo} or {@code Invoice}, {@code UnitPrice} or {@code Price}, {@code
 * CustomerID} or {@code Customer ID}).
 *
 * <p>What is no goods (postage, fees, vouchers, ...) is left out. Lines without a price and a customer,
 * and lines below zero outside a cancellation, are the shop's stock corrections, and their description
 * is the clerk's reason.
 *
 * @param file the file
 */
record UciFile(Path file) implements YearSource {

  /** Month before day where the parts are separated by slashes, as the publisher's file has it. */
  private static final List<DateTimeFormatter> MOMENTS = List.of(
      DateTimeFormatter.ofPattern("M/d/uuuu H:mm"),
      DateTimeFormatter.ofPattern("M/d/uuuu H:mm:ss"),
      DateTimeFormatter.ofPattern("M/d/uu H:mm"),
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"),
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"),
      DateTimeFormatter.ISO_LOCAL_DATE_TIME,
      DateTimeFormatter.ofPattern("d.M.uuuu H:mm"));

  /** Stock numbers begin with a digit, but for those of one maker; the others are fees and the like. */
  private static final Pattern GOODS = Pattern.compile("(\\d|DCGS).*");

  @Override
  public RetailYear read() throws IOException {
    OnlineRetail retail = new OnlineRetail();
    new CsvTable(file).forEach(row -> take(row, retail));
    return retail.year(file.toString());
  }

  @Override
  public PriceList prices(RetailYear year) throws IOException {
    PriceList.OnlineRetailPrices prices = new PriceList.OnlineRetailPrices();
    new CsvTable(file).forEach(row -> take(row, prices));
    return prices.list();
  }

  private static void take(CsvTable.Row row, PriceList.OnlineRetailPrices prices) {
    boolean corrects = isFree(row) && customer(row).isEmpty();
    if (GOODS.matcher(sku(row).value()).matches() && !corrects) {
      OrderId number = row.identifier(OrderId::of, "InvoiceNo", "Invoice");
      prices.line(number, row.whole("Quantity"), row.price("UnitPrice", "Price"));
    }
  }

  private static Sku sku(CsvTable.Row row) {
    return row.identifier(text -> Sku.of(text.toUpperCase(Locale.ROOT)), "StockCode");
  }

  private static String customer(CsvTable.Row row) {
    return row.text("CustomerID", "Customer ID").replaceFirst("\\.0$", "");
  }

  private static boolean isFree(CsvTable.Row row) {
    return row.number("UnitPrice", "Price").signum() == 0;
  }

  private static void take(CsvTable.Row row, OnlineRetail retail) {
    Sku sku = sku(row);
    if (!GOODS.matcher(sku.value()).matches()) {
      return;
    }
    LocalDateTime at = row.moment(MOMENTS, "InvoiceDate");
    String customer = customer(row);
    OrderId number = row.identifier(OrderId::of, "InvoiceNo", "Invoice");
    Document document = new Document(at, number, customer);
    long units = row.whole("Quantity");
    boolean free = isFree(row);
    if (!document.takesBack() && (units < 0 || (free && customer.isEmpty()))) {
      retail.correction(at, sku, units, row.text("Description"));
    } else {
      retail.line(document, sku, units);
      retail.name(sku, row.text("Description"));
    }
  }
}
