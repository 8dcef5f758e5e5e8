package io.backorder.ledger;

import io.backorder.demand.OrderTerms;

/** Writes the terms of an order in their canonical form. */
final class TermsEncoder {

  private TermsEncoder() {}

  static void put(OrderTerms terms, Encoder to) {
    to.putText(terms.channel().isEmpty() ? "" : terms.channel().orElseThrow().value());
    to.putText(terms.customer().isEmpty() ? "" : terms.customer().orElseThrow().value());
    to.putByte(EntryCodes.of(terms.priority()));
    putDelivery(terms, to);
    to.putByte(EntryCodes.of(terms.shortage()));
  }

  private static void putDelivery(OrderTerms terms, Encoder to) {
    int rule = EntryCodes.of(terms.delivery());
    boolean isPlain = terms.splitsFrom().isEmpty()
        && terms.atLeast().equals(OrderTerms.standard().atLeast());
    if (isPlain) {
      to.putByte(rule);
      return;
    }
    to.putByte(rule + EntryCodes.WITH_LIMITS);
    to.putByte(terms.splitsFrom().isPresent() ? 1 : 0);
    if (terms.splitsFrom().isPresent()) {
      to.putInstant(terms.splitsFrom().orElseThrow());
    }
    to.putLong(terms.atLeast().units());
  }
}
