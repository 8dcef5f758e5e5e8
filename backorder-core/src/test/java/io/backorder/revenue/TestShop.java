package io.backorder.revenue;

import io.backorder.Inventory;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.refusal.InventoryException;
import io.backorder.revenue.Payments.Payment;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop of two items and a kit of them whose inventory is real, with the host's book of prices and payments. */
final class TestShop implements SalesBook {

  static final Currency EUR = Currency.getInstance("EUR");
  static final Currency JPY = Currency.getInstance("JPY");
  static final Instant OPENS = Instant.parse("2026-03-02T09:00:00Z");
  static final LocationId MAIN = LocationId.of("MAIN");
  static final List<Sku> ITEMS = List.of(Sku.of("LAMP"), Sku.of("WIRE"));
  static final Sku KIT = Sku.of("LAMP-AND-WIRE");

  /** What can happen in the shop. */
  enum Deed {
    PLACE,
    PLACE_KIT,
    HOLD,
    RECEIVE,
    SHIP,
    CANCEL,
    REFUSE_CONSENT,
    CHANGE,
    RETURN,
    WRITE_OFF,
    ADJUST,
    COUNT,
    REALLOCATE,
    PAY,
    PAY_AHEAD
  }

  /**
   * One thing that happens.
   *
   * @param deed what
   * @param pick which item, order or line
   * @param units how many units, or how much money
   */
  record Step(Deed deed, int pick, int units) {}

  private final List<PaymentSchedule> schedules;
  private final List<Payment> payments = new ArrayList<>();
  private final List<OrderLineId> lines = new ArrayList<>();
  private final Inventory inventory;
  private boolean onSchedule = true;
  private Instant now = OPENS;
  private int documents;

  TestShop(List<PaymentSchedule> schedules) {
    this.schedules = List.copyOf(schedules);
    this.inventory =
        Inventory.inMemory().clock(() -> now).terms(TestShop::terms).build();
  }

  private static ItemTerms terms(Sku sku) {
    return sku.equals(KIT)
        ? ItemTerms.standard()
            .kitOf(Map.of(ITEMS.get(0), Quantity.of(1), ITEMS.get(1), Quantity.of(2)))
        : ItemTerms.standard();
  }

  /** Returns this shop, whose customers pay when they like. */
  TestShop withPaymentsAsMade() {
    onSchedule = false;
    return this;
  }

  static PaymentSchedule schedule(String price, PaymentTerms terms) {
    return new PaymentSchedule(UnitPrice.of(new BigDecimal(price), EUR), terms);
  }

  static PaymentTerms percent(int atOrder, int atFill) {
    return PaymentTerms.percentages(BigDecimal.valueOf(atOrder), BigDecimal.valueOf(atFill));
  }

  static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  /** Every second line of every second order is priced by the second schedule, and so on. */
  @Override
  public Optional<PaymentSchedule> schedule(OrderLineId line) {
    int number = Integer.parseInt(line.order().value().substring(1));
    int index = number + Integer.parseInt(line.line());
    return Optional.of(schedules.get(index % schedules.size()));
  }

  @Override
  public Payments payments() {
    return onSchedule ? Payments.onSchedule() : Payments.made(payments);
  }

  List<Payment> paid() {
    return payments;
  }

  @Override
  public boolean isConsentRefused(DocumentId document) {
    return document.kind() == DocumentKind.CANCEL && document.number().startsWith("NO");
  }

  Instant now() {
    return now;
  }

  List<OrderLineId> lines() {
    return lines;
  }

  /** Does a step, for the first line for which the inventory takes it. */
  void run(Step step) {
    now = now.plusSeconds(60);
    switch (step.deed) {
      case PLACE -> place(step, ITEMS.get(step.pick % 2));
      case PLACE_KIT -> place(step, KIT);
      case HOLD -> hold(step);
      case RECEIVE -> receive(ITEMS.get(step.pick % 2), step.units);
      case COUNT ->
        inventory.post(CountStock.of(
            number("K"), ITEMS.get(step.pick % 2), MAIN, Quantity.of(step.units - 1)));
      case PAY_AHEAD -> pay(OrderLineId.of("O" + (documents + 1 + step.pick % 3), "1"), step);
      default -> {
        boolean done = false;
        for (int i = 0; i < lines.size() && !done; i++) {
          done = tried(lines.get((step.pick + i) % lines.size()), step);
        }
      }
    }
  }

