package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.LedgerClock;
import io.backorder.posting.PromiseDesk;
import io.backorder.posting.Rules;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Offer;
import io.backorder.storefront.OfferRules;
import io.backorder.storefront.SubstituteChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers what a shop can say of an item before it is ordered. */
final class Quotes {

  private final PromiseDesk promises;
  private final Rules rules;
  private final LedgerClock clock;
  private final Customs customs;

  Quotes(PromiseDesk promises, Rules rules, LedgerClock clock, Customs customs) {
    this.promises = promises;
    this.rules = rules;
    this.clock = clock;
    this.customs = customs;
  }

  /** What customers are told of items that have to wait, and for how long an offer holds. */
  record Customs(Function<Sku, BackorderTerms> terms, Duration validity) {

    Customs {
      requireNonNull(terms, "terms");
      if (validity.isNegative() || validity.isZero()) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "validity of an offer must be above zero: " + validity,
            Facts.of("asked", validity));
      }
    }

    OfferRules rules(ItemTerms its, Sku sku) {
      BackorderTerms agreed = requireNonNull(terms.apply(sku), () -> "backorder terms of " + sku);
      OfferRules rules = OfferRules.of(agreed.withAllowance(its.backorders()));
      return its.release().map(rules::withRelease).orElse(rules);
    }
  }

  Offer.Quote offer(Sku sku, Quantity quantity, OrderTerms order) {
    OfferRules.Situation situation = promises.situation(sku, quantity, order);
    Instant now = clock.now();
    return offer(sku, situation, order, now).until(now.plus(customs.validity));
  }

  private Offer offer(Sku sku, OfferRules.Situation situation, OrderTerms order, Instant now) {
    LocalDate today = rules.allocation().promising().rules().calendar().day(now);
    ItemTerms its = requireNonNull(rules.terms().apply(sku), () -> "terms of " + sku);
    return situation.wanted().units() % its.lot().units() == 0
        ? customs.rules(waiting(its, order), sku).offer(situation, today)
        : new Offer.OutOfStock(Offer.OutOfStock.Why.LOT);
  }

  /** An order that lets nothing wait is held to the shelf, whatever the item's terms allow. */
  private static ItemTerms waiting(ItemTerms its, OrderTerms order) {
    return order.shortage() == ShortageRule.BACKORDER
        ? its
        : its.withBackorders(BackorderAllowance.refused());
  }

  List<SubstituteChoice> substitutes(Sku sku, Quantity quantity, OrderTerms order) {
    requireNonNull(sku, "sku");
    requireNonNull(quantity, "quantity");
    requireNonNull(order, "order");
    ItemTerms its = requireNonNull(rules.terms().apply(sku), () -> "terms of " + sku);
    List<SubstituteChoice> choices = new ArrayList<>();
    for (Sku each : its.substitutes()) {
      OfferRules.Situation situation = promises.situation(each, quantity, order);
      if (offer(each, situation, order, clock.now()).isOrderable()) {
        choices.add(new SubstituteChoice(each, situation.promise()));
      }
    }
    return List.copyOf(choices);
  }
}
