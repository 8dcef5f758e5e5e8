/**
 * What a shortage costs, and what it is worth to avoid it.
 *
 * <p>{@link io.backorder.economics.StockoutCost} adds up what one shortage, or a year of them, costs; {@link
 * io.backorder.economics.ShortageChoice} says whether to expedite, to let the customer wait, or to lose the
 * sale, and at which figures that changes; {@link io.backorder.economics.BackorderSaving} what it saves to let
 * customers wait by plan, and when a demand is worth serving at all. {@link
 * io.backorder.economics.ShortagePrice} turns a service target into the cost of a shortage that it implies,
 * and back, for the stock that a {@link io.backorder.economics.Replenishment} describes; {@link
 * io.backorder.economics.LogisticsCost} is what all of it costs in a year.
 *
 * <p>This package depends on {@code planning}, {@code lotsizing}, {@code statistics} and {@code refusal}.
 * Everything in it is immutable and thread-safe.
 */
@NullMarked
package io.backorder.economics;

import org.jspecify.annotations.NullMarked;
