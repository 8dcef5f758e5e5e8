/**
 * What a shop tells its customers: what can be had when, on which terms, and what became of what they ordered.
 *
 * <p>{@link io.backorder.storefront.OfferRules} make an {@link io.backorder.storefront.Offer} of what is on the
 * shelf and what is promised, {@link io.backorder.storefront.BackorderTerms} hold what the shop agrees to, and
 * {@link io.backorder.storefront.StoreWords} say both in the customer's language; {@link
 * io.backorder.storefront.TransitTimes} tell how long goods travel to the customer. A {@link
 * io.backorder.storefront.NoticeDesk} turns each change into one {@link io.backorder.storefront.Notice} per
 * customer, once, and hands it to a {@link io.backorder.storefront.NoticeListener} when the customer wants it.
 * {@link io.backorder.storefront.Consent} decides what becomes of a line whose customer was asked.
 *
 * <p>This package depends on {@code promise}, {@code demand}, {@code statistics}, {@code stock} and {@code
 * refusal}. It reads no clock, renders no mail and knows no ledger: it is told of changes in values.
 */
@NullMarked
package io.backorder.storefront;

import org.jspecify.annotations.NullMarked;
