/**
 * How much to order at once.
 *
 * <p>For a steady demand: {@link io.backorder.lotsizing.EconomicOrderQuantity}, with shortages that are
 * planned {@link io.backorder.lotsizing.PlannedBackorders}, with a limited rate of production {@link
 * io.backorder.lotsizing.ProductionLot}, with prices that fall with quantity {@link
 * io.backorder.lotsizing.DiscountedLot}, of several items at once {@link
 * io.backorder.lotsizing.JointReplenishment}; from a supplier who fails now and then {@link
 * io.backorder.lotsizing.DisruptedLot}, or delivers another quantity than ordered {@link
 * io.backorder.lotsizing.UncertainYieldLot}. For a demand known period by period: {@link
 * io.backorder.lotsizing.LotPlan}.
 *
 * <p>Costs are numbers of one currency, times in one unit. Nothing is rounded.
 *
 * <p>This package depends on {@code statistics} and {@code refusal}. Everything in it is immutable and
 * thread-safe.
 */
@NullMarked
package io.backorder.lotsizing;

import org.jspecify.annotations.NullMarked;
