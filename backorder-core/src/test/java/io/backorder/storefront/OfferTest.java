package io.backorder.storefront;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromiseRange;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent.Answer;
import io.backorder.storefront.Offer.OutOfStock;
import io.backorder.storefront.Offer.OutOfStock.Why;
import io.backorder.storefront.Offer.Status;
import io.backorder.storefront.OfferRules.Situation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OfferTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Quantity ANY = Quantity.of(Long.MAX_VALUE);
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");
  private static final BackorderTerms STANDARD = BackorderTerms.standard();
  private static final Promise NINE_DAYS = Waits.between(5, TODAY.plusDays(7), TODAY.plusDays(9));

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  private static Situation situation(long wanted, long onShelf, Promise promise) {
    return new Situation(units(wanted), units(onShelf), ANY, promise);
  }

  private static Offer offer(BackorderTerms terms, Situation situation) {
    return OfferRules.of(terms).withLowStock(units(3)).offer(situation, TODAY);
  }

  @Test
  void offer_allOnTheShelf_isInStockOrLow() {
    Promise shelf = Waits.shelf(2, TODAY);

    assertThat(offer(STANDARD, situation(2, 4, shelf)))
        .isEqualTo(new Offer.InStock(PromiseRange.certain(TODAY)));
    assertThat(offer(STANDARD, situation(2, 3, shelf)))
        .isEqualTo(new Offer.LowStock(PromiseRange.certain(TODAY), units(3)));
    assertThat(offer(STANDARD, situation(2, 3, shelf)).status()).isEqualTo(Status.LOW_STOCK);
    assertThat(OfferRules.of(STANDARD).offer(situation(1, 1, shelf), TODAY).status())
        .isEqualTo(Status.IN_STOCK);
    assertThat(offer(STANDARD, situation(2, 4, shelf)).by()).contains(TODAY);
  }

  @Test
  void offer_shelfIsShort_isBackorderWithDaysOrWithout() {
    Offer dated = offer(STANDARD, situation(5, 2, NINE_DAYS));
    Offer open = offer(STANDARD, situation(5, 2, Waits.unknown(5)));

    assertThat(dated).isEqualTo(new Offer.Backorder(units(2), NINE_DAYS));
    assertThat(dated.by()).contains(TODAY.plusDays(9));
    assertThat(dated.isOrderable()).isTrue();
    assertThat(open.status()).isEqualTo(Status.BACKORDER);
    assertThat(open.by()).isEmpty();
  }

  @Test
  void offer_quantityThatWouldBeRefused_isOutOfStockAndSaysWhy() {
    BackorderTerms refused = STANDARD.withAllowance(BackorderAllowance.refused());
    Situation full = new Situation(units(5), units(2), units(2), NINE_DAYS);
    Situation fits = new Situation(units(5), units(2), units(3), NINE_DAYS);

    assertThat(offer(refused, situation(5, 2, NINE_DAYS))).isEqualTo(new OutOfStock(Why.REFUSED));
    assertThat(offer(refused, situation(5, 5, Waits.shelf(5, TODAY))).status())
        .isEqualTo(Status.IN_STOCK);
    assertThat(offer(STANDARD, full)).isEqualTo(new OutOfStock(Why.LIMIT));
    assertThat(offer(STANDARD, fits).status()).isEqualTo(Status.BACKORDER);
    assertThat(offer(STANDARD.withLongestWait(8), fits)).isEqualTo(new OutOfStock(Why.WAIT));
    assertThat(offer(STANDARD.withLongestWait(9), fits).status()).isEqualTo(Status.BACKORDER);
    assertThat(offer(STANDARD.withLongestWait(9), situation(5, 2, Waits.unknown(5))))
        .isEqualTo(new OutOfStock(Why.WAIT));
    assertThat(offer(STANDARD, full).isOrderable()).isFalse();
    assertThat(offer(STANDARD, full).range()).isEmpty();
  }

  @Test
  void offer_beforeTheRelease_isPreorderAndOnTheDayANormalItem() {
    OfferRules rules = OfferRules.of(STANDARD).withRelease(TODAY.plusDays(18));
    Situation short5 = situation(5, 0, NINE_DAYS);
    Situation shelf = situation(1, 4, Waits.shelf(1, TODAY));

    assertThat(rules.offer(short5, TODAY).status()).isEqualTo(Status.PREORDER);
    assertThat(rules.offer(short5, TODAY).by()).contains(TODAY.plusDays(18));
    assertThat(rules.offer(shelf, TODAY).status()).isEqualTo(Status.PREORDER);
    assertThat(rules.offer(shelf, TODAY.plusDays(18)).status()).isEqualTo(Status.IN_STOCK);
    assertThat(rules.offer(situation(5, 0, Waits.unknown(5)), TODAY).by()).isEmpty();
    assertThat(OfferRules.of(STANDARD.withLongestWait(10))
            .withRelease(TODAY.plusDays(18))
            .offer(short5, TODAY))
        .isEqualTo(new OutOfStock(Why.WAIT));
  }

  @Test
  void until_quote_holdsBeforeItsEndAlone() {
    Offer.Quote quote = offer(STANDARD, situation(5, 2, NINE_DAYS)).until(NOW);

    assertThat(quote.holds(NOW.minusNanos(1))).isTrue();
    assertThat(quote.holds(NOW)).isFalse();
  }

  @Test
  void ranked_substitutes_byTheDayOfTheLastUnit() {
    SubstituteChoice open = new SubstituteChoice(Sku.of("OPEN"), Waits.unknown(5));
    SubstituteChoice late = new SubstituteChoice(Sku.of("LATE"), NINE_DAYS);
    SubstituteChoice same = new SubstituteChoice(Sku.of("SAME"), NINE_DAYS);
    SubstituteChoice here = new SubstituteChoice(Sku.of("HERE"), Waits.shelf(5, TODAY));
    List<SubstituteChoice> all = List.of(open, late, same, here);

    assertThat(SubstituteChoice.ranked(all)).containsExactly(here, late, same, open);
    assertThat(SubstituteChoice.sooner(all, NINE_DAYS)).containsExactly(here);
    assertThat(SubstituteChoice.sooner(all, Waits.unknown(5))).containsExactly(here, late, same);
    assertThat(SubstituteChoice.onShelf(all)).containsExactly(here);
  }

  private static PromiseChange change(Promise before, Promise after) {
    return new PromiseChange(LINE, before, after);
  }

  @Test
  void terms_pageAndBehaviour_agree() {
    BackorderTerms terms = STANDARD
        .withAllowance(BackorderAllowance.upTo(units(4)))
        .withCancellation(14)
        .withRefund(5)
        .withConsent(7, 3, Answer.CANCEL);

    assertThat(terms.mayCancel(TODAY, TODAY.plusDays(14))).isTrue();
    assertThat(terms.mayCancel(TODAY, TODAY.plusDays(15))).isFalse();
    assertThat(STANDARD.mayCancel(TODAY, TODAY.plusYears(9))).isTrue();
    assertThat(terms.refundBy(TODAY)).contains(TODAY.plusDays(5));
    assertThat(STANDARD.refundBy(TODAY)).isEmpty();
    assertThat(terms.isAllowed()).isTrue();
    assertThat(terms.consentBeyond()).hasValue(7);
    assertThat(STANDARD.consentBeyond()).isEmpty();
    assertThat(STANDARD.withPriceAdjustment(BigDecimal.ZERO).priceAdjustment()).isEmpty();
  }

  @Test
  void needsConsent_longSlipOrLostDay_doesAndAnImprovementDoesNot() {
    BackorderTerms terms = STANDARD.withConsent(7, 3, Answer.KEEP);
    Promise soon = Waits.shelf(1, TODAY);
    Promise week = Waits.shelf(1, TODAY.plusDays(7));
    Promise eight = Waits.shelf(1, TODAY.plusDays(8));
    Promise none = Waits.unknown(1);

    assertThat(terms.needsConsent(change(soon, week))).isFalse();
    assertThat(terms.needsConsent(change(soon, eight))).isTrue();
    assertThat(terms.needsConsent(change(soon, none))).isTrue();
    assertThat(terms.needsConsent(change(eight, soon))).isFalse();
    assertThat(terms.needsConsent(change(none, soon))).isFalse();
    assertThat(STANDARD.needsConsent(change(soon, eight))).isFalse();
  }

  @Test
  void due_deadlineHasPassed_lastAnswerOrFallbackHolds() {
    BackorderTerms terms = STANDARD.withConsent(7, 3, Answer.CANCEL);
    Consent asked = Consent.ask(LINE, terms, NOW).orElseThrow();
    Instant deadline = NOW.plusSeconds(3 * 86_400);
    Consent kept = new Consent(OrderLineId.of("O2", "1"), deadline, Answer.CANCEL, Optional.empty())
        .answered(Answer.CANCEL, NOW)
        .answered(Answer.KEEP, deadline.minusNanos(1));

    assertThat(asked.deadline()).isEqualTo(deadline);
    assertThat(asked.decision(deadline.minusNanos(1))).isEmpty();
    assertThat(asked.decision(deadline)).contains(Answer.CANCEL);
    assertThat(kept.decision(NOW)).contains(Answer.KEEP);
    assertThat(Consent.due(List.of(asked, kept), deadline.minusNanos(1))).isEmpty();
    assertThat(Consent.due(List.of(asked, kept), deadline))
        .containsExactly(
            Map.entry(LINE, Answer.CANCEL), Map.entry(OrderLineId.of("O2", "1"), Answer.KEEP));
    assertThat(Consent.ask(LINE, STANDARD, NOW)).isEmpty();
    assertRefused(
        () -> asked.answered(Answer.KEEP, deadline),
        ErrorCode.ALREADY_CLOSED,
        "answer for line O1/1 must come before 2026-03-05T09:00:00Z: 2026-03-05T09:00:00Z");
    assertRefused(
        () -> Consent.due(List.of(asked, asked), deadline),
        ErrorCode.DUPLICATE_LINE,
        "line must be asked about once: O1/1");
  }
}
