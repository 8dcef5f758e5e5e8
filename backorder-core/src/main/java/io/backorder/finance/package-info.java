/**
 * Money, and what a backorder does to it.
 *
 * <p>{@link io.backorder.finance.Money} is an amount of one currency, exact and split without loss; a {@link
 * io.backorder.finance.UnitPrice} may be finer. {@link io.backorder.finance.PaymentTerms} say how much of a
 * price is due when units are ordered, filled and shipped, and a {@link
 * io.backorder.finance.PaymentSchedule} what that comes to for a line; {@link
 * io.backorder.finance.CardAuthorisation} tells when a card must be authorised anew to reach the promised
 * day.
 *
 * <p>A {@link io.backorder.finance.CancellationCurve} says how many customers give up during a delay, {@link
 * io.backorder.finance.WaitingCost} what a delay costs on average, and {@link
 * io.backorder.finance.ExpediteAdvice} compares waiting with {@link io.backorder.finance.ExpediteOption faster
 * ways} and with letting the customer go. A {@link io.backorder.finance.PriceAdjustment} changes what a
 * {@link io.backorder.finance.BackorderedSale} is sold for, and {@link io.backorder.finance.MarginEffect} tells
 * what that does to the margin.
 *
 * <p>This package depends on {@code storefront}, whose terms say what is agreed, {@code promise},
 * {@code economics}, {@code statistics}, {@code stock} and {@code refusal}. Everything in it is immutable, knows no ledger and reads no clock.
 */
@NullMarked
package io.backorder.finance;

import org.jspecify.annotations.NullMarked;
