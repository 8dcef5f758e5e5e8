package io.backorder.examples.realyear;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the lines of a year were sold for.
 *
 * @param currency the currency
 * @param units what a unit of each line cost the customer
 * @param words where the prices come from, as a sentence
 */
record PriceList(Currency currency, Map<OrderLineId, BigDecimal> units, String words) {

  /** Returns the price of a unit, or empty for a line that is not listed. */
  Optional<BigDecimal> of(OrderLineId line) {
    return Optional.ofNullable(units.get(line));
  }

  /** The price of each line of the Online Retail data set, numbered as {@link OnlineRetail} does. */
  static final class OnlineRetailPrices {

    private final Map<OrderId, Integer> lines = new HashMap<>();
    private final Map<OrderLineId, BigDecimal> units = new HashMap<>();

    /** Takes a line of a document; one that takes back, or sells nothing, is no line of an order. */
    void line(OrderId document, long quantity, BigDecimal price) {
      if (quantity > 0 && !document.value().startsWith("C")) {
        String number = String.valueOf(lines.merge(document, 1, Integer::sum));
        units.put(new OrderLineId(document, number), price);
      }
    }

    PriceList list() {
      return new PriceList(
          Currency.getInstance("GBP"), units, "The prices are those of the order lines.");
    }
  }
}
