package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.PromiseRevised;
import io.backorder.ledger.PromiseCause;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.revenue.Payments;
import io.backorder.revenue.RevenueEntry;
import io.backorder.revenue.RevenueJournal;
import io.backorder.revenue.SalesBook;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.Consent;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time asks for, done when the host calls. */
final class MaintenanceTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T09:00:00Z");

  private Instant now = MONDAY;
  private final Inventory inventory = Inventory.inMemory().clock(() -> now).build();

  @BeforeEach
  void letFiveWait() {
    inventory.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", LAMP, Quantity.of(5))));
  }

  private static Consent question(Consent.Answer fallback) {
    return new Consent(LINE, FRIDAY, fallback, Optional.empty());
  }

  private LineStatus line() {
    return inventory.order(LINE.order()).orElseThrow().line("1").orElseThrow();
  }

  @Test
  void maintain_beforeTheDeadline_decidesNothing() {
    now = FRIDAY.minusNanos(1_000);

    assertThat(inventory.maintain(List.of(question(Consent.Answer.CANCEL))).decided())
        .isEmpty();
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_atTheDeadlineWithoutAnswer_appliesWhatTheShopChose() {
    now = FRIDAY;

    Maintenance done = inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(done.decided()).containsEntry(LINE, Consent.Answer.CANCEL);
    assertThat(line().cancelled()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_customerWhoWaits_keepsTheLine() {
    Consent kept = question(Consent.Answer.CANCEL).answered(Consent.Answer.KEEP, MONDAY);
    now = FRIDAY;

    assertThat(inventory.maintain(List.of(kept)).decided())
        .containsEntry(LINE, Consent.Answer.KEEP);
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_goodsThatCameMeanwhile_stayWithTheCustomer() {
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(2)));
    now = FRIDAY;

    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(line().reserved()).isEqualTo(Quantity.of(2));
    assertThat(line().cancelled()).isEqualTo(Quantity.of(3));
  }

  @Test
  void maintain_withASource_asksItForTheQuestions() {
    List<Consent> kept = new ArrayList<>();
    Inventory asking =
        Inventory.inMemory().clock(() -> now).consents(() -> kept).build();
    asking.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", LAMP, Quantity.of(5))));
    now = FRIDAY;
    assertThat(asking.maintain().decided()).isEmpty();

    kept.add(question(Consent.Answer.CANCEL));

    assertThat(asking.maintain().decided()).containsEntry(LINE, Consent.Answer.CANCEL);
    assertThat(asking.order(LINE.order()).orElseThrow().line("1").orElseThrow().cancelled())
        .isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_consentThatIsMissing_refundsAllThatWasPaid() {
    now = FRIDAY;
    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));
    inventory.post(PlaceOrder.of(OrderId.of("O2"), OrderLine.of("1", LAMP, Quantity.of(5))));
    inventory.post(CancelOrder.all("consent-withdrawn", OrderId.of("O2")));

    RevenueJournal journal = RevenueJournal.of(inventory.ledger(), new Prices(), now);

    assertThat(journal.entries().stream().filter(entry -> entry.line().equals(LINE)))
        .extracting(RevenueEntry::kind)
        .contains(RevenueEntry.Kind.REFUNDED)
        .doesNotContain(RevenueEntry.Kind.KEPT);
    assertThat(journal.entries().stream().filter(entry -> !entry.line().equals(LINE)))
        .extracting(RevenueEntry::kind)
        .contains(RevenueEntry.Kind.KEPT);
  }

  /** Everything costs 10 and is paid before it is there; of what the customer cancels half is kept. */
  private static final class Prices implements SalesBook {

    @Override
    public Optional<PaymentSchedule> schedule(OrderLineId line) {
      UnitPrice price = UnitPrice.of(BigDecimal.TEN, Currency.getInstance("EUR"));
      return Optional.of(
          new PaymentSchedule(price, PaymentTerms.prepaid().keeping(BigDecimal.valueOf(50))));
    }

    @Override
    public Payments payments() {
      return Payments.onSchedule();
    }
  }

  @Test
  void isRefusedConsent_onlyOfTheLibrarysOwnCancellations() {
    DocumentId refusal = DocumentId.ofRefusedConsent(LINE, FRIDAY);
    String number = refusal.number();

    assertThat(DocumentId.ofRefusedConsent(LINE, FRIDAY)).isEqualTo(refusal);
    assertThat(DocumentId.ofRefusedConsent(LINE, MONDAY)).isNotEqualTo(refusal);
    assertThat(refusal.isRefusedConsent()).isTrue();
    assertThat(new DocumentId(DocumentKind.CHANGE, number).isRefusedConsent()).isFalse();
    assertThat(new DocumentId(DocumentKind.CANCEL, "consent-1").isRefusedConsent())
        .isFalse();
    assertThat(new DocumentId(DocumentKind.CANCEL, number + "0").isRefusedConsent())
        .isFalse();
  }

  /** From the cut-off on, what comes on the same day is handled on the next one. */
  @Test
  void maintain_dayThatCanNoLongerBeKept_isRevisedThoughTheSupplyIsNotLate() {
    LocalDate day = LocalDate.parse("2026-03-06");
    List<InventoryEvent> heard = new ArrayList<>();
    Inventory shop = Inventory.inMemory()
        .clock(() -> now)
        .promising(
            PromiseRules.of(WorkingCalendar.everyDay("UTC").withCutOff(LocalTime.of(14, 0))),
            supplier -> SupplierScorecard.empty())
        .build();
    shop.post(AnnounceSupply.of(
        Supply.of(SupplyId.of("PO-1"), StockUnits.of(LAMP, MAIN, Quantity.of(9)), day)));
    shop.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", LAMP, Quantity.of(5))));
    shop.listeners().add(heard::add);
    now = Instant.parse("2026-03-06T13:59:59Z");
    assertThat(shop.maintain().reviewed()).isEmpty();
    assertThat(shop.promised(LINE)).contains(day);

    now = Instant.parse("2026-03-06T14:00:00Z");

    assertThat(shop.maintain().reviewed()).containsExactly(LAMP);
    assertThat(heard)
        .hasToString("[PromiseRevised O1/1 2026-03-06 2026-03-07]")
        .first()
        .satisfies(event ->
            assertThat(((PromiseRevised) event).cause().kind()).isEqualTo(PromiseCause.Kind.TIME));
    assertThat(shop.promise(LINE).orElseThrow().by()).isEqualTo(shop.promised(LINE));
  }

  @Test
  void maintain_again_changesNothing() {
    now = FRIDAY;
    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));
    long entries = inventory.ledger().size();

    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(inventory.ledger().size()).isEqualTo(entries);
  }

  @Test
  void maintain_holdsThatAreOver_areSweptAndServeWhoWaits() {
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(7)));
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, Quantity.of(2)))));
    inventory.post(PlaceOrder.of(OrderId.of("O2"), OrderLine.of("1", LAMP, Quantity.of(1))));
    now = MONDAY.plus(Duration.ofHours(1));

    assertThat(inventory.maintain(List.of()).swept().fills()).hasSize(1);
  }

  @Test
  void maintain_questionOfAnUnknownLine_isRefusedAndNothingIsDone() {
    now = FRIDAY;
    Consent unknown =
        new Consent(OrderLineId.of("O9", "1"), FRIDAY, Consent.Answer.CANCEL, Optional.empty());

    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> inventory.maintain(List.of(question(Consent.Answer.CANCEL), unknown)))
        .withMessage("line of a question must have been placed before: O9/1")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_ORDER));
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }
}
