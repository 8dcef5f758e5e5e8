package io.backorder.examples.firststeps;

import io.backorder.demand.OrderLineId;
import io.backorder.economics.ShortageChoice;
import io.backorder.finance.CancellationCurve;
import io.backorder.finance.ExpediteAdvice;
import io.backorder.finance.ExpediteOption;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.finance.WaitingCost;
import io.backorder.fulfilment.ShipmentOption;
import io.backorder.fulfilment.ShipmentPart;
import io.backorder.fulfilment.ShipmentPlan;
import io.backorder.fulfilment.ShippingService;
import io.backorder.stock.Quantity;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.StoreWords;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What a late order costs: when its customer pays, whether to hurry, and how to send it. */
public final class LateOrder {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private LateOrder() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    deposit(out);
    expedite(out);
    ship(out);
  }

  private static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  private static BigDecimal number(String decimal) {
    return new BigDecimal(decimal);
  }

  /** The same terms make the payments and the text that the customer reads. */
  private static void deposit(PrintStream out) {
    BackorderTerms terms = BackorderTerms.standard()
        .withPayment(number("20"), number("30"))
        .withKeptOnCancellation(number("10"));
    StoreWords.of(Locale.ENGLISH).policy(terms).forEach(out::println);

    PaymentSchedule schedule =
        new PaymentSchedule(UnitPrice.of(eur("33.33")), PaymentTerms.of(terms));
    out.println("three units: " + schedule.stages(Quantity.of(3)));
  }

  /** Half of the customers are gone after two weeks; air freight is there in four days. */
  private static void expedite(PrintStream out) {
    WaitingCost.Stakes stakes =
        new WaitingCost.Stakes(eur("40.00"), eur("25.00"), eur("0.50"), eur("1.00"));
    CancellationCurve patience = CancellationCurve.logistic(14, 4);
    ExpediteAdvice advice = ExpediteAdvice.of(
        new ExpediteAdvice.Late(stakes, patience, 21),
        List.of(new ExpediteOption("air freight", 4, eur("18.00"))));
    for (ExpediteAdvice.Choice choice : advice.choices()) {
      out.printf(
          Locale.ROOT,
          "%s costs %s, and %.0f %% of the customers leave%n",
          choice
              .option()
              .map(ExpediteOption::name)
              .orElse(choice.kind() == ShortageChoice.Option.LOSE ? "losing the sale" : "waiting"),
          choice.cost(),
          100 * choice.cancelled());
    }
    out.println("hurrying pays from day " + advice.breakEvenDelay().orElseThrow());
  }

  /** One lamp is there, the other comes in three days and is promised for the fourth. */
  private static void ship(PrintStream out) {
    UnitPrice fixed = UnitPrice.of(eur("0.80"));
    ShippingService parcels = new ShippingService(
        10_000,
        new ShippingService.Tariff(
            fixed, UnitPrice.of(eur("4.90")), UnitPrice.of(number("0.125"), EUR)),
        new ShippingService.Emissions(number("480"), number("120")));
    ShipmentPart.Goods lamp = new ShipmentPart.Goods(Quantity.of(1), 1200);
    ShipmentPlan plan = ShipmentPlan.of(
        TODAY,
        List.of(
            ShipmentPart.of(OrderLineId.of("4711", "1"), lamp, TODAY).promisedBy(TODAY.plusDays(4)),
            ShipmentPart.of(OrderLineId.of("4711", "2"), lamp, TODAY.plusDays(3))
                .promisedBy(TODAY.plusDays(4))),
        parcels);
    for (ShipmentOption option : plan.options()) {
      out.println("sent on %s: %s, parcels: %d, %s g of CO2e"
          .formatted(
              option.dispatches().stream().map(ShipmentOption.Dispatch::day).toList(),
              option.cost(),
              option.parcels(),
              option.co2eGrams().stripTrailingZeros().toPlainString()));
    }
  }
}
