package io.backorder.revenue;

import static io.backorder.refusal.ErrorCode.CURRENCY_MISMATCH;
import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.ErrorCode.UNKNOWN_LINE;
import static io.backorder.refusal.Refusals.assertRefused;
import static io.backorder.revenue.TestShop.EUR;
import static io.backorder.revenue.TestShop.JPY;
import static io.backorder.revenue.TestShop.eur;
import static io.backorder.revenue.TestShop.percent;
import static io.backorder.revenue.TestShop.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ShipOrder;
import io.backorder.revenue.Payments.Payment;
import io.backorder.revenue.Reconciliation.Difference;
import io.backorder.revenue.RevenueEntry.Cause;
import io.backorder.revenue.RevenueEntry.Kind;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The journal, the report and its reconciliation, on both sides of every edge. */
final class RevenueJournalTest {

  private static final OrderLineId LINE = OrderLineId.of("O1", "1");

  private static TestShop deposits() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(20, 0))));
    shop.place("O1", 5);
    return shop;
  }

  @Test
  void entries_ofADeposit_tellWhenWhyAndHowMuch() {
    TestShop shop = deposits();
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.post(ShipOrder.all("S9", LINE.order()));
    shop.post(CancelOrder.line("C9", LINE));

    assertThat(shop.journal().entries().stream()
            .map(entry -> "%s %s %s"
                .formatted(entry.cause().document().orElseThrow(), entry.kind(), entry.amount())))
        .containsExactly(
            "place O1 PREPAID EUR 10.00",
            "ship S9 EARNED EUR 10.00",
            "ship S9 BILLED EUR 10.00",
            "ship S9 SETTLED EUR 10.00",
            "ship S9 PREPAID EUR 6.00",
            "cancel C9 REFUNDED EUR 6.00");
    assertThat(shop.journal().report().lines()).hasSize(1);
    assertThat(shop.journal().report().totals()).containsOnlyKeys(EUR);
    assertThat(shop.journal().report().total(JPY)).isEqualTo(RevenueAccount.empty(JPY));
    assertThat(shop.journal().report())
        .hasToString("RevenueReport as of " + shop.now() + ": 1 lines, "
            + shop.journal().report().totals());
  }

  @Test
  void of_pagesAndRecords_giveTheSame() {
    TestShop shop = new TestShop(List.of(schedule("1.00", percent(100, 0))));
    for (int i = 1; i <= 700; i++) {
      shop.place("O" + i, 1);
    }

    RevenueJournal paged = shop.journal();
    RevenueJournal listed = RevenueJournal.of(shop.records(), shop, shop.now());

    assertThat(shop.records()).hasSizeGreaterThan(1024);
    assertThat(paged.entries()).isEqualTo(listed.entries()).hasSize(700);
    assertThat(paged.report()).isEqualTo(listed.report());
    assertThat(paged.report().total(EUR).deferred()).isEqualTo(eur("700.00"));
  }

  @Test
  void of_lineThatTheHostDoesNotKnow_isRefused() {
    TestShop shop = deposits();
    SalesBook forgetful = new SalesBook() {
      @Override
      public Optional<PaymentSchedule> schedule(OrderLineId line) {
        return Optional.empty();
      }

      @Override
      public Payments payments() {
        return Payments.onSchedule();
      }
    };

    assertRefused(
        () -> RevenueJournal.of(shop.records(), forgetful, shop.now()),
        UNKNOWN_LINE,
        "line must be known to the sales book: O1/1");
  }

  @Test
  void of_paymentBeforeTheOrder_waitsForIt() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(100, 0)))).withPaymentsAsMade();
    Instant paid = shop.now().plusSeconds(60).minusMillis(3);
    shop.paid().add(new Payment(LINE, eur("60"), paid));
    shop.place("O1", 5);

    RevenueReport before = RevenueJournal.of(shop.records(), shop, paid).report();
    RevenueJournal after = shop.journal();

    assertThat(before.lines()).isEmpty();
    assertThat(before.unplaced()).containsExactly(new Payment(LINE, eur("60"), paid));
    assertThat(before.total(EUR)).isEqualTo(RevenueAccount.prepaid(eur("60")));
    assertThat(before.in(JPY).unplaced()).isEmpty();
    assertThat(CashOutlook.of(before, List.of(), List.of(), EUR).undated().deferred())
        .isEqualTo(eur("60"));
    assertThat(after.report().unplaced()).isEmpty();
    assertThat(after.report().total(EUR).deferred()).isEqualTo(eur("50"));
    assertThat(after.curve(EUR, List.of(paid))).containsEntry(paid, before.total(EUR));
    assertThat(after.entries())
        .extracting(entry -> entry.cause().at(), RevenueEntry::kind, RevenueEntry::amount)
        .containsExactly(
            tuple(paid, Kind.PREPAID, eur("60")), tuple(shop.now(), Kind.REFUNDED, eur("10")));
  }

  @Test
  void of_paymentForALineThatIsNeverPlaced_isDeferredApart() {
    TestShop shop = deposits().withPaymentsAsMade();
    OrderLineId unknown = OrderLineId.of("O2", "1");
    shop.pay(unknown, eur("1"));

    RevenueReport report = shop.journal().report();

    assertThat(report.unplaced()).containsExactly(new Payment(unknown, eur("1"), shop.now()));
    assertThat(report.line(unknown)).isEmpty();
    assertThat(report.total(EUR).deferred()).isEqualTo(eur("1"));
    assertThat(report).isNotEqualTo(deposits().journal().report());
    assertThat(
            RevenueJournal.of(shop.records(), shop, shop.now().minusSeconds(1)).entries())
        .isEmpty();
  }

  @Test
  void of_kitShipped_recognisesThePriceOfTheKitOnce() {
    TestShop shop = new TestShop(List.of(schedule("10.00", percent(100, 0))));
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.receive(TestShop.ITEMS.get(1), 2);
    shop.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", TestShop.KIT, Quantity.of(2))));
    shop.post(ShipOrder.all("S", LINE.order()));

    RevenueReport report = shop.journal().report();

    assertThat(report.lines()).extracting(LineRevenue::line).containsExactly(LINE);
    assertThat(report.total(EUR).paid()).isEqualTo(eur("20"));
    assertThat(report.total(EUR).recognised()).isEqualTo(eur("10"));
    assertThat(report.total(EUR).deferred()).isEqualTo(eur("10"));
  }

  @Test
  void account_ofSeveralCurrencies_isRefused() {
    Money euro = eur("0");
    Money yen = Money.zero(JPY);

    assertRefused(
        () -> new RevenueAccount(euro, euro, new RevenueAccount.Earned(euro, euro, euro), yen),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
    assertRefused(
        () -> new RevenueAccount(euro, euro, new RevenueAccount.Earned(yen, yen, yen), euro),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
    assertRefused(
        () -> new RevenueAccount.Earned(euro, euro, yen),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }

  @Test
  void of_paymentInAnotherCurrency_isRefused() {
    TestShop shop = deposits().withPaymentsAsMade();
    shop.pay(LINE, Money.of(BigDecimal.ONE, JPY));

    assertRefused(shop::journal, CURRENCY_MISMATCH, "amount must be in JPY: EUR; convert it first");
  }

  @Test
  void payment_thatIsNotPositive_isRefused() {
    assertRefused(
        () -> new Payment(LINE, eur("0"), TestShop.OPENS),
        INVALID_NUMBER,
        "payment for line O1/1 must be positive: EUR 0.00");
    assertRefused(
        () -> new RevenueEntry(
            new Cause(TestShop.OPENS, Optional.empty()), LINE, Kind.EARNED, eur("-1")),
        INVALID_NUMBER,
        "amount of an entry must be positive: EUR -1.00");
  }

  @Test
  void curve_afterTheReport_isRefused() {
    TestShop shop = deposits();
    RevenueJournal journal = shop.journal();

    assertThat(journal.curve(EUR, List.of(shop.now(), TestShop.OPENS)))
        .containsEntry(TestShop.OPENS, RevenueAccount.empty(EUR))
        .hasSize(2);
    assertRefused(
        () -> journal.curve(EUR, List.of(shop.now().plusSeconds(1))),
        INVALID_NUMBER,
        "instant must not be after 2026-03-02T09:01:00Z: 2026-03-02T09:01:01Z");
  }

  @Test
  void reconciliation_figuresThatDiffer_areNamed() {
    TestShop shop = deposits();
    RevenueReport before = shop.journal().report();
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.post(ShipOrder.of("S", LINE.order(), List.of(ShipOrder.Line.of("1", Quantity.of(1)))));
    shop.place("O2", 1);

    assertThat(Reconciliation.of(before, shop.statuses()).differences())
        .containsExactly(
            new Difference(LINE, "reserved", "0", "1"),
            new Difference(LINE, "backordered", "5", "3"),
            new Difference(LINE, "shipped", "0", "1"),
            new Difference(OrderLineId.of("O2", "1"), "line", "none", "placed"));
    assertThat(Reconciliation.of(shop.journal().report(), shop.statuses()).isSound())
        .isTrue();
  }

  @Test
  void reconciliation_moneyThatDoesNotFitTheUnits_isNamed() {
    TestShop shop = deposits();
    shop.receive(TestShop.ITEMS.get(0), 2);
    shop.post(ShipOrder.all("S", LINE.order()));
    LineRevenue right = shop.revenue(LINE);
    Money tooMuch = right.account().deferred().plus(eur("50"));
    RevenueAccount wrong = new RevenueAccount(
        right.account().paid(),
        tooMuch,
        new RevenueAccount.Earned(eur("19.99"), eur("0"), eur("0")),
        eur("0"));
    List<LineRevenue> lines = new ArrayList<>();
    lines.add(new LineRevenue(LINE, right.units(), right.schedule(), wrong));
    List<LineStatus> statuses = shop.statuses();

    assertThat(right.account().isBalanced()).isTrue();
    assertThat(wrong.isBalanced()).isFalse();
    assertThat(Reconciliation.of(new RevenueReport(shop.now(), lines, List.of()), statuses)
            .differences())
        .containsExactly(
            new Difference(LINE, "earned", "EUR 19.99", "EUR 20.00"),
            new Difference(LINE, "deferred", "EUR 56.00", "EUR 30.00"),
            new Difference(LINE, "paid", "EUR 26.00", "EUR 75.99"));
  }
}