  private boolean tried(OrderLineId line, Step step) {
    try {
      about(line, step);
      return true;
    } catch (InventoryException e) {
      return false;
    }
  }

  private String number(String kind) {
    return kind + ++documents;
  }

  /** A cart takes what the shelf has left over, if it has any. */
  private void hold(Step step) {
    Sku sku = ITEMS.get(step.pick % 2);
    Quantity free = inventory.item(sku).availableNow();
    if (!free.isZero()) {
      HoldId hold = HoldId.of(number("H"));
      OrderId order = OrderId.of(number("O"));
      inventory.post(PlaceHold.of(
          hold,
          Duration.ofMinutes(9),
          List.of(OrderLine.of("1", sku, free.min(Quantity.of(step.units))))));
      now = now.plusSeconds(1);
      inventory.post(ConfirmHold.of(hold, order));
      lines.add(new OrderLineId(order, "1"));
    }
  }

  private void place(Step step, Sku first) {
    OrderId order = OrderId.of(number("O"));
    List<OrderLine> asked = List.of(
        OrderLine.of("1", first, Quantity.of(step.units)),
        OrderLine.of("2", ITEMS.get(1), Quantity.of(1 + step.pick % 5)));
    inventory.post(PlaceOrder.of(order, asked));
    asked.forEach(line -> lines.add(new OrderLineId(order, line.number())));
  }

  OrderLineId place(String order, long units) {
    now = now.plusSeconds(60);
    inventory.post(
        PlaceOrder.of(OrderId.of(order), OrderLine.of("1", ITEMS.get(0), Quantity.of(units))));
    OrderLineId line = OrderLineId.of(order, "1");
    lines.add(line);
    return line;
  }

  void receive(Sku sku, long units) {
    post(ReceiveStock.of(number("R"), sku, MAIN, Quantity.of(units)));
  }

  void post(Document document) {
    now = now.plusSeconds(60);
    inventory.post(document);
  }

  void pay(OrderLineId line, Money amount) {
    now = now.plusSeconds(60);
    payments.add(new Payment(line, amount, now));
  }

  private void about(OrderLineId line, Step step) {
    Quantity units = Quantity.of(step.units);
    Quantity few = Quantity.of(1 + step.units / 4);
    switch (step.deed) {
      case SHIP -> inventory.post(ShipOrder.all(number("S"), line.order()));
      case CANCEL -> inventory.post(CancelOrder.units(number("C"), line, few));
      case REFUSE_CONSENT -> inventory.post(CancelOrder.line(number("NO"), line));
      case CHANGE -> inventory.post(ChangeLine.of(number("V"), line, units));
      case RETURN -> inventory.post(ReturnGoods.toStock(number("B"), line, MAIN, few));
      case WRITE_OFF -> inventory.post(ReturnGoods.writtenOff(number("B"), line, MAIN, few));
      case ADJUST ->
        inventory.post(AdjustStock.of(number("A"), ITEMS.get(step.pick % 2), MAIN, -step.units));
      case REALLOCATE -> reallocate(line, ITEMS.get(step.pick % 2));
      case PAY -> pay(line, step);
      default -> throw new IllegalArgumentException("deed must be about a line: " + step);
    }
  }

  /** Gives an order what others have reserved. */
  private void reallocate(OrderLineId winner, Sku sku) {
    ReallocationRules rules = ReallocationRules.builder()
        .order(winner.order(), ConfirmationStrategy.WIN)
        .build();
    inventory.commit(number("X"), inventory.simulate(List.of(sku), rules));
  }

  private void pay(OrderLineId line, Step step) {
    Money amount = Money.rounded(
        new BigDecimal(step.units * 7L).movePointLeft(step.pick % 3),
        schedule(line).orElseThrow().price().currency());
    if (amount.signum() > 0) {
      payments.add(new Payment(line, amount, now));
    }
  }

  Inventory inventory() {
    return inventory;
  }

  List<LedgerRecord> records() {
    return inventory.ledger().after(0, Integer.MAX_VALUE);
  }

  RevenueJournal journal() {
    return RevenueJournal.of(inventory.ledger(), this, now);
  }

  LineRevenue revenue(OrderLineId line) {
    return journal().report().line(line).orElseThrow();
  }

  List<LineStatus> statuses() {
    return lines.stream()
        .map(OrderLineId::order)
        .distinct()
        .flatMap(order -> inventory.order(order).orElseThrow().lines().stream())
        .toList();
  }
}
