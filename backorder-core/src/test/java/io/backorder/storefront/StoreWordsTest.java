package io.backorder.storefront;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.promise.PromiseRange;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final StoreWords ENGLISH = StoreWords.of(Locale.ENGLISH);
  private static final StoreWords GERMAN = StoreWords.of(Locale.GERMANY);

  private static PromiseRange range(int earliest, int latest) {
    return new PromiseRange(
        TODAY.plusDays(earliest),
        TODAY.plusDays(earliest),
        TODAY.plusDays(latest),
        OptionalDouble.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "14, 28, Expected within 2–4 weeks, Voraussichtlich in 2–4 Wochen lieferbar",
    "0, 0, Expected today, Voraussichtlich heute lieferbar",
    "0, 1, Expected within 1 day, Voraussichtlich innerhalb von 1 Tag lieferbar",
    "2, 5, Expected within 2–5 days, Voraussichtlich in 2–5 Tagen lieferbar",
    "5, 5, Expected within 5 days, Voraussichtlich innerhalb von 5 Tagen lieferbar",
    "13, 14, Expected within 1–2 weeks, Voraussichtlich in 1–2 Wochen lieferbar",
    "14, 14, Expected within 2 weeks, Voraussichtlich innerhalb von 2 Wochen lieferbar",
    "14, 15, Expected within 2–3 weeks, Voraussichtlich in 2–3 Wochen lieferbar",
    "61, 61, Expected within 8–9 weeks, Voraussichtlich in 8–9 Wochen lieferbar",
    "62, 92, Expected within 2–3 months, Voraussichtlich in 2–3 Monaten lieferbar",
    "3, 93, Expected within 4 months, Voraussichtlich innerhalb von 4 Monaten lieferbar",
    "-9, -3, Expected today, Voraussichtlich heute lieferbar"
  })
  void expected_wait_isSaidInTheUnitThatPeopleUse(
      int earliest, int latest, String english, String german) {
    assertThat(ENGLISH.expected(range(earliest, latest), TODAY)).isEqualTo(english);
    assertThat(GERMAN.expected(range(earliest, latest), TODAY)).isEqualTo(german);
  }

  @Test
  void offer_eachKind_hasItsWords() {
    LocalDate release = LocalDate.of(2026, 3, 20);
    Offer.Preorder preorder = new Offer.Preorder(release, Waits.shelf(1, release));
    Offer.OutOfStock none = new Offer.OutOfStock(Offer.OutOfStock.Why.REFUSED);
    Offer.LowStock low = new Offer.LowStock(PromiseRange.of(TODAY), Quantity.of(2_500));
    Offer backorder = new Offer.Backorder(
        Quantity.ZERO, Waits.between(3, TODAY.plusDays(14), TODAY.plusDays(28)));
    Offer open = new Offer.Backorder(Quantity.ZERO, Waits.unknown(3));

    assertThat(ENGLISH.offer(backorder, TODAY))
        .isEqualTo("On backorder. Expected within 2–4 weeks");
    assertThat(ENGLISH.offer(open, TODAY)).isEqualTo("On backorder. The day is not known yet");
    assertThat(ENGLISH.offer(preorder, TODAY)).isEqualTo("Pre-order. Released on March 20, 2026");
    assertThat(ENGLISH.offer(none, TODAY)).isEqualTo("Out of stock");
    assertThat(ENGLISH.offer(new Offer.InStock(PromiseRange.of(TODAY)), TODAY))
        .isEqualTo("In stock");
    assertThat(ENGLISH.offer(low, TODAY)).isEqualTo("Only 2,500 left in stock");
    assertThat(GERMAN.withScale(Scale.of(4)).offer(low, TODAY))
        .isEqualTo("Nur noch 0,25 auf Lager");
    assertThat(GERMAN.offer(preorder, TODAY))
        .isEqualTo("Vorbestellung. Erscheint am 20. März 2026");
    assertThat(GERMAN.offer(open, TODAY))
        .isEqualTo("Nachlieferung. Der Termin steht noch nicht fest");
  }

  @Test
  void days_rangeOrOneDay_isWritten() {
    assertThat(ENGLISH.days(range(10, 18))).isEqualTo("March 12, 2026 to March 20, 2026");
    assertThat(ENGLISH.days(range(10, 10))).isEqualTo("March 12, 2026");
    assertThat(GERMAN.days(range(10, 18))).isEqualTo("12. März 2026 bis 20. März 2026");
  }

  @Test
  void policy_allThatIsAgreed_isSaid() {
    BackorderTerms terms = BackorderTerms.standard()
        .withAllowance(BackorderAllowance.upTo(Quantity.of(40)))
        .withLongestWait(60)
        .withCancellation(14)
        .withRefund(1)
        .withPayment(new BigDecimal("12.5"), new BigDecimal("30"))
        .withKeptOnCancellation(new BigDecimal("10"))
        .withPriceAdjustment(new BigDecimal("-5"))
        .withConsent(7, 3, Consent.Answer.CANCEL);

    assertThat(ENGLISH.policy(terms))
        .containsExactly(
            "You can order this item while it is not in stock. We send it as soon as it is here, "
                + "in the order of our waiting list.",
            "Our waiting list holds no more than this number of units: 40.",
            "We take an order only if we can promise it within 60 days.",
            "You can cancel what we have not sent within 14 days of ordering.",
            "If you cancel, we pay your money back within 1 day.",
            "If you cancel, we keep 10 % of what you would get back.",
            "If you refuse a new day that we ask you about, you get all of it back.",
            "When you order, 12.5 % of the price is due.",
            "As soon as it is here and set aside for you, 30 % of the price is due.",
            "When we send it, 57.5 % of the price is due.",
            "On backorder the price is 5 % lower.",
            "If the promised day slips by more than 7 days, we ask you. If you do not answer "
                + "within 3 days, we cancel what is waiting.");
    assertThat(GERMAN.policy(terms))
        .hasSize(12)
        .contains(
            "Bei einer Stornierung behalten wir 10 % des Betrags ein, den Sie zurückbekämen.",
            "Lehnen Sie einen neuen Termin ab, nach dem wir Sie fragen, erhalten Sie alles zurück.",
            "Bei der Bestellung sind 12,5 % des Preises fällig.",
            "Sobald die Ware da ist und für Sie bereitliegt, sind 30 % des Preises fällig.",
            "Beim Versand sind 57,5 % des Preises fällig.");
  }

  @Test
  void policy_payment_saysWhatIsDueAndNothingElse() {
    BackorderTerms standard = BackorderTerms.standard();
    BackorderTerms deposit = standard.withDeposit(new BigDecimal("20"));

    assertThat(standard.dueAtShipment()).isEmpty();
    assertThat(deposit.dueAtFill()).isEmpty();
    assertThat(deposit.dueAtShipment()).hasValue(new BigDecimal("80"));
    assertThat(deposit.withKeptOnCancellation(BigDecimal.ZERO).keptOnCancellation())
        .isEmpty();
    assertThat(ENGLISH.policy(standard.withKeptOnCancellation(BigDecimal.TEN)))
        .hasSize(3)
        .contains("If you cancel, we keep 10 % of what you would get back.");
    assertThat(ENGLISH.policy(deposit))
        .hasSize(4)
        .contains(
            "When you order, 20 % of the price is due.",
            "When we send it, 80 % of the price is due.");
    assertThat(ENGLISH.policy(deposit.withDeposit(new BigDecimal("100")))).hasSize(3);
    assertThat(ENGLISH.policy(standard.withPayment(BigDecimal.ZERO, BigDecimal.ZERO)))
        .hasSize(3)
        .contains("When we send it, 100 % of the price is due.");
  }

  @Test
  void policy_refusedOrStandard_saysJustThat() {
    BackorderTerms refused = BackorderTerms.standard().withAllowance(BackorderAllowance.refused());
    BackorderTerms keep = BackorderTerms.standard()
        .withPriceAdjustment(BigDecimal.TEN)
        .withConsent(0, 1, Consent.Answer.KEEP);

    assertThat(ENGLISH.policy(refused))
        .containsExactly("This item can be ordered only while it is in stock.");
    assertThat(ENGLISH.policy(BackorderTerms.standard()))
        .hasSize(2)
        .contains("You can cancel at any time what we have not sent.");
    assertThat(ENGLISH.policy(keep))
        .contains(
            "On backorder the price is 10 % higher.",
            "If the promised day slips by more than 0 days, we ask you. If you do not answer "
                + "within 1 day, we keep your order.");
  }

  @Test
  void policy_noMoreThanIsAnnounced_isNoRefusal() {
    BackorderTerms inbound = BackorderTerms.standard()
        .withAllowance(BackorderAllowance.inbound().and(BackorderAllowance.upTo(Quantity.of(9))));
    BackorderTerms none =
        BackorderTerms.standard().withAllowance(BackorderAllowance.upTo(Quantity.ZERO));

    assertThat(inbound.isAllowed()).isTrue();
    assertThat(ENGLISH.policy(inbound))
        .contains(
            "Our waiting list holds no more units than are on their way to us.",
            "Our waiting list holds no more than this number of units: 9.");
    assertThat(GERMAN.policy(inbound))
        .contains("Unsere Warteliste fasst nicht mehr Stück, als zu uns unterwegs sind.");
    assertThat(ENGLISH.policy(none))
        .containsExactly("This item can be ordered only while it is in stock.");
  }

  @Test
  void of_languageThatIsNotShipped_isEnglishWhole() {
    assertThat(StoreWords.of(Locale.FRANCE).days(range(10, 18)))
        .isEqualTo("March 12, 2026 to March 20, 2026");
    assertThat(StoreWords.of(Locale.UK).day(TODAY)).isEqualTo("2 March 2026");
  }

  /** A bundle of the host's own, with one text. */
  private static final class Own extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"offer.in-stock", "In our barn"}};
    }
  }

  @Test
  void of_bundleOfTheHost_replacesWhatItHas() {
    ResourceBundle own = new Own();
    StoreWords words = StoreWords.of(own, Locale.UK);

    assertThat(words.offer(new Offer.InStock(PromiseRange.of(TODAY)), TODAY))
        .isEqualTo("In our barn");
    assertThat(words.offer(new Offer.OutOfStock(Offer.OutOfStock.Why.WAIT), TODAY))
        .isEqualTo("Out of stock");
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (InputStream text = Objects.requireNonNull(StoreWords.class.getResourceAsStream(name))) {
      words.load(new InputStreamReader(text, StandardCharsets.UTF_8));
    }
    return words;
  }

  @Test
  void shippedWords_bothLanguages_haveTheSameKeysAndPlaces() throws IOException {
    Properties english = words("words.properties");
    Properties german = words("words_de.properties");

    assertThat(german.stringPropertyNames())
        .isEqualTo(english.stringPropertyNames())
        .hasSize(31);
    for (String key : english.stringPropertyNames()) {
      assertThat(places(german.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static List<Boolean> places(String text) {
    int formats = new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    return List.of(formats > 0, formats > 1, text.contains("'"));
  }

  @Test
  void badTerms_areRefused() {
    BackorderTerms terms = BackorderTerms.standard();
    assertRefused(
        () -> terms.withLongestWait(-1),
        ErrorCode.INVALID_NUMBER,
        "longest wait in days must be at least 0: -1");
    assertRefused(
        () -> terms.withCancellation(-1),
        ErrorCode.INVALID_NUMBER,
        "cancellation window in days must be at least 0: -1");
    assertRefused(
        () -> terms.withRefund(-1),
        ErrorCode.INVALID_NUMBER,
        "refund window in days must be at least 0: -1");
    assertRefused(
        () -> terms.withDeposit(new BigDecimal("100.01")),
        ErrorCode.INVALID_NUMBER,
        "deposit in per cent must be in [0, 100]: 100.01");
    assertRefused(
        () -> terms.withDeposit(new BigDecimal("-1")),
        ErrorCode.INVALID_NUMBER,
        "deposit in per cent must be in [0, 100]: -1");
    assertRefused(
        () -> terms.withPayment(new BigDecimal("10"), new BigDecimal("-1")),
        ErrorCode.INVALID_NUMBER,
        "payment at fill in per cent must be in [0, 100]: -1");
    assertRefused(
        () -> terms.withPayment(new BigDecimal("60"), new BigDecimal("40.1")),
        ErrorCode.INVALID_NUMBER,
        "what is due at order and at fill in per cent must be at most 100: 100.1");
    assertRefused(
        () -> terms
            .withPayment(new BigDecimal("60"), new BigDecimal("40"))
            .withDeposit(new BigDecimal("61")),
        ErrorCode.INVALID_NUMBER,
        "what is due at order and at fill in per cent must be at most 100: 101");
    assertRefused(
        () -> terms.withKeptOnCancellation(new BigDecimal("101")),
        ErrorCode.INVALID_NUMBER,
        "part kept on cancellation in per cent must be in [0, 100]: 101");
    assertRefused(
        () -> terms.withPriceAdjustment(new BigDecimal("-100")),
        ErrorCode.INVALID_NUMBER,
        "price adjustment in per cent must be above -100: -100");
    assertRefused(
        () -> terms.withConsent(-1, 3, Consent.Answer.KEEP),
        ErrorCode.INVALID_NUMBER,
        "slip in days must be at least 0: -1");
    assertRefused(
        () -> terms.withConsent(1, 0, Consent.Answer.KEEP),
        ErrorCode.INVALID_NUMBER,
        "time to answer in days must be at least 1: 0");
  }
}
