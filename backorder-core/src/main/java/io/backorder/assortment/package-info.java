/**
 * What kind of item it is, and which need a buyer's eye.
 *
 * <p>{@link io.backorder.assortment.DemandPattern} tells steady demand from demand that comes now and then,
 * {@link io.backorder.assortment.AbcAnalysis} the few items that make most of the value, {@link
 * io.backorder.assortment.XyzClass} how far demand varies. {@link
 * io.backorder.assortment.StockoutOutlook} gives the probability of a stockout period by period, {@link
 * io.backorder.assortment.StockoutDates} reads it by date, {@link io.backorder.assortment.ItemAtRisk} ranks
 * items by it. {@link
 * io.backorder.assortment.ShortageRecord} finds items that run short again and again, {@link
 * io.backorder.assortment.StockCover} those that hardly sell.
 *
 * <p>This package depends on {@code forecast}, {@code supply}, {@code stock}, {@code statistics} and {@code
 * refusal}. Everything in it is
 * immutable.
 */
@NullMarked
package io.backorder.assortment;

import org.jspecify.annotations.NullMarked;
