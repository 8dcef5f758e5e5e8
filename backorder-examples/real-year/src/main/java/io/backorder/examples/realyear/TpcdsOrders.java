package io.backorder.examples.realyear;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.trino.tpcds.Results;
import io.trino.tpcds.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders and returns of one channel of the TPC-DS benchmark. The benchmark leaves values out here
 * and there: an order has the first date, time, customer and location that any of its lines names.
 */
final class TpcdsOrders {

  private final TpcdsChannel channel;
  private final TpcdsChannel.Columns sales;
  private final TpcdsChannel.Columns returns;
  private final Map<Long, Draft> drafts = new LinkedHashMap<>();
  private final List<Back> backs = new ArrayList<>();
  private int incomplete;

  private TpcdsOrders(TpcdsChannel channel) {
    this.channel = channel;
    this.sales = TpcdsChannel.Columns.of(channel.sales());
    this.returns = TpcdsChannel.Columns.of(channel.returns());
  }

  /** Generates the rows of a channel and reads them. */
  static TpcdsOrders of(TpcdsChannel channel, Session session) {
    TpcdsOrders orders = new TpcdsOrders(channel);
    for (List<List<@Nullable String>> rows : Results.constructResults(channel.sales(), session)) {
      orders.take(rows);
    }
    return orders;
  }

  private void take(List<List<@Nullable String>> rows) {
    Optional<Draft> sold = sold(rows.get(0));
    if (sold.isEmpty()) {
      incomplete++;
    } else if (rows.size() > 1) {
      back(sold.orElseThrow(), rows.get(1));
    }
  }

  private Optional<Draft> sold(List<@Nullable String> row) {
    Optional<Long> key = sales.value(row, "ticket_number", "order_number");
    Optional<Long> item = sales.value(row, "item_sk");
    Optional<Long> units = sales.value(row, "quantity").filter(value -> value > 0);
    if (key.isEmpty() || item.isEmpty() || units.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = drafts.computeIfAbsent(key.orElseThrow(), Draft::new);
    draft.learn(row);
    draft.add(sku(item.orElseThrow()), units.orElseThrow(), sales.value(row, "ship_date_sk"));
    return Optional.of(draft);
  }

  private void back(Draft draft, List<@Nullable String> row) {
    Optional<LocalDate> day = returns.value(row, "returned_date_sk").map(TpcdsOrders::date);
    Optional<Long> item = returns.value(row, "item_sk");
    Optional<Long> units = returns.value(row, "return_quantity").filter(value -> value > 0);
    if (day.isEmpty() || item.isEmpty() || units.isEmpty()) {
      incomplete++;
      return;
    }
    Optional<Long> second = returns.value(row, "return_time_sk", "returned_time_sk");
    backs.add(new Back(
        draft, moment(day, second), sku(item.orElseThrow()), Quantity.of(units.orElseThrow())));
  }

  private static LocalDate date(long key) {
    return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, key);
  }

  private static LocalDateTime moment(Optional<LocalDate> day, Optional<Long> second) {
    LocalTime time = second.map(LocalTime::ofSecondOfDay).orElse(LocalTime.NOON);
    return day.orElseThrow().atTime(time);
  }

  static Sku sku(long key) {
    return Sku.of("ITEM-%05d".formatted(key));
  }

  /** Returns the complete orders and the returns of such, in the order in which they were made. */
  List<RetailEvent> events() {
    List<RetailEvent> events = new ArrayList<>();
    drafts.values().stream().filter(Draft::isComplete).map(Draft::sale).forEach(events::add);
    for (Back back : backs) {
      if (back.draft.isComplete()) {
        events.add(back.event("R-" + channel + "-" + events.size()));
      }
    }
    return events;
  }

  /** Returns what is used and what is left out, as a sentence. */
  String remark() {
    long complete = drafts.values().stream().filter(Draft::isComplete).count();
    return ("The %s channel has %,d orders in the years that the benchmark covers; %,d more name no"
            + " date or no location, and %,d rows no item or no quantity: these are left out.")
        .formatted(
            channel.name().toLowerCase(Locale.ROOT),
            complete,
            drafts.size() - complete,
            incomplete);
  }

  /** An order while its lines come in. */
  private final class Draft {

    private final long key;
    private Optional<LocalDate> day = Optional.empty();
    private Optional<Long> second = Optional.empty();
    private Optional<Long> customer = Optional.empty();
    private Optional<Long> place = Optional.empty();
    private final List<Item> items = new ArrayList<>();

    Draft(long key) {
      this.key = key;
    }

    void learn(List<@Nullable String> row) {
      day = day.or(() -> sales.value(row, "sold_date_sk").map(TpcdsOrders::date));
      second = second.or(() -> sales.value(row, "sold_time_sk"));
      customer = customer.or(() -> sales.value(row, "customer_sk", "bill_customer_sk"));
      place = place.or(() -> sales.value(row, "store_sk", "warehouse_sk"));
    }

    void add(Sku sku, long units, Optional<Long> due) {
      items.add(new Item(sku, Quantity.of(units), due.map(TpcdsOrders::date)));
    }

    boolean isComplete() {
      return day.isPresent() && place.isPresent();
    }

    String location() {
      return channel.location(place.orElseThrow());
    }

    String order() {
      return channel.order(key);
    }

    Sale sale() {
      OrderId order = OrderId.of(order());
      OrderTerms terms = OrderTerms.standard().through(ChannelId.of(location()));
      OrderTerms known =
          customer.map(id -> terms.by(CustomerId.of(String.valueOf(id)))).orElse(terms);
      return new Sale(
          moment(day, second),
          PlaceOrder.of(order, lines()).with(known),
          order(),
          LocationId.of(location()));
    }

    private List<OrderLine> lines() {
      List<OrderLine> lines = new ArrayList<>();
      for (Item item : items) {
        String number = String.valueOf(lines.size() + 1);
        OrderLine line = OrderLine.of(number, item.sku, item.quantity);
        lines.add(line.dueBy(item.due.orElse(day.orElseThrow())));
      }
      return lines;
    }
  }

  /** A line while its order is incomplete. */
  private record Item(Sku sku, Quantity quantity, Optional<LocalDate> due) {}

  /** A return of units of an order. */
  private record Back(Draft draft, LocalDateTime at, Sku sku, Quantity quantity) {

    GivenBack event(String number) {
      String order = draft.order();
      LocationId to = LocationId.of(draft.location());
      return new GivenBack(at, number, order, StockUnits.of(sku, to, quantity));
    }
  }
}
