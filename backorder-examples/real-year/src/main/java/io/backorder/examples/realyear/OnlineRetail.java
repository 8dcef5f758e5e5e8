package io.backorder.examples.realyear;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Online Retail data set while it is read, line by line: a document whose number begins with
 * {@code C} takes back, every other one sells. Lines of a sale that are not above zero are left out.
 */
final class OnlineRetail {

  private static final String SOURCE =
      "Chen, D. (2015). Online Retail [Dataset]. UCI Machine Learning Repository, data set 352,"
          + " https://doi.org/10.24432/C5BW33, CC BY 4.0; read from ";
  private static final LocationId MAIN = LocationId.of("MAIN");

  private final Map<OrderId, Document> sales = new LinkedHashMap<>();
  private final Map<Sku, String> names = new HashMap<>();
  private final YearBuilder year = new YearBuilder();
  private int givenBack;
  private int corrections;

  /**
   * A document's head.
   *
   * @param at when
   * @param number its number
   * @param customer who, empty if unknown
   * @param lines what was sold so far
   */
  record Document(LocalDateTime at, OrderId number, String customer, List<OrderLine> lines) {

    Document(LocalDateTime at, OrderId number, String customer) {
      this(at, number, customer, new ArrayList<>());
    }

    boolean takesBack() {
      return number.value().startsWith("C");
    }

    private RetailEvent.Sale sale() {
      OrderTerms terms = OrderTerms.standard();
      OrderTerms known = customer.isEmpty() ? terms : terms.by(CustomerId.of(customer));
      return new RetailEvent.Sale(at, PlaceOrder.of(number, lines).with(known), customer, MAIN);
    }
  }

  /** Takes a line of a document: units sold, or units taken back as a number below zero. */
  void line(Document document, Sku sku, long units) {
    if (document.takesBack() && units < 0) {
      String number = document.number() + "-" + ++givenBack;
      StockUnits back = StockUnits.of(sku, MAIN, Quantity.of(-units));
      year.add(new RetailEvent.GivenBack(document.at(), number, document.customer(), back));
    } else if (!document.takesBack() && units > 0) {
      // the moment and the customer of an order are those of its first line
      List<OrderLine> lines =
          sales.computeIfAbsent(document.number(), key -> document).lines();
      lines.add(OrderLine.of(String.valueOf(lines.size() + 1), sku, Quantity.of(units)));
    }
  }

  /** Takes a stock correction. */
  void correction(LocalDateTime at, Sku sku, long delta, String reason) {
    if (delta != 0) {
      String number = "correction " + ++corrections;
      AdjustStock document = AdjustStock.of(number, sku, MAIN, delta).because(words(reason));
      year.add(new RetailEvent.Correction(at, document));
    }
  }

  /** Returns a clerk's words as the ledger takes them. */
  private static String words(String reason) {
    String plain = reason.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
    int end = plain.offsetByCodePoints(
        0, Math.min(Identifiers.MAX_LENGTH, plain.codePointCount(0, plain.length())));
    return plain.isEmpty() ? "no reason given" : plain.substring(0, end).strip();
  }

  /** Takes what an item is called. */
  void name(Sku sku, String name) {
    if (!name.isEmpty()) {
      names.putIfAbsent(sku, name);
    }
  }

  /** Returns the year of what was taken. */
  RetailYear year(String readFrom) {
    sales.values().forEach(document -> year.add(document.sale()));
    if (year.isEmpty()) {
      throw new BadDataException("events must be at least 1 in %s: 0".formatted(readFrom));
    }
    RetailYear.About about = new RetailYear.About(
        "Online Retail, a gift shop on the web", SOURCE + readFrom, Map.copyOf(names), REMARKS);
    return year.build(about, List.of(Location.of(MAIN.value())), year.firstDate(), year.lastDate());
  }

  private static final List<String> REMARKS = List.of(
      "The data name no stock on hand and no purchases: opening stock and purchases are what the rule"
          + " below says.",
      "The data name no day by which an order is due, so due dates rank no order before another.");
}
