package io.backorder.examples.firststeps;

import io.backorder.Inventory;
import io.backorder.accuracy.Backtest;
import io.backorder.accuracy.ModelChoice;
import io.backorder.assortment.StockPlan;
import io.backorder.assortment.StockoutOutlook;
import io.backorder.buying.DeliveryRecords;
import io.backorder.buying.DemandRecords;
import io.backorder.buying.RefusedDemand;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.ReorderPoint;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.replenishment.OrderSizes;
import io.backorder.replenishment.PurchaseListener;
import io.backorder.replenishment.PurchaseProposal;
import io.backorder.replenishment.ReorderMonitor;
import io.backorder.replenishment.ReorderPlan;
import io.backorder.replenishment.SupplierOffer;
import io.backorder.review.OrderRule;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A buyer's month: what was asked for, when to order, what is proposed, what comes, and what is at risk. */
public final class Buying {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final SupplierId ACME = SupplierId.of("ACME");
  private static final int LEAD_TIME = 4;
  private static final Instant FIRST_DAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final PeriodCalendar DAYS = PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC);
  private static final int[] SOLD = {
    4, 6, 5, 7, 3, 5, 4, 6, 5, 4, 6, 7, 5, 4, 5, 6, 4, 5, 7, 5, 4, 6, 5, 4, 6, 5, 5
  };

  private final PrintStream out;
  private final List<RefusedDemand> refused = new ArrayList<>();
  private final Inventory inventory;
  private Instant now = FIRST_DAY;

  private Buying(PrintStream out) {
    this.out = out;
    this.inventory =
        Inventory.inMemory().clock(() -> now).refusals(refused::add).build();
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    new Buying(out).run();
  }

  private void run() {
    sellForFourWeeks();
    DemandHistory history = DemandRecords.of(LAMP, inventory.ledger().of(LAMP))
        .withRefused(refused)
        .history(DAYS, FIRST_DAY, now);
    print("%d lamps were asked for in %d days", sum(history), history.periods());

    ModelChoice choice = ModelChoice.of(
        Backtest.oneStep(7),
        List.of(Forecaster.naive(), Forecaster.movingAverage(7), ExponentialSmoothing.simple()));
    Forecast forecast = choice.fit(history).forecast(14);
    print("forecast by %s: %.1f a day", choice.choose(history), forecast.mean(1));

    LeadTimeDemand demand = forecast.over(LeadTime.fixed(LEAD_TIME)).leadTimeDemand();
    Quantity point = ReorderPoint.of(demand, CycleServiceLevel.of(0.95)).roundedUp();
    print("reorder point for %d days: %s", LEAD_TIME, point);

    ReorderMonitor monitor = monitor(point.units());
    order("BIG", 25);
    PurchaseProposal proposal = monitor.open(LAMP).orElseThrow();
    print("proposed: %s", proposal);
    monitor.order(proposal, now, () -> buy(proposal));
    outlook(forecast, "with the purchase on its way");

    passDays(LEAD_TIME + 1); // a day late
    inventory.post(
        ReceiveStock.of("R-2", LAMP, MAIN, proposal.quantity()).against(SupplyId.of("PO-1")));
    judge();
    outlook(forecast, "with the goods on the shelf");
  }

  /** On the last day somebody asks for ten and does not want to wait. */
  private void sellForFourWeeks() {
    inventory.post(ReceiveStock.of("R-1", LAMP, MAIN, Quantity.of(143)));
    for (int day = 1; day <= SOLD.length; day++) {
      order("DAY-" + day, SOLD[day - 1]);
      passDays(1);
    }
    try {
      inventory.post(PlaceOrder.of(OrderId.of("HASTY"), OrderLine.of("1", LAMP, Quantity.of(10)))
          .with(OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER)));
    } catch (RefusedDocumentException e) {
      print("refused: %s", e.code());
    }
    passDays(1);
  }

  private void order(String order, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", LAMP, Quantity.of(units))));
  }

  private void passDays(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  private ReorderMonitor monitor(long reorderPoint) {
    SupplierOffer offer = new SupplierOffer(
        ACME,
        new SupplierOffer.Price(9.5, 25),
        new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(LEAD_TIME)), 1),
        OrderSizes.of(Quantity.of(12), Quantity.of(12)));
    ReorderPlan plan =
        ReorderPlan.continuous(OrderRule.minMax(reorderPoint, reorderPoint + 40), offer);
    ReorderMonitor monitor =
        ReorderMonitor.of(inventory::item, sku -> Optional.of(plan), PurchaseListener.NONE);
    inventory.listeners().add(event -> monitor.onEvent(event, now));
    return monitor;
  }

  private void buy(PurchaseProposal proposal) {
    StockUnits units = StockUnits.of(LAMP, MAIN, proposal.quantity());
    inventory.post(AnnounceSupply.of(
        Supply.of(SupplyId.of("PO-1"), units, proposal.source().expectedAt())
            .from(ACME)
            .orderedAt(now)));
  }

  private void judge() {
    SupplierScorecard card = DeliveryRecords.scorecard(inventory.ledger().of(LAMP), ACME);
    print(
        "ACME: %d delivery, %.0f %% on time, %.0f day late",
        card.deliveries(), 100 * card.onTime().orElseThrow(), card.latenessDays()[0]);
  }

  private void outlook(Forecast forecast, String when) {
    StockoutOutlook outlook = StockoutOutlook.of(
        forecast, StockPlan.of(inventory.item(LAMP), inventory.supplies(LAMP), DAYS, now));
    print(
        "%s: %s wait; short in a week with %.0f %%, in two weeks with %.0f %%",
        when,
        inventory.item(LAMP).backordered(),
        100 * outlook.probabilityAtEndOf(7),
        100 * outlook.probabilityAtEndOf(14));
  }

  private static long sum(DemandHistory history) {
    return Math.round(history.mean() * history.periods());
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
