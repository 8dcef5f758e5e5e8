package io.backorder.examples.realyear;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.Sku;
import io.trino.tpcds.Results;
import io.trino.tpcds.Session;
import io.trino.tpcds.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar year of the retailer that the TPC-DS benchmark makes up, generated in memory. A ticket of
 * a store is served by that store; an order from the catalog or the web by the warehouse of its first
 * line. A line of the catalog or the web is due on its ship day, one of a store on the day of sale. A
 * return names its sale.
 *
 * @param year the calendar year, 1998 to 2002
 * @param scale the benchmark's scale factor, above 0
 */
record TpcdsYear(int year, double scale) implements YearSource {

  private static final BigDecimal UNKNOWN_PRICE = new BigDecimal("10.00");

  /** Rejects a year that the benchmark does not cover. */
  TpcdsYear {
    if (year < 1998 || year > 2002) {
      throw new IllegalArgumentException("year must be 1998 to 2002: " + year);
    }
    if (!(scale > 0 && scale <= 100)) {
      throw new IllegalArgumentException("scale must be above 0 and at most 100: " + scale);
    }
  }

  @Override
  public RetailYear read() {
    // the generators share nothing, and the list keeps the order of the channels
    List<TpcdsOrders> channels = Arrays.stream(TpcdsChannel.values())
        .parallel()
        .map(channel -> TpcdsOrders.of(channel, session()))
        .toList();
    YearBuilder builder = new YearBuilder();
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate from = first.minusDays(OrderUpToRule.WINDOW);
    LocalDate to = first.plusYears(1).minusDays(1);
    for (TpcdsOrders orders : channels) {
      orders.events().stream()
          .filter(event -> !event.at().isBefore(from.atStartOfDay()))
          .forEach(builder::add);
    }
    return builder.build(about(channels), locations(), from, to);
  }

  private Session session() {
    return Session.getDefaultSession().withScale(scale);
  }

  private List<Location> locations() {
    List<Location> locations = new ArrayList<>();
    locations.addAll(locations(TpcdsChannel.STORE, Table.STORE));
    locations.addAll(locations(TpcdsChannel.CATALOG, Table.WAREHOUSE));
    return List.copyOf(locations);
  }

  private List<Location> locations(TpcdsChannel channel, Table table) {
    List<Location> locations = new ArrayList<>();
    for (long key = 1; key <= session().getScaling().getRowCount(table); key++) {
      String name = channel.location(key);
      locations.add(Location.of(name).serving(ChannelId.of(name)));
    }
    return locations;
  }

  private RetailYear.About about(List<TpcdsOrders> channels) {
    List<String> remarks = new ArrayList<>();
    remarks.add("The goods, customers and orders are made up by the TPC-DS benchmark (scale factor "
        + scale
        + "), which names no purchases and no stock corrections: opening stock and purchases"
        + " are what the rule below says.");
    remarks.add(
        "Each store serves its own tickets, and each warehouse the catalog and web orders whose"
            + " first line names it; a line is due on its ship day, in a store on the day of sale.");
    channels.forEach(orders -> remarks.add(orders.remark()));
    return new RetailYear.About(
        "The TPC-DS retailer, " + year,
        "Generated in memory by io.trino.tpcds; no benchmark result.",
        names(),
        List.copyOf(remarks));
  }

  private Map<Sku, String> names() {
    TpcdsChannel.Columns columns = TpcdsChannel.Columns.of(Table.ITEM);
    Map<Sku, String> names = new HashMap<>();
    for (List<List<@Nullable String>> rows : Results.constructResults(Table.ITEM, session())) {
      List<@Nullable String> item = rows.get(0);
      String kind = columns.text(item, "category").orElse("Goods");
      columns
          .value(item, "item_sk")
          .ifPresent(key -> names.put(TpcdsOrders.sku(key), name(kind, columns, item)));
    }
    return Map.copyOf(names);
  }

  @Override
  public PriceList prices(RetailYear retail) {
    Map<Sku, BigDecimal> byItem = itemPrices();
    Map<OrderLineId, BigDecimal> units = new HashMap<>();
    for (List<RetailEvent> day : retail.days()) {
      for (RetailEvent event : day) {
        if (event instanceof RetailEvent.Sale sale) {
          for (OrderLine line : sale.order().lines()) {
            BigDecimal price = byItem.getOrDefault(line.sku(), UNKNOWN_PRICE);
            units.put(new OrderLineId(sale.order().order(), line.number()), price);
          }
        }
      }
    }
    return new PriceList(
        Currency.getInstance("USD"),
        units,
        "The prices are the current ones of the benchmark's items; one without is taken at "
            + UNKNOWN_PRICE + ".");
  }

  private Map<Sku, BigDecimal> itemPrices() {
    TpcdsChannel.Columns columns = TpcdsChannel.Columns.of(Table.ITEM);
    Map<Sku, BigDecimal> prices = new HashMap<>();
    for (List<List<@Nullable String>> rows : Results.constructResults(Table.ITEM, session())) {
      List<@Nullable String> item = rows.get(0);
      Optional<BigDecimal> price = columns.text(item, "current_price").map(BigDecimal::new);
      columns
          .value(item, "item_sk")
          .ifPresent(key -> price.ifPresent(amount -> prices.put(TpcdsOrders.sku(key), amount)));
    }
    return prices;
  }

  private static String name(
      String kind, TpcdsChannel.Columns columns, List<@Nullable String> item) {
    return columns.text(item, "product_name").map(name -> kind + ": " + name).orElse(kind);
  }
}
