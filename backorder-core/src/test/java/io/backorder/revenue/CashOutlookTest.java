package io.backorder.revenue;

import static io.backorder.refusal.ErrorCode.CURRENCY_MISMATCH;
import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.UNKNOWN_LINE;
import static io.backorder.refusal.Refusals.assertRefused;
import static io.backorder.revenue.TestShop.EUR;
import static io.backorder.revenue.TestShop.JPY;
import static io.backorder.revenue.TestShop.eur;
import static io.backorder.revenue.TestShop.percent;
import static io.backorder.revenue.TestShop.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ShipOrder;
import io.backorder.promise.OrderConfidence;
import io.backorder.promise.Promise;
import io.backorder.promise.Promise.Part;
import io.backorder.promise.Promise.Reason;
import io.backorder.promise.PromiseRange;
import io.backorder.revenue.CashOutlook.Day;
import io.backorder.revenue.CashOutlook.Outflow;
import io.backorder.revenue.CashOutlook.Refund;
import io.backorder.revenue.CashOutlook.Undated;
import io.backorder.revenue.PurchaseTerms.Anchor;
import io.backorder.revenue.PurchaseTerms.Instalment;
import io.backorder.revenue.PurchaseTerms.Payable;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import io.backorder.supply.Receipt;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import io.backorder.supply.SupplyStatus.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What comes and what goes, day by day. */
final class CashOutlookTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");

  private static PromisedUnits promise(long units, LocalDate day) {
    return new PromisedUnits(LINE, Quantity.of(units), day);
  }

  /** Ten at 10.00, a fifth at order, three tenths at fill: five received, three of them shipped. */
  private static TestShop shop() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(20, 30))));
    shop.place("O1", 10);
    shop.receive(TestShop.ITEMS.get(0), 5);
    shop.post(ShipOrder.of("S", LINE.order(), List.of(ShipOrder.Line.of("1", Quantity.of(3)))));
    return shop;
  }

  private static Outflow payable(String amount) {
    return new Outflow(eur(amount), eur("0"));
  }

  private static Supply supply(String due) {
    return Supply.of(
        SupplyId.of("P1"),
        StockUnits.of(TestShop.ITEMS.get(0), TestShop.MAIN, Quantity.of(3)),
        Instant.parse(due));
  }

  /** 20 + 15 + 15 were due and paid, 30 of it earned; two more bring 5 each, three unfilled 8 each. */
  @Example
  void of_promisesAndPayables_addsThemUpByDay() {
    RevenueReport report = shop().journal().report();

    CashOutlook outlook = CashOutlook.of(
        report,
        List.of(promise(3, MONDAY.plusDays(2)), promise(2, MONDAY)),
        List.of(
            new Payable(SupplyId.of("P1"), MONDAY.plusDays(1), eur("25.00")),
            new Payable(SupplyId.of("P1"), MONDAY.plusDays(2), eur("4.00"))),
        EUR);

    assertThat(outlook.days())
        .containsExactly(
            new Day(MONDAY, eur("10.00"), eur("20.00"), payable("0.00")),
            new Day(MONDAY.plusDays(1), eur("0.00"), eur("0.00"), payable("25.00")),
            new Day(MONDAY.plusDays(2), eur("24.00"), eur("30.00"), payable("4.00")));
    assertThat(outlook.undated()).isEqualTo(new Undated(eur("16.00"), eur("4.00")));
    assertThat(outlook.fundingNeed()).isEqualTo(eur("15.00"));
  }

  @Example
  void of_nothing_isEmptyAndNeedsNothing() {
    CashOutlook outlook = CashOutlook.of(
        new RevenueReport(TestShop.OPENS, List.of(), List.of()), List.of(), List.of(), EUR);

    assertThat(outlook.days()).isEmpty();
    assertThat(outlook.undated()).isEqualTo(new Undated(eur("0"), eur("0")));
    assertThat(outlook.fundingNeed()).isEqualTo(eur("0"));
  }

  @Property(tries = 300)
  void whatIsCollectedRecognisedAndOpenAddsUp(
      @ForAll @IntRange(min = 0, max = 99_999) int price,
      @ForAll @IntRange(min = 0, max = 100) int atOrder,
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 2) Integer> promised) {
    TestShop shop = new TestShop(List.of(schedule(
        BigDecimal.valueOf(price, 4).toPlainString(), percent(atOrder, (100 - atOrder) / 2))));
    shop.place("O1", 10);
    shop.receive(TestShop.ITEMS.get(0), 4);
    shop.post(ShipOrder.all("S", LINE.order()));
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.post(ShipOrder.of("T", LINE.order(), List.of(ShipOrder.Line.of("1", Quantity.of(1)))));
    List<PromisedUnits> promises = new ArrayList<>();
    long open = 5;
    for (int units : promised) {
      if (open >= units) {
        open -= units;
        promises.add(promise(units, MONDAY.plusDays(units * 31L % 7)));
      }
    }
    RevenueReport report = shop.journal().report();

    CashOutlook outlook = CashOutlook.of(report, promises, List.of(), EUR);

    Money collected = outlook.days().stream().map(Day::collected).reduce(eur("0"), Money::plus);
    Money recognised = outlook.days().stream().map(Day::recognised).reduce(eur("0"), Money::plus);
    LineRevenue line = report.line(LINE).orElseThrow();
    assertThat(collected.plus(outlook.undated().outstanding())).isEqualTo(line.outstanding());
    assertThat(line.account().deferred().plus(collected))
        .isEqualTo(recognised.plus(outlook.undated().deferred()));
    if (open == 0) {
      assertThat(outlook.undated()).isEqualTo(new Undated(eur("0"), eur("0")));
    }
  }

  @Example
  void of_whatCannotBe_isRefused() {
    RevenueReport report = shop().journal().report();

    assertRefused(
        () ->
            CashOutlook.of(report, List.of(promise(5, MONDAY), promise(3, MONDAY)), List.of(), EUR),
        INVALID_QUANTITY,
        "units promised of line O1/1 must be at most the open 2: 3");
    assertRefused(
        () -> CashOutlook.of(
            report,
            List.of(new PromisedUnits(OrderLineId.of("O9", "1"), Quantity.of(1), MONDAY)),
            List.of(),
            EUR),
        UNKNOWN_LINE,
        "promised line must be in the report: O9/1");
    assertRefused(
        () -> CashOutlook.of(report, List.of(), List.of(), JPY),
        CURRENCY_MISMATCH,
        "amount must be in JPY: EUR; convert it first");
    assertRefused(
        () -> CashOutlook.of(
            report.in(JPY),
            List.of(),
            List.of(new Payable(SupplyId.of("P"), MONDAY, eur("1"))),
            JPY),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
    assertRefused(
        () -> promise(0, MONDAY),
        INVALID_QUANTITY,
        "units promised of line O1/1 must be at least 1: 0");
  }

  /** Four of ten at 2.00 deposit each are given up on 2 March, and paid back within ten days. */
  @Example
  void withRefunds_unitsGivenUp_goBackWhenTheTermsSay() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(20, 0))));
    shop.place("O1", 10);
    shop.post(CancelOrder.units("C", LINE, Quantity.of(4)));
    BackorderTerms terms = BackorderTerms.standard().withRefund(10);
    LocalDate cancelled = LocalDate.of(2026, 3, 2);

    List<Refund> due =
        shop.journal().refundsDue(cancelled.plusDays(10), line -> terms, ZoneOffset.UTC);
    CashOutlook outlook = CashOutlook.of(
            shop.journal().report(),
            List.of(),
            List.of(new Payable(SupplyId.of("P"), cancelled.plusDays(10), eur("5"))),
            EUR)
        .withRefunds(due);

    assertThat(due).containsExactly(new Refund(LINE, cancelled.plusDays(10), eur("8")));
    assertThat(shop.journal().refundsDue(cancelled.plusDays(11), line -> terms, ZoneOffset.UTC))
        .isEmpty();
    assertThat(
            shop.journal().refundsDue(cancelled, line -> BackorderTerms.standard(), ZoneOffset.UTC))
        .containsExactly(new Refund(LINE, cancelled, eur("8")));
    assertThat(outlook.days())
        .containsExactly(
            new Day(cancelled.plusDays(10), eur("0"), eur("0"), new Outflow(eur("5"), eur("8"))));
    assertThat(outlook.fundingNeed()).isEqualTo(eur("13"));
  }

  @Example
  void refund_thatIsNone_isRefused() {
    TestShop shop = shop();
    RevenueEntry earned = shop.journal().entries().get(0);
    CashOutlook outlook = CashOutlook.of(shop.journal().report(), List.of(), List.of(), EUR);

    assertRefused(
        () -> Refund.of(earned, BackorderTerms.standard(), ZoneOffset.UTC),
        INVALID_NUMBER,
        "kind of the movement must be REFUNDED: PREPAID");
    assertRefused(
        () -> new Refund(LINE, MONDAY, eur("0")),
        INVALID_NUMBER,
        "refund for line O1/1 must be positive: EUR 0.00");
    assertRefused(
        () -> outlook.withRefunds(List.of(new Refund(LINE, MONDAY, Money.of(BigDecimal.ONE, JPY)))),
        CURRENCY_MISMATCH,
        "amount must be in JPY: EUR; convert it first");
  }

  @Example
  void promisedUnits_ofAPromise_areItsSteps() {
    PromiseRange wide =
        new PromiseRange(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(4), OptionalDouble.empty());
    Promise promise = Promise.of(
        new Part(Quantity.of(2), Reason.ANNOUNCED, Optional.of(wide), OrderConfidence.none()),
        Part.onShelf(Quantity.of(1), MONDAY),
        Part.unknown(Quantity.of(7), Reason.NO_SUPPLY));

    assertThat(PromisedUnits.of(LINE, promise))
        .containsExactly(promise(1, MONDAY), promise(2, MONDAY.plusDays(4)));
  }

  @Example
  void promisedUnits_ofTheInventory_fitTheReport() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(20, 30))));
    shop.post(AnnounceSupply.of(
        SupplyId.of("P1"),
        StockUnits.of(TestShop.ITEMS.get(0), TestShop.MAIN, Quantity.of(3)),
        Instant.parse("2026-03-09T23:00:00Z")));
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.place("O1", 10);

    CashOutlook outlook = CashOutlook.of(
        shop.journal().report(),
        PromisedUnits.of(LINE, shop.inventory().promise(LINE).orElseThrow()),
        List.of(),
        EUR);

    assertThat(outlook.days()).extracting(Day::collected).last().isEqualTo(eur("24"));
    assertThat(outlook.undated().outstanding()).isEqualTo(eur("40"));
  }

  private static SupplyStatus status(Supply supply, long received, Progress progress) {
    return SupplyStatus.announced(supply, 1)
        .withReceived(Quantity.of(received))
        .withProgress(progress);
  }

  @Example
  void payables_ofASupplyAsItStands_areForWhatCameAndWillCome() {
    PurchaseTerms terms = PurchaseTerms.net(UnitPrice.of(eur("2")), 0);
    Supply three = supply("2026-03-09T12:00:00Z");
    LocalDate due = LocalDate.of(2026, 3, 9);

    assertThat(terms.payables(status(three, 0, Progress.CLOSED), ZoneOffset.UTC))
        .isEmpty();
    assertThat(terms.payables(status(three, 1, Progress.CLOSED), ZoneOffset.UTC))
        .containsExactly(new Payable(three.id(), due, eur("2")));
    assertThat(terms.payables(status(three, 1, Progress.OPEN), ZoneOffset.UTC))
        .containsExactly(new Payable(three.id(), due, eur("6")));
    assertThat(terms.payables(status(three, 5, Progress.OPEN), ZoneOffset.UTC))
        .containsExactly(new Payable(three.id(), due, eur("10")));
  }

  @Example
  void payables_countedFromReceipt_followTheReceipts() {
    PurchaseTerms terms = new PurchaseTerms(
        UnitPrice.of(eur("3.33")),
        List.of(
            new Instalment(Anchor.DUE, 0, new BigDecimal("50")),
            new Instalment(Anchor.RECEIVED, 30, new BigDecimal("50"))));
    Supply three = supply("2026-03-09T12:00:00Z");
    Receipt first = Receipt.of(three.id(), Quantity.of(1), Instant.parse("2026-03-05T12:00:00Z"));
    Receipt other = Receipt.of(SupplyId.of("P9"), Quantity.of(8), Instant.EPOCH);
    SupplyStatus open = status(three, 1, Progress.OPEN);

    assertThat(terms.payables(open, List.of(other, first), ZoneOffset.UTC))
        .containsExactly(
            new Payable(three.id(), LocalDate.of(2026, 3, 9), eur("5.00")),
            new Payable(three.id(), LocalDate.of(2026, 4, 4), eur("1.66")),
            new Payable(three.id(), LocalDate.of(2026, 4, 8), eur("3.33")));
    assertThat(terms.payables(three, ZoneOffset.UTC))
        .containsExactly(
            new Payable(three.id(), LocalDate.of(2026, 3, 9), eur("5.00")),
            new Payable(three.id(), LocalDate.of(2026, 4, 8), eur("4.99")));
    assertRefused(
        () -> terms.payables(open, ZoneOffset.UTC),
        INVALID_QUANTITY,
        "receipts of supply P1 must add up to the 1 units that came: 0");
  }

  @Property(tries = 300)
  void payablesAddUpToWhatTheUnitsCost(
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 9) Integer> receipts,
      @ForAll @IntRange(min = 0, max = 99_999) int cost,
      @ForAll Progress progress) {
    PurchaseTerms terms = new PurchaseTerms(
        UnitPrice.of(BigDecimal.valueOf(cost, 4), EUR),
        List.of(
            new Instalment(Anchor.RECEIVED, 1, new BigDecimal("33.3")),
            new Instalment(Anchor.DUE, 2, new BigDecimal("33.3")),
            new Instalment(Anchor.RECEIVED, 3, new BigDecimal("33.4"))));
    Supply three = supply("2026-03-09T12:00:00Z");
    List<Receipt> came = receipts.stream()
        .map(units -> Receipt.of(three.id(), Quantity.of(units), Instant.EPOCH))
        .toList();
    long units = receipts.stream().mapToLong(Integer::longValue).sum();
    SupplyStatus status = status(three, units, progress);

    Money sum = terms.payables(status, came, ZoneOffset.UTC).stream()
        .map(Payable::amount)
        .reduce(eur("0"), Money::plus);

    long owed = progress == Progress.CLOSED ? units : Math.max(units, 3);
    assertThat(sum).isEqualTo(terms.cost().of(Quantity.of(owed)));
  }

  @Example
  void payables_instalments_addUpToThePriceOfTheSupply() {
    PurchaseTerms terms = new PurchaseTerms(
        UnitPrice.of(new BigDecimal("3.3333"), EUR),
        List.of(
            new Instalment(Anchor.ORDERED, 0, new BigDecimal("30")),
            new Instalment(Anchor.DUE, -2, new BigDecimal("35")),
            new Instalment(Anchor.DUE, 30, new BigDecimal("35"))));
    Supply supply = supply("2026-03-09T23:30:00Z").orderedAt(Instant.parse("2026-03-01T12:00:00Z"));

    assertThat(terms.payables(supply, ZoneId.of("Europe/Berlin")))
        .containsExactly(
            new Payable(supply.id(), LocalDate.of(2026, 3, 1), eur("3.00")),
            new Payable(supply.id(), LocalDate.of(2026, 3, 8), eur("3.50")),
            new Payable(supply.id(), LocalDate.of(2026, 4, 9), eur("3.50")));
    assertThat(PurchaseTerms.net(terms.cost(), 14).payables(supply, ZoneOffset.UTC))
        .containsExactly(new Payable(supply.id(), LocalDate.of(2026, 3, 23), eur("10.00")));
  }

  @Example
  void purchaseTerms_whatCannotBe_isRefused() {
    UnitPrice cost = UnitPrice.of(eur("1"));
    Instalment half = new Instalment(Anchor.ORDERED, 0, new BigDecimal("50"));

    assertRefused(
        () -> new Payable(SupplyId.of("P"), MONDAY, eur("-1")),
        INVALID_NUMBER,
        "amount payable for supply P must be zero or positive: EUR -1.00");
    assertRefused(
        () -> new PurchaseTerms(cost, List.of(half)),
        INVALID_NUMBER,
        "percentages of the instalments must add up to 100: 50");
    assertRefused(
        () -> new Instalment(Anchor.DUE, 0, new BigDecimal("100.1")),
        INVALID_NUMBER,
        "instalment must be in (0, 100] percent: 100.1");
    assertRefused(
        () -> new Instalment(Anchor.DUE, 0, BigDecimal.ZERO),
        INVALID_NUMBER,
        "instalment must be in (0, 100] percent: 0");
    assertRefused(
        () -> new PurchaseTerms(cost, List.of(half, half))
            .payables(supply("2026-03-09T00:00:00Z"), ZoneOffset.UTC),
        INVALID_NUMBER,
        "supply P1 must say when it was ordered, for an instalment that is counted from then: unknown");
  }
}
