package io.backorder.examples.realyear;

import io.backorder.Inventory;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderLineId;
import io.backorder.examples.realyear.MoneyResult.Course;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.revenue.Payments;
import io.backorder.revenue.Reconciliation;
import io.backorder.revenue.RevenueAccount;
import io.backorder.revenue.RevenueCurve;
import io.backorder.revenue.RevenueJournal;
import io.backorder.revenue.RevenueReport;
import io.backorder.revenue.SalesBook;
import io.backorder.storefront.BackorderTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads a replayed year's ledger for its money, under one kind of payment terms after the other. */
final class MoneyTrial {

  private static final List<Choice> CHOICES = List.of(
      new Choice("all when ordered", atOrder(100)),
      new Choice("half when ordered", atOrder(50)),
      new Choice("a fifth when ordered", atOrder(20)));

  private final RetailYear year;
  private final PriceList prices;
  private final Inventory inventory;

  MoneyTrial(RetailYear year, PriceList prices, Inventory inventory) {
    this.year = year;
    this.prices = prices;
    this.inventory = inventory;
  }

  /** When customers pay, and what that is called. */
  private record Choice(String words, PaymentTerms terms) {}

  /** Returns the terms of a shop that agrees on a part at order, and takes the rest at shipment. */
  private static PaymentTerms atOrder(int percent) {
    return PaymentTerms.of(
        BackorderTerms.standard().withPayment(BigDecimal.valueOf(percent), BigDecimal.ZERO));
  }

  /** The prices of the year under some terms. */
  private record Book(PriceList prices, PaymentTerms terms) implements SalesBook {

    @Override
    public Optional<PaymentSchedule> schedule(OrderLineId line) {
      return prices
          .of(line)
          .map(price -> new PaymentSchedule(UnitPrice.of(price, prices.currency()), terms));
    }

    @Override
    public Payments payments() {
      return Payments.onSchedule();
    }
  }

  MoneyResult run() {
    List<Course> courses = new ArrayList<>();
    List<Reconciliation> reconciliations = new ArrayList<>();
    for (Choice choice : CHOICES) {
      RevenueCurve curve = RevenueCurve.of(prices.currency(), evenings());
      RevenueReport report = RevenueJournal.read(
          inventory.ledger(), new Book(prices, choice.terms), evening(year.closes()), curve);
      courses.add(new Course(choice.words, byDay(curve)));
      if (reconciliations.isEmpty()) {
        reconciliations.add(reconciled(report));
      }
    }
    return new MoneyResult(courses, prices.words(), reconciliations.get(0));
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
  }

  private List<Instant> evenings() {
    return IntStream.range(0, year.replayedDays())
        .mapToObj(day -> evening(year.opens().plusDays(day)))
        .toList();
  }

  private static NavigableMap<LocalDate, RevenueAccount> byDay(RevenueCurve curve) {
    NavigableMap<LocalDate, RevenueAccount> evenings = new TreeMap<>();
    curve
        .points()
        .forEach((at, account) -> evenings.put(at.atZone(ZoneOffset.UTC).toLocalDate(), account));
    return evenings;
  }

  private Reconciliation reconciled(RevenueReport report) {
    List<LineStatus> statuses = report.lines().stream()
        .map(line -> line.line().order())
        .distinct()
        .map(order -> inventory.order(order).map(Order::lines).orElse(List.of()))
        .flatMap(List::stream)
        .toList();
    return Reconciliation.of(report, statuses);
  }
}
