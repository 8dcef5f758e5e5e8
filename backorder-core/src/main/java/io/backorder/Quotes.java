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
import io.backorder.storefront.TransitTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers what a shop can say of an item before it is ordered. */
final class Quotes {

  private final PromiseDesk promises;
  private final Rules rules;
  private final LedgerClock clock;
  private final Duration validity;

  Quotes(PromiseDesk promises, Rules rules, LedgerClock clock, Duration validity) {
    this.promises = promises;
    this.rules = rules;
    this.clock = clock;
    this.validity = validity;
  }

  static Duration requireValidity(Duration validity) {
    if (validity.isNegative() || validity.isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "validity of an offer must be above zero: " + validity,
          Facts.of("asked", validity));
    }
    return validity;
  }

  BackorderTerms terms(Sku sku) {
    return rules.backorderTermsOf(sku);
  }

  Offer.Quote offer(Sku sku, Quantity quantity, OrderTerms order) {
    OfferRules.Situation situation = promises.situation(sku, quantity, order);
    Instant now = clock.now();
    return offer(sku, situation, order, now).until(now.plus(validity));
  }

  Offer.Quote offer(Sku sku, Quantity quantity, OrderTerms order, TransitTimes.Zone zone) {
    PromiseDesk.Quoted quoted = promises.quoted(sku, quantity, order, zone);
    Instant now = clock.now();
    return offer(sku, quoted.situation(), order, now)
        .delivered(quoted.delivered())
        .until(now.plus(validity));
  }

  private Offer offer(Sku sku, OfferRules.Situation situation, OrderTerms order, Instant now) {
    LocalDate today = rules.allocation().promising().rules().calendar().day(now);
    ItemTerms its = rules.termsOf(sku);
    return situation.wanted().units() % its.lot().units() == 0
        ? rules(sku, its, order).offer(situation, today)
        : new Offer.OutOfStock(Offer.OutOfStock.Why.LOT);
  }

  private OfferRules rules(Sku sku, ItemTerms its, OrderTerms order) {
    BackorderTerms agreed = waiting(rules.backorderTermsOf(sku), order);
    OfferRules offering = OfferRules.of(agreed).withLowStock(agreed.lowStock());
    return its.release().map(offering::withRelease).orElse(offering);
  }

  /** An order that lets nothing wait is held to the shelf, whatever the terms allow. */
  private static BackorderTerms waiting(BackorderTerms agreed, OrderTerms order) {
    return order.shortage() == ShortageRule.BACKORDER
        ? agreed
        : agreed.withAllowance(BackorderAllowance.refused());
  }

  List<SubstituteChoice> substitutes(Sku sku, Quantity quantity, OrderTerms order) {
    requireNonNull(sku, "sku");
    requireNonNull(quantity, "quantity");
    requireNonNull(order, "order");
    List<SubstituteChoice> choices = new ArrayList<>();
    for (Sku each : rules.termsOf(sku).substitutes()) {
      OfferRules.Situation situation = promises.situation(each, quantity, order);
      if (offer(each, situation, order, clock.now()).isOrderable()) {
        choices.add(new SubstituteChoice(each, situation.promise()));
      }
    }
    return List.copyOf(choices);
  }
}
