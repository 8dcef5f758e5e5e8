package io.backorder.finance;

import static io.backorder.refusal.ErrorCode.CURRENCY_MISMATCH;
import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.MONEY_SCALE;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.promise.PromiseRange;
import io.backorder.stock.Quantity;
import io.backorder.storefront.BackorderTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, prices, payments and cards, on both sides of every edge. */
final class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final CardAuthorisation CARD =
      new CardAuthorisation(eur("10"), NOON, Duration.ofDays(7));

  private static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  private static UnitPrice price(String amount) {
    return UnitPrice.of(new BigDecimal(amount), EUR);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void of_decimals_areThoseOfTheCurrency() {
    assertThat(eur("12.5").amount()).isEqualTo(number("12.50"));
    assertThat(eur("12.5000")).isEqualTo(eur("12.5")).hasToString("EUR 12.50");
    assertThat(Money.of(number("1E+3"), JPY)).hasToString("JPY 1000");
    assertRefused(
        () -> eur("12.505"), MONEY_SCALE, "amount must have at most 2 decimals in EUR: 12.505");
    assertRefused(
        () -> Money.of(number("0.5"), JPY),
        MONEY_SCALE,
        "amount must have at most 0 decimals in JPY: 0.5");
    assertRefused(
        () -> Money.zero(Currency.getInstance("XAU")),
        MONEY_SCALE,
        "currency must be one in which amounts are paid: XAU");
  }

  @ParameterizedTest
  @CsvSource({
    "0.005, 0.00",
    "0.015, 0.02",
    "0.025, 0.02",
    "0.0250001, 0.03",
    "-0.015, -0.02",
    "-0.025, -0.02"
  })
  void rounded_half_goesToTheEvenNeighbour(String exact, String rounded) {
    assertThat(Money.rounded(number(exact), EUR)).isEqualTo(eur(rounded));
  }

  @Test
  void arithmetic_currenciesMixed_isRefused() {
    Money yen = Money.of(BigDecimal.TEN, JPY);
    String message = "amount must be in EUR: JPY; convert it first";

    assertRefused(() -> eur("1").plus(yen), CURRENCY_MISMATCH, message);
    assertRefused(() -> eur("1").minus(yen), CURRENCY_MISMATCH, message);
    assertRefused(() -> eur("1").min(yen), CURRENCY_MISMATCH, message);
    assertRefused(() -> eur("1").max(yen), CURRENCY_MISMATCH, message);
    assertRefused(() -> eur("1").compareTo(yen), CURRENCY_MISMATCH, message);
  }

  @Test
  void split_withoutAWeight_isRefused() {
    assertRefused(
        () -> eur("1").split(List.of()),
        INVALID_NUMBER,
        "weights must add up to a number above zero: []");
    assertRefused(
        () -> eur("1").split(List.of(BigDecimal.ZERO)),
        INVALID_NUMBER,
        "weights must add up to a number above zero: [0]");
    assertRefused(
        () -> eur("1").split(List.of(BigDecimal.ONE, number("-0.1"))),
        INVALID_NUMBER,
        "weight must be zero or positive: -0.1");
    assertRefused(() -> eur("1").split(0), INVALID_NUMBER, "parts must be at least 1: 0");
  }

  @Test
  void unitPrice_equalWorth_isEqual() {
    assertThat(price("3.330")).isEqualTo(price("3.33")).hasToString("EUR 3.33");
    assertThat(price("100")).hasToString("EUR 100.00");
    assertThat(price("0.0125")).hasToString("EUR 0.0125");
    assertThat(UnitPrice.of(eur("2.5")).of(Quantity.of(3))).isEqualTo(eur("7.50"));
    assertRefused(() -> price("-0.01"), INVALID_NUMBER, "price must be zero or positive: -0.01");
    assertRefused(
        () -> UnitPrice.spread(eur("1"), Quantity.ZERO),
        INVALID_QUANTITY,
        "units must be at least 1: 0");
    assertRefused(
        () -> UnitPrice.spread(eur("-1"), Quantity.of(1)),
        INVALID_NUMBER,
        "total must be zero or positive: EUR -1.00");
  }

  @Test
  void paymentTerms_outOfRange_areRefused() {
    assertThat(PaymentTerms.percentages(number("60"), number("40"))).isNotNull();
    assertRefused(
        () -> PaymentTerms.percentages(number("100.01"), BigDecimal.ZERO),
        INVALID_NUMBER,
        "percentage of the price must be in [0, 100] percent: 100.01");
    assertRefused(
        () -> PaymentTerms.percentages(number("-1"), BigDecimal.ZERO),
        INVALID_NUMBER,
        "percentage of the price must be zero or positive: -1");
    assertRefused(
        () -> PaymentTerms.percentages(number("60"), number("40.01")),
        INVALID_NUMBER,
        "percentages at order and at fill together must be in [0, 100] percent: 100.01");
    assertRefused(
        () -> PaymentTerms.prepaid().keeping(number("101")),
        INVALID_NUMBER,
        "percentage kept on cancellation must be in [0, 100] percent: 101");
  }

  @Test
  void paymentSchedule_amountsAboveThePrice_areRefused() {
    PaymentTerms six = PaymentTerms.amounts(price("4"), price("2"));

    assertThat(new PaymentSchedule(price("6"), six).stages(Quantity.of(2)).atShipment())
        .isEqualTo(eur("0"));
    assertRefused(
        () -> new PaymentSchedule(price("5.99"), six),
        INVALID_NUMBER,
        "what is due before shipment must be at most the price EUR 5.99: 6.00");
    assertRefused(
        () -> new PaymentSchedule(UnitPrice.of(BigDecimal.TEN, JPY), six),
        CURRENCY_MISMATCH,
        "amount must be in JPY: EUR; convert it first");
  }

  @Test
  void paymentSchedule_simpleTerms_putAllIntoOneStage() {
    Quantity three = Quantity.of(3);
    UnitPrice price = price("1.11");

    assertThat(new PaymentSchedule(price, PaymentTerms.prepaid()).stages(three).atOrder())
        .isEqualTo(eur("3.33"));
    assertThat(
            new PaymentSchedule(price, PaymentTerms.paidAtFill()).stages(three).atFill())
        .isEqualTo(eur("3.33"));
    assertThat(new PaymentSchedule(price, PaymentTerms.paidAtShipment())
            .stages(three)
            .atShipment())
        .isEqualTo(eur("3.33"));
    assertThat(PaymentTerms.prepaid().kept(eur("9"))).isEqualTo(eur("0"));
    assertThat(PaymentTerms.prepaid().keeping(number("12.5")).kept(eur("0.20")))
        .isEqualTo(eur("0.02"));
  }

  @Test
  void progress_outOfOrder_isRefused() {
    assertRefused(
        () -> new Progress(Quantity.of(2), Quantity.of(3), Quantity.of(1)),
        INVALID_QUANTITY,
        "units filled must be at most 2: 3");
    assertRefused(
        () -> new Progress(Quantity.of(2), Quantity.of(1), Quantity.of(2)),
        INVALID_QUANTITY,
        "units shipped must be at most 1: 2");
  }

  @Test
  void card_promiseBeforeItsEnd_needsNothing() {
    Instant last = NOON.plus(Duration.ofDays(7)).minusNanos(1);

    assertThat(CARD.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    assertThat(CARD.lastsUntil(last)).isTrue();
    assertThat(CARD.lastsUntil(CARD.expiresAt())).isFalse();
    assertThat(CARD.covered(last, Duration.ofDays(1)))
        .isEqualTo(new CardAuthorisation.Plan(List.of(), last));
    assertThat(CARD.beforeShipment(last, Duration.ofDays(1)).renewals()).isEmpty();
  }

  @Test
  void card_promiseAfterItsEnd_isAuthorisedAnew() {
    Instant shipment = NOON.plus(Duration.ofDays(20));

    assertThat(CARD.covered(shipment, Duration.ofDays(1)).renewals())
        .containsExactly(
            NOON.plus(Duration.ofDays(6)),
            NOON.plus(Duration.ofDays(12)),
            NOON.plus(Duration.ofDays(18)));
    assertThat(CARD.beforeShipment(shipment, Duration.ofDays(2)))
        .isEqualTo(new CardAuthorisation.Plan(List.of(NOON.plus(Duration.ofDays(18))), shipment));
  }

  @Test
  void card_promiseOfSeveralDays_isCoveredUntilTheLastHasEnded() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate today = NOON.atZone(berlin).toLocalDate();
    PromiseRange days = new PromiseRange(
        today.plusDays(20), today.plusDays(30), today.plusDays(40), OptionalDouble.empty());
    Instant begins = today.plusDays(20).atStartOfDay(berlin).toInstant();
    Instant ended = today.plusDays(41).atStartOfDay(berlin).toInstant();

    CardAuthorisation.Plan plan = CARD.beforeShipment(days, berlin, Duration.ofDays(1));

    assertThat(plan.renewals())
        .containsExactly(
            begins.minus(Duration.ofDays(1)),
            begins.plus(Duration.ofDays(5)),
            begins.plus(Duration.ofDays(11)),
            begins.plus(Duration.ofDays(17)));
    assertThat(plan.captureAt()).isEqualTo(ended.minus(1, ChronoUnit.MICROS));
    assertThat(CARD.covered(days, berlin, Duration.ofDays(1)))
        .isEqualTo(CARD.covered(plan.captureAt(), Duration.ofDays(1)));
  }

  @Property
  void aCardIsCoveredOnEveryPromisedDayWithTheFewestRenewals(
      @ForAll @IntRange(min = 2, max = 30) int validDays,
      @ForAll @IntRange(min = 0, max = 60) int earliest,
      @ForAll @IntRange(min = 0, max = 60) int span,
      @ForAll @IntRange(min = 1, max = 29) int leadDays) {
    Duration validity = Duration.ofDays(validDays);
    Duration lead = Duration.ofDays(Math.min(leadDays, validDays - 1));
    CardAuthorisation card = new CardAuthorisation(eur("1"), NOON, validity);
    LocalDate first = NOON.atZone(ZoneOffset.UTC).toLocalDate().plusDays(earliest);
    PromiseRange days =
        new PromiseRange(first, first, first.plusDays(span), OptionalDouble.empty());

    CardAuthorisation.Plan plan = card.beforeShipment(days, ZoneOffset.UTC, lead);

    List<Instant> givenAt = new ArrayList<>(List.of(NOON));
    givenAt.addAll(plan.renewals());
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant at = from.isBefore(NOON) ? NOON : from;
        !at.isAfter(plan.captureAt());
        at = at.plus(Duration.ofHours(1))) {
      Instant shipped = at;
      assertThat(givenAt)
          .as("shipped at %s", shipped)
          .anyMatch(given -> !given.isAfter(shipped) && shipped.isBefore(given.plus(validity)));
    }
    int step = validDays - (int) lead.toDays();
    assertThat(plan.renewals()).hasSizeLessThanOrEqualTo((span + step) / step);
  }

  @Test
  void terms_ofABackorder_areWhatTheCustomerReads() {
    BackorderTerms terms = BackorderTerms.standard()
        .withPayment(new BigDecimal("20"), new BigDecimal("30"))
        .withKeptOnCancellation(new BigDecimal("10"));
    PaymentTerms payment = PaymentTerms.of(terms);

    assertThat(new PaymentSchedule(UnitPrice.of(eur("10")), payment).stages(Quantity.of(2)))
        .isEqualTo(new PaymentSchedule.Stages(eur("4"), eur("6"), eur("10")));
    assertThat(payment.kept(eur("4"))).isEqualTo(eur("0.40"));
    assertThat(PaymentTerms.of(BackorderTerms.standard())).isEqualTo(PaymentTerms.paidAtShipment());
  }

  @Test
  void stages_ofSeveralCurrencies_areRefused() {
    Money yen = Money.zero(Currency.getInstance("JPY"));

    assertRefused(
        () -> new PaymentSchedule.Stages(eur("1"), yen, eur("1")),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
    assertRefused(
        () -> new PaymentSchedule.Stages(eur("1"), eur("1"), yen),
        CURRENCY_MISMATCH,
        "amount must be in EUR: JPY; convert it first");
  }

  @Property
  void aCoveredCardCanBeChargedAtEveryInstantAndIsRenewedNoOftenerThanNeeded(
      @ForAll @IntRange(min = 2, max = 30) int validDays,
      @ForAll @LongRange(min = 0, max = 20_000) long hours,
      @ForAll @IntRange(min = 1, max = 29) int marginDays) {
    Duration validity = Duration.ofDays(validDays);
    Duration margin = Duration.ofDays(Math.min(marginDays, validDays - 1));
    Instant shipment = NOON.plus(Duration.ofHours(hours));
    CardAuthorisation card = new CardAuthorisation(eur("1"), NOON, validity);

    CardAuthorisation.Plan plan = card.covered(shipment, margin);

    Instant from = NOON;
    for (Instant renewal : plan.renewals()) {
      assertThat(renewal).isEqualTo(from.plus(validity).minus(margin));
      from = renewal;
    }
    assertThat(shipment).isBefore(from.plus(validity));
    long step = validity.minus(margin).toHours();
    long beyond = hours - validity.toHours();
    assertThat((long) plan.renewals().size()).isEqualTo(beyond < 0 ? 0 : beyond / step + 1);
  }

  @Test
  void card_outOfRange_isRefused() {
    assertRefused(
        () -> new CardAuthorisation(eur("0"), NOON, Duration.ofDays(1)),
        INVALID_NUMBER,
        "amount authorised must be positive: EUR 0.00");
    assertRefused(
        () -> new CardAuthorisation(eur("1"), NOON, Duration.ZERO),
        INVALID_NUMBER,
        "validity of an authorisation must be positive: PT0S");
    assertRefused(
        () -> CARD.covered(NOON, Duration.ZERO), INVALID_NUMBER, "margin must be positive: PT0S");
    assertRefused(
        () -> CARD.covered(NOON, Duration.ofDays(7)),
        INVALID_NUMBER,
        "margin must be shorter than the validity PT168H: PT168H");
    assertRefused(
        () -> CARD.beforeShipment(NOON, Duration.ofDays(-1)),
        INVALID_NUMBER,
        "lead must be positive: PT-24H");
    assertRefused(
        () -> CARD.beforeShipment(NOON, Duration.ofDays(8)),
        INVALID_NUMBER,
        "lead must be shorter than the validity PT168H: PT192H");
    assertRefused(
        () -> CARD.covered(NOON.plus(Duration.ofDays(100_000)), Duration.ofDays(1)),
        INVALID_NUMBER,
        "renewals must be at most 1000: more until " + NOON.plus(Duration.ofDays(100_000)));
  }
}
